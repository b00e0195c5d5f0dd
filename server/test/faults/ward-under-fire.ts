// A ward with people at their phones and officers at their desks, all of them busy: what the faults are played against.

import type { Action } from '@motcua/domain/dossier-action';
import type { FaultSpec } from '@motcua/zalo-sim/faults-kinds';
import { messagesOf, write } from '@motcua/zalo-sim/people';
import { type Chance, chanceFrom } from '../../src/demo/chance.ts';
import { type ChatWorld, createChatWorld, type Phone } from '../chat-world.ts';
import { type Client, visitor } from '../client.ts';

export interface Fire {
  world: ChatWorld;
  chance: Chance;
  phones: Phone[];
  strike(fault: FaultSpec): void;
  /** People write and officers act, `turns` times; what follows is worked through now and then, time passes. */
  live(turns: number, pause?: { minutes: number; every: number }): Promise<void>;
  /** The faults end, and time passes until nothing moves any more. */
  calm(hours?: number): Promise<void>;
}

const people = 6;
const questions = ['menu', 'hồ sơ của tôi', 'xin chào', 'hs cua toi toi dau roi', 'cảm ơn'];

export async function openFire(seed: number): Promise<Fire> {
  const world = await createChatWorld({ seed: `fire-${seed}` });
  const { street } = world.running;
  const chance = chanceFrom(seed);
  const clerk = await world.signInAs('hoa');
  const phones: Phone[] = [];
  const dossiers: { id: string; turn: number }[] = [];
  for (let at = 0; at < people; at += 1) {
    const { id } = await world.givenIntake();
    phones.push(await world.linkedPhone(id));
    // Three are acted upon again and again, the others only asked about.
    if (at % 2 === 0) dossiers.push({ id, turn: 0 });
  }
  async function actOnOne(): Promise<void> {
    const dossier = chance.pick(dossiers);
    const action = story[dossier.turn % story.length] as Action;
    if (await carriedOut(clerk, dossier.id, action)) dossier.turn += 1;
  }

  return {
    world,
    chance,
    phones,
    strike: (fault) => void street.faults.add(fault),
    async live(turns, pause = { minutes: 3, every: 4 }) {
      for (let turn = 1; turn <= turns; turn += 1) {
        if (chance.happens(0.6)) {
          write(street, chance.pick(phones).person, { text: chance.pick(questions) });
        } else await actOnOne();
        if (turn % pause.every === 0) await world.later(pause.minutes);
      }
      await world.settle();
    },
    async calm(hours = 3) {
      street.faults.clear();
      street.courier.redeliver();
      for (let minute = 0; minute < hours * 60; minute += 30) await world.later(30);
    },
  };
}

/** What an officer does with one dossier, over and over: asks for a paper, takes it. Each act is told to the citizen. */
const story: readonly Action[] = [
  { type: 'claim' },
  {
    type: 'request_supplement',
    items: [{ target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason: 'Bản nộp bị mờ.' }],
    sectorGround: 'Theo quy định của ngành.',
  },
  { type: 'take_supplement', papers: [] },
  { type: 'request_payment', amount: 8_000, reason: 'Lệ phí theo quy định.', stopsClock: false },
  { type: 'confirm_payment', receiptNumber: null },
];

async function carriedOut(client: Client, id: string, action: Action): Promise<boolean> {
  const { body } = await client.get<{ version: number }>(`/dossiers/${id}`);
  const reply = await client.post(`/dossiers/${id}/actions`, { version: body.version, action });
  return reply.status === 200;
}

/** Opens a citizen's page, as somebody who only looks. */
export async function lookUp(world: ChatWorld, dossierId: string): Promise<number> {
  return (await visitor(world.http).get(`/tracking/${world.tokenOf(dossierId)}`)).status;
}
