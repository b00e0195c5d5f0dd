// Leases in the office: the clock puts back what nobody touched, its holder reads so, and work that was begun goes through.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { sweepClocks } from '../clocks/sweep.ts';
import type { DossierView, IntakeAnswer } from '../dossiers/schema.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import type { Worklist } from '../worklists/schema.ts';
import type { LeaseView } from './schema.ts';

let world: World;
const desk = (username: string): Promise<Client> => world.signInAs(username);

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const read = async (client: Client, id: string) => (await client.get<DossierView>(`/dossiers/${id}`)).body;

/** Days pass between dossiers, so the clerk signs in anew for each. */
async function takenIn(): Promise<IntakeAnswer> {
  return (await (await desk('nhung')).post<IntakeAnswer>('/dossiers', givenIntakeBody())).body;
}

/** Taken by hoa; then the clock comes when its time is over. */
async function lapsed(): Promise<{ id: string; version: number }> {
  const { id, version } = await takenIn();
  await (await desk('hoa')).post(`/dossiers/${id}/actions`, { version, action: { type: 'claim' } });
  const { until } = (await read(await desk('hoa'), id)).holder;
  if (until === null) throw new Error('What was taken is held for a time.');
  world.ctx.clock.set(until);
  await sweepClocks(world.ctx);
  return { id, version: version + 1 };
}

test('goes back to the pile, with a word to who held it, until somebody takes it', async () => {
  const { id } = await lapsed();
  const hoa = await desk('hoa');
  const list = (await hoa.get<Worklist>('/worklist?tab=to_claim')).body;
  expect(list.lapsed.map((each) => each.id)).toEqual([id]);
  expect(list.rows.find((row) => row.id === id)).toMatchObject({ holderName: null, heldUntil: null });
  expect((await read(hoa, id)).timeline[0]).toMatchObject({
    text: 'Hết thời gian giữ của bà Lê Thị Hoa, hồ sơ về lại hàng chờ của đơn vị',
    actorName: 'Hệ thống, khi hết thời gian giữ',
  });
  const tung = await desk('tung');
  const { version } = await read(tung, id);
  await tung.post(`/dossiers/${id}/actions`, { version, action: { type: 'claim' } });
  expect((await hoa.get<Worklist>('/worklist')).body.lapsed).toEqual([]);
});

test('work begun before goes through while nobody took it, whatever was noted meanwhile', async () => {
  const { id, version } = await lapsed();
  const tung = await desk('tung');
  await tung.post(`/dossiers/${id}/actions`, {
    version: version + 1,
    action: { type: 'note', text: 'Hồ sơ giấy ở tủ 3.' },
  });
  const passed = await (await desk('hoa')).post(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'pass_on', note: null },
  });
  expect(passed.status, JSON.stringify(passed.body)).toBe(200);
});

test('once a colleague has it, the one who held it reads who has it now and what happened', async () => {
  const { id, version } = await lapsed();
  await (await desk('tung')).post(`/dossiers/${id}/actions`, {
    version: version + 1,
    action: { type: 'claim' },
  });
  const late = await (await desk('hoa')).post(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'pass_on', note: null },
  });
  expect(late).toMatchObject({
    status: 409,
    body: {
      kind: 'step_has_passed',
      changes: [
        { text: expect.stringMatching(/nhận xử lý$/), actorName: expect.any(String) },
        { text: expect.stringContaining('Hết thời gian giữ') },
      ],
    },
  });
});

test('how long is the agency’s to say, in hours, from then on', async () => {
  const duc = await desk('duc');
  expect((await duc.get<LeaseView>('/worklist/lease')).body).toEqual({ hours: null, mayChange: true });
  expect((await (await desk('hoa')).post('/worklist/lease', { hours: 4 })).status).toBe(403);
  expect((await duc.post('/worklist/lease', { hours: 0 })).body).toMatchObject({
    fields: [{ field: 'hours' }],
  });
  world.ctx.clock.set('2026-12-28T08:00:00+07:00');
  await (await desk('duc')).post('/worklist/lease', { hours: 2 });
  const { id, version } = await takenIn();
  await (await desk('hoa')).post(`/dossiers/${id}/actions`, { version, action: { type: 'claim' } });
  expect((await read(await desk('hoa'), id)).holder.until).toBe('2026-12-28T10:00:00+07:00');
});

test('all of it is in the ledger like everything else', async () => {
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
});
