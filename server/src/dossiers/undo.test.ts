// Taking back the last act, through the front door: state, date, paper, message, and who may.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import type { PaperList } from '../papers/schema.ts';
import type { ActionAnswer, DossierView } from './schema.ts';
import { verifyTenant } from './verify.ts';

let world: ChatWorld;
let hoa: Client;
let id: string;
let phone: Phone;
beforeAll(async () => {
  world = await createChatWorld();
  hoa = await world.signInAs('hoa');
});
afterAll(async () => {
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
  await world.close();
});
beforeEach(async () => {
  ({ id } = await world.givenIntake());
  phone = await world.linkedPhone(id);
  await act(hoa, { type: 'claim' });
  // What is not urgent waits for company; here it has left.
  await world.later(60);
  await stayIn();
});

/** Nobody has to sign in anew because time goes on. */
const stayIn = () =>
  world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]);

const item = { target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason: 'Thiếu chữ ký.' };
const supplement = { type: 'request_supplement', items: [item], sectorGround: null };

const look = async (client = hoa) => (await client.get<DossierView>(`/dossiers/${id}`)).body;

async function act(client: Client, action: object): Promise<ActionAnswer> {
  const reply = await client.post<ActionAnswer>(`/dossiers/${id}/actions`, {
    version: (await look(client)).version,
    action,
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
}

const undo = async (client: Client, body: object = {}, key?: string) =>
  client.post<ActionAnswer & { kind: string; detail: string }>(
    `/dossiers/${id}/undo`,
    { version: (await look()).version, reason: 'Ghi nhầm hồ sơ khác.', ...body },
    ...(key === undefined ? [] : [{ 'idempotency-key': key }]),
  );

const state = async () => {
  const { rows } = await world.owner.query('select state, due_at, clock_at from dossier where id = $1', [id]);
  const { version, ...rest } = rows[0].state;
  return { ...rows[0], state: rest, counted: version > 0 };
};

test('the dossier, its date and its moments are what they were; the history tells of both', async () => {
  const before = await state();
  await act(hoa, supplement);
  expect(await look()).toMatchObject({ status: 'awaiting_supplement', undo: { what: 'yêu cầu bổ sung' } });
  expect((await undo(hoa)).status).toBe(200);
  expect(await state()).toEqual(before);
  const { timeline, undo: further } = await look();
  expect(timeline.map(({ text }) => text).slice(0, 2)).toEqual([
    'Rút lại việc yêu cầu bổ sung',
    expect.stringContaining('Yêu cầu bổ sung trước'),
  ]);
  expect(further).toBeNull();
});

test('what was not sent is recalled without a word', async () => {
  await act(hoa, supplement);
  expect((await undo(hoa)).status).toBe(200);
  expect(await phone.act(() => {})).toEqual([]);
  const told = (await look()).timeline.flatMap(({ notices }) => notices.map(({ state: how }) => how));
  expect(told.slice(0, 2)).toEqual(['not_needed', 'superseded']);
});

test('what was sent is corrected: what is taken back, why, and how things stand', async () => {
  await act(hoa, supplement);
  const asked = await phone.act(() => {});
  expect(asked.join()).toContain('bổ sung 1 giấy tờ');
  await undo(hoa);
  const [correction = '', ...more] = await phone.act(() => {});
  expect(more).toEqual([]);
  expect(correction).toMatch(
    /^Trung tâm xin rút lại thông báo yêu cầu bổ sung vì ghi nhầm hồ sơ khác.*đang ở bước.*chưa phải làm gì/,
  );
});

test('what the recalled notice had said again for another is told after all', async () => {
  await act(hoa, {
    type: 'request_payment',
    amount: 50_000,
    reason: 'Lệ phí cấp bản sao',
    stopsClock: false,
  });
  await act(hoa, supplement);
  await undo(hoa);
  const told = await phone.act(() => {});
  expect(told.join()).toContain('50.000 đồng');
  expect(told.join()).not.toMatch(/bổ sung|rút lại/);
});

test('the paper is cancelled and keeps its number; the next one bears the next', async () => {
  await act(hoa, supplement);
  await undo(hoa);
  await act(hoa, supplement);
  const { papers } = (await hoa.get<PaperList>(`/dossiers/${id}/papers`)).body;
  const requests = papers.filter(({ numberText }) => numberText?.endsWith('HDHS'));
  const [first = '', second = ''] = requests.map(({ numberText }) => numberText ?? '');
  expect(Number(second.slice(0, 4))).toBe(Number(first.slice(0, 4)) + 1);
  expect(requests.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([true, false]);
});

test('by who did it or a leader, once, within half an hour, and not past somebody else', async () => {
  await act(hoa, supplement);
  const { version } = await look();
  const nhung = await world.signInAs('nhung');
  expect((await undo(nhung)).body).toMatchObject({
    kind: 'not_allowed',
    detail: expect.stringContaining('đồng nghiệp'),
  });
  expect((await undo(hoa, { version: version - 1 })).body.kind).toBe('step_has_passed');
  expect((await undo(hoa, { reason: 'x' })).body.kind).toBe('invalid_fields');
  world.ctx.clock.advance(31);
  await stayIn();
  expect((await undo(hoa)).body.detail).toContain('Đã quá 30 phút');
  expect((await look()).undo).toBeNull();
  await act(hoa, { type: 'take_supplement', papers: [] });
  const long = await world.signInAs('long');
  expect((await look(long)).undo).toMatchObject({ what: 'nhận bổ sung' });
  const key = '01900000-0000-7000-8000-00000000000a';
  const again = { version: (await look()).version };
  const first = await undo(long, again, key);
  expect(first.status).toBe(200);
  expect((await undo(long, again, key)).body).toEqual(first.body);
  expect((await undo(long)).body.detail).toContain('đã được hoàn tác');
});
