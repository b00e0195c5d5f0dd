// One act on many: shown first, done one by one, each with its own result, whoever leaves meanwhile.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { allJobs } from '../worker.ts';
import { type BulkPreview, type BulkRun, type BulkRuns, type BulkStarted, mostAtOnce } from './schema.ts';

let world: World;
let hoa: Client;
let long: Client;

beforeAll(async () => {
  world = await createWorld();
  hoa = await world.signInAs('hoa');
  long = await world.signInAs('long');
});
afterAll(() => world.close());

const claim = { type: 'claim' };
async function given(count: number): Promise<{ id: string; version: number }[]> {
  const taken = [];
  for (let n = 0; n < count; n += 1) {
    const { id, version } = await world.givenIntake();
    taken.push({ id, version });
  }
  return taken;
}
const version = async ({ id }: { id: string }) =>
  (await hoa.get<DossierView>(`/dossiers/${id}`)).body.version;

/** What the queue does with a run. */
async function work(runId: string): Promise<void> {
  await allJobs(world.ctx)['act-on-many']?.({ tenantId: world.tenantId, runId }, { number: 1, last: false });
}

test('the preview says of each what will happen or why not, and writes nothing', async () => {
  const [free, taken, stale] = await given(3);
  if (free === undefined || taken === undefined || stale === undefined) throw new Error('Three were given.');
  await long.post(`/dossiers/${taken.id}/actions`, {
    version: taken.version,
    action: { type: 'note', text: 'Ưu tiên.' },
  });
  await hoa.post(`/dossiers/${taken.id}/actions`, { version: taken.version, action: claim });
  const dossiers = [free, { ...taken, version: await version(taken) }, { ...stale, version: 1 }];
  const { status, body } = await hoa.post<BulkPreview>('/worklist/bulk/preview', { action: claim, dossiers });
  expect(status).toBe(200);
  expect(body.possible).toBe(1);
  expect(body.rows.map(({ text }) => text)).toEqual([
    'bà Lê Thị Hoa nhận xử lý',
    expect.stringContaining('đã có người nhận'),
    expect.stringContaining('vừa được người khác cập nhật'),
  ]);
  expect(await version(free)).toBe(free.version);
});

test('each is done by itself: one that moved on keeps no other from its turn, and twice is once', async () => {
  const dossiers = await given(3);
  const started = await hoa.post<BulkStarted>('/worklist/bulk', { action: claim, dossiers });
  expect(started.status).toBe(200);
  const { id } = started.body;
  const read = async () => (await hoa.get<BulkRun>(`/worklist/bulk/${id}`)).body;
  expect(await read()).toMatchObject({ total: 3, done: 0, refused: 0, finished: false, label: 'Nhận xử lý' });
  const moved = dossiers[1];
  await long.post(`/dossiers/${moved?.id}/actions`, {
    version: moved?.version,
    action: { type: 'stop', reason: 'Không thuộc thẩm quyền.' },
  });
  await work(id);
  await work(id);
  const run = await read();
  expect(run).toMatchObject({ done: 2, refused: 1, finished: true });
  expect(run.rows[1]).toMatchObject({
    state: 'refused',
    text: expect.stringContaining('vừa được người khác cập nhật'),
  });
  expect(await version(dossiers[0] ?? { id: '' })).toBe((dossiers[0]?.version ?? 0) + 1);
  const left = await (await world.signInAs('hoa')).get<BulkRuns>('/worklist/bulk');
  expect(left.body.runs[0]).toMatchObject({ id, done: 2 });
  expect((await long.get(`/worklist/bulk/${id}`)).status).toBe(404);
});

test('what died between an act and its mark is not done twice', async () => {
  const dossiers = await given(1);
  const { body } = await hoa.post<BulkStarted>('/worklist/bulk', { action: claim, dossiers });
  await work(body.id);
  await world.owner.query(`update bulk_item set state = 'waiting' where run_id = $1`, [body.id]);
  await work(body.id);
  expect((await hoa.get<BulkRun>(`/worklist/bulk/${body.id}`)).body.rows[0]).toMatchObject({ state: 'done' });
  expect(await version(dossiers[0] ?? { id: '' })).toBe((dossiers[0]?.version ?? 0) + 1);
});

test('approves many, passes many on, gives many back', async () => {
  const dossiers = await given(2);
  const run = async (client: Client, action: object) => {
    const seen = await Promise.all(dossiers.map(async ({ id }) => ({ id, version: await version({ id }) })));
    const { body } = await client.post<BulkStarted>('/worklist/bulk', { action, dossiers: seen });
    await work(body.id);
    return (await client.get<BulkRun>(`/worklist/bulk/${body.id}`)).body;
  };
  expect(await run(hoa, claim)).toMatchObject({ done: 2 });
  expect(await run(hoa, { type: 'release', reason: 'Nghỉ phép từ mai.' })).toMatchObject({ done: 2 });
  expect(await run(long, { type: 'approve' })).toMatchObject({ done: 0, refused: 2 });
  expect(await run(hoa, { type: 'pass_on', note: null })).toMatchObject({ done: 2 });
  expect(await run(long, { type: 'approve' })).toMatchObject({ done: 2, refused: 0 });
});

test('whoever left the post meanwhile does nothing more', async () => {
  const dossiers = await given(1);
  const tung = world.officer('hoa');
  const { body } = await hoa.post<BulkStarted>('/worklist/bulk', { action: claim, dossiers });
  await world.owner.query(`update officer_post set valid_until = '2026-12-01' where officer_id = $1`, [
    tung.officerId,
  ]);
  await work(body.id);
  await world.owner.query('update officer_post set valid_until = null where officer_id = $1', [
    tung.officerId,
  ]);
  expect((await hoa.get<BulkRun>(`/worklist/bulk/${body.id}`)).body.rows[0]).toMatchObject({
    state: 'refused',
    text: expect.stringContaining('chuyển khỏi vị trí'),
  });
});

test.each([
  ['nothing chosen', { action: claim, dossiers: [] }, 'dossiers'],
  [
    'an act that is not for many',
    {
      action: { type: 'stop', reason: 'Không đủ điều kiện.' },
      dossiers: [{ id: '01900000-0000-7000-8000-00000000dead', version: 1 }],
    },
    'action',
  ],
  [
    'too many',
    {
      action: claim,
      dossiers: Array.from({ length: mostAtOnce + 1 }, (_, n) => ({
        id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        version: 1,
      })),
    },
    'dossiers',
  ],
])('%s is named', async (_what, body, field) => {
  const reply = await hoa.post<{ fields: { field: string; message: string }[] }>('/worklist/bulk', body);
  expect(reply.status).toBe(422);
  expect(reply.body.fields).toMatchObject([{ field, message: expect.stringMatching(/[.]$/) }]);
});

test('a dossier of another agency is not touched, and not told of', async () => {
  const dossiers = [{ id: '01900000-0000-7000-8000-00000000dead', version: 1 }];
  expect((await hoa.post('/worklist/bulk', { action: claim, dossiers })).status).toBe(404);
  expect(
    (await hoa.post<BulkPreview>('/worklist/bulk/preview', { action: claim, dossiers })).body.rows,
  ).toEqual([]);
});
