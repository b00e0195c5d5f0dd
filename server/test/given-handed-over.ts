// A dossier walked to its end by the ward's officers, each signed in once: the result is in the citizen's hands.

import type { ActionAnswer, IntakeAnswer } from '../src/dossiers/schema.ts';
import type { Client } from './client.ts';
import type { World } from './world.ts';

const way = [
  ['hoa', { type: 'claim' }],
  ['hoa', { type: 'pass_on', note: null }],
  ['long', { type: 'approve' }],
  ['van', { type: 'finish', resultNumber: '12/2026/HT' }],
] as const;

export function walker(world: World) {
  const clients = new Map<string, Promise<Client>>();
  const as = (username: string): Promise<Client> => {
    const known = clients.get(username) ?? world.signInAs(username);
    clients.set(username, known);
    return known;
  };

  async function press(
    username: string,
    at: { id: string; version: number },
    action: object,
  ): Promise<ActionAnswer> {
    const client = await as(username);
    const { id, version } = at;
    const reply = await client.post<ActionAnswer>(`/dossiers/${id}/actions`, { version, action });
    if (reply.status !== 200) throw new Error(`${username}: ${JSON.stringify([action, reply.body])}`);
    return reply.body;
  }

  return {
    as,
    press,
    /** Everything up to the result; it lies at the counter. */
    async finish(taken: IntakeAnswer): Promise<ActionAnswer> {
      let at: { id: string; version: number } = taken;
      let last: ActionAnswer | undefined;
      for (const [username, action] of way) {
        last = await press(username, at, action);
        at = last;
      }
      if (last === undefined) throw new Error('There is a way.');
      return last;
    },
    handOver: (at: { id: string; version: number }): Promise<ActionAnswer> =>
      press('nhung', at, { type: 'hand_over', collector: 'Nguyễn Văn Nhận', method: 'counter' }),
  };
}
