// The clock acts on real dossiers: warned, stopped, told, once; and nothing that money was paid for.

import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import { sweepClocks } from './sweep.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await createChatWorld({ at: '2026-12-07T08:00:00+07:00' });
});
afterAll(() => world.close());

async function act(dossierId: string, who: string, action: object): Promise<void> {
  const client = await world.signInAs(who);
  const { version } = (await client.get<DossierView>(`/dossiers/${dossierId}`)).body;
  const reply = await client.post(`/dossiers/${dossierId}/actions`, { version, action });
  expect(reply.body).toMatchObject({ id: dossierId });
}

const paper = { target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason: 'Thiếu chữ ký.' };
const ask = { type: 'request_supplement', items: [paper], sectorGround: null };

/** A dossier that waits for its citizen since now. */
async function asked(more: Parameters<typeof world.givenIntake>[0] = {}): Promise<string> {
  const { id } = await world.givenIntake({ passOn: false, ...more });
  await act(id, 'nhung', ask);
  return id;
}

async function view(id: string): Promise<DossierView> {
  return (await (await world.signInAs('nhung')).get<DossierView>(`/dossiers/${id}`)).body;
}

/** Nobody has to sign in anew because time passes. */
async function goTo(at: string): Promise<void> {
  world.ctx.clock.set(at);
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [at]);
}

async function sweepAt(at: string): Promise<void> {
  await goTo(at);
  await sweepClocks(world.ctx);
  await world.later(0);
}

const kinds = ({ timeline }: DossierView) => timeline.map(({ type }) => type).reverse();

it('warns the citizen with two working days left, stops when the last day is over, each once, and says what to do', async () => {
  const id = await asked();
  const phone = await world.linkedPhone(id);
  // Zalo lets us write to those who wrote within a week; whom it does not, an officer calls.
  await goTo('2026-12-20T09:00:00+07:00');
  await phone.say('xin chào');
  // Asked on 7 December: the fifteenth day is Tuesday, the 22nd.
  await sweepAt('2026-12-21T07:29:59+07:00');
  expect(kinds(await view(id)).at(-1)).toBe('supplement_requested');
  await sweepAt('2026-12-21T07:30:00+07:00');
  await Promise.all([sweepClocks(world.ctx), sweepClocks(world.ctx), sweepClocks(world.ctx)]);
  await sweepAt('2026-12-22T23:59:59+07:00');
  expect(kinds(await view(id)).filter((kind) => kind === 'citizen_reminded')).toHaveLength(1);
  expect((await view(id)).status).toBe('awaiting_supplement');
  await goTo('2026-12-23T00:00:00+07:00');
  await Promise.all([sweepClocks(world.ctx), sweepClocks(world.ctx), sweepClocks(world.ctx)]);
  await goTo('2026-12-23T08:00:00+07:00');
  await world.later(0);
  const ended = await view(id);
  expect(kinds(ended).slice(-2)).toEqual(['citizen_reminded', 'dossier_stopped']);
  const [stop, reminder] = ended.timeline;
  expect(stop?.actorName).toBe('Hệ thống, dừng khi hết hạn');
  expect(stop?.lines[0]).toMatch(/Điều 19 khoản 5/);
  expect(stop?.notices[0]?.text).toMatch(/đã dừng giải quyết.*Anh\/Chị có thể nộp lại.*khiếu nại/);
  expect(reminder?.notices[0]?.text).toMatch(
    /còn chờ Anh\/Chị bổ sung.*đến hết thứ Ba, 22\/12.*sẽ dừng giải quyết/,
  );
  const said = messagesOf(world.running.street, phone.person.id).flatMap(({ from, content }) =>
    from === 'oa' && content.kind === 'text' ? [content.text] : [],
  );
  expect(said.filter((text) => /sẽ dừng giải quyết/.test(text))).toHaveLength(1);
  expect(said.filter((text) => /đã dừng giải quyết/.test(text))).toHaveLength(1);
});

it('leaves what was paid for to a person, who sees it among what needs attention', async () => {
  await goTo('2026-12-28T08:00:00+07:00');
  const id = await asked({ fee: 8_000, feePaid: true });
  await sweepAt('2027-01-11T08:00:00+07:00');
  await sweepAt('2027-01-20T08:00:00+07:00');
  expect((await view(id)).status).toBe('awaiting_supplement');
  const list = (
    await (
      await world.signInAs('nhung')
    ).get<{ rows: { id: string; duties: { text: string }[] }[] }>('/attention')
  ).body;
  expect(list.rows.find((row) => row.id === id)?.duties[0]?.text).toMatch(/hồ sơ có khoản tiền/);
});

it('a fault with one dossier keeps no other from its turn, and is told', async () => {
  await goTo('2027-03-01T08:00:00+07:00');
  const [broken, whole] = [await asked(), await asked()];
  const { rows } = await world.owner.query('select state from dossier where id = $1', [broken]);
  await world.owner.query(`update dossier set state = '{}' where id = $1`, [broken]);
  await goTo('2027-03-15T08:00:00+07:00');
  await expect(sweepClocks(world.ctx)).rejects.toThrow(/1 failed/);
  expect(kinds(await view(whole))).toContain('citizen_reminded');
  await world.owner.query('update dossier set state = $2 where id = $1', [broken, rows[0].state]);
  await sweepAt('2027-03-15T08:01:00+07:00');
  expect(kinds(await view(broken))).toContain('citizen_reminded');
});

it('what the clock did is in the ledger like everything else', async () => {
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
});
