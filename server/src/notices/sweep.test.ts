// The forgotten are found: jobs deleted, attempts killed, processes that died half way; the invariant says when none is left.

import { makePerson, messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import { findForgotten, sweepNotices } from './sweep.ts';
import { setTemplate } from './templates.ts';

let world: ChatWorld;
let hoa: Client;
let resident: ReturnType<typeof makePerson>;
beforeAll(async () => {
  world = await createChatWorld();
  hoa = await world.signInAs('hoa');
  resident = makePerson(world.running.street, { name: 'Nguyễn Thị Ẩn', phone: '+84912000999' });
  const wanted = [
    'ten_khach_hang=applicantName',
    'ma_ho_so=code',
    'ten_thu_tuc=procedureName',
    'co_quan=officeName',
    'trang_thai=status',
    'thoi_gian=toldAt:hh:mm dd/mm/yyyy',
    'ma_tra_cuu=code',
  ];
  const ref = { tenantId: world.tenantId, oaId: world.oaId };
  const verdict = await setTemplate(world.ctx, ref, { kind: '*', templateId: '410001', wanted });
  expect(verdict.kind).toBe('good');
});
afterAll(() => world.close());

/** Asks for a supplement; the job of the notice is written and not worked through. */
async function ask(id: string, version: number): Promise<void> {
  const claimed = await hoa.post<{ version: number }>(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'claim' },
  });
  const item = { target: { kind: 'field', field: 'birthplace' }, label: 'Nơi sinh', reason: 'Còn thiếu.' };
  const action = { type: 'request_supplement', items: [item], sectorGround: null };
  const asked = await hoa.post(`/dossiers/${id}/actions`, { version: claimed.body.version, action });
  expect(asked.status).toBe(200);
}

async function stateOf(dossierId: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ state: string }>(
    `select p.state from dispatch p join notice n on n.id = p.notice_id where n.dossier_id = $1 order by p.planned_at, p.id`,
    [dossierId],
  );
  return rows.map(({ state }) => state);
}

const forgotten = () => findForgotten(world.ctx.database, world.tenantId);
const dropJobs = () => world.owner.query('delete from graphile_worker._private_jobs');
const killJobs = () => world.owner.query('update graphile_worker._private_jobs set attempts = max_attempts');
const cards = () =>
  messagesOf(world.running.street, resident.id).filter(({ content }) => content.kind === 'template').length;

/** After the bound: the schedule has come round once. */
async function afterTheBound(): Promise<void> {
  world.ctx.clock.advance(20);
  await sweepNotices(world.ctx);
  await world.settle();
}

it.each([
  ['deleted', dropJobs],
  ['out of attempts', killJobs],
])('a template whose job is %s leaves all the same, once', async (_how, harm) => {
  const before = cards();
  const { id, version } = await world.givenIntake();
  await ask(id, version);
  expect(await forgotten()).toEqual([]);
  await harm();
  expect(await forgotten()).toHaveLength(1);
  await world.settle();
  await sweepNotices(world.ctx);
  await world.settle();
  expect(await stateOf(id)).toEqual(['planned']);
  await afterTheBound();
  expect(await stateOf(id)).toEqual(['received']);
  expect(cards()).toBe(before + 1);
  expect(await forgotten()).toEqual([]);
});

it('what a process left half done is sent once more, counted', async () => {
  const { id, version } = await world.givenIntake();
  await ask(id, version);
  await dropJobs();
  await world.owner.query(
    `update dispatch set state = 'sending', sending_at = $1, attempts = 1 where state = 'planned'`,
    [world.ctx.clock.now()],
  );
  await afterTheBound();
  expect(await stateOf(id)).toEqual(['received']);
  expect(await forgotten()).toEqual([]);
});

it('what cannot be moved for two days ends, and an officer calls', async () => {
  const { id, version } = await world.givenIntake();
  await ask(id, version);
  await dropJobs();
  world.ctx.clock.advance(49 * 60);
  await sweepNotices(world.ctx);
  expect(await stateOf(id)).toEqual(['failed', 'planned']);
  expect(await forgotten()).toEqual([]);
});

it('a message of the chat whose job is gone arrives all the same', async () => {
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]);
  const { id, version } = await world.givenIntake();
  const phone = await world.linkedPhone(id);
  const before = messagesOf(world.running.street, phone.person.id).length;
  await ask(id, version);
  await dropJobs();
  expect(await forgotten()).toHaveLength(1);
  await afterTheBound();
  expect(messagesOf(world.running.street, phone.person.id).length).toBe(before + 1);
  expect(await forgotten()).toEqual([]);
});

it('a message that failed without a next road goes by another', async () => {
  const { id, version } = await world.givenIntake();
  await world.linkedPhone(id);
  await ask(id, version);
  await dropJobs();
  await world.owner.query(
    `update chat_message set state = 'failed', state_reason = 'Lỗi đã quên.' where state = 'planned'`,
  );
  expect(await forgotten()).toHaveLength(1);
  await afterTheBound();
  expect(await stateOf(id)).toEqual(['received']);
  expect(await forgotten()).toEqual([]);
});
