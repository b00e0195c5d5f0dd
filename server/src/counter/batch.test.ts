// Papers carried from desk to desk: both sides sign, what is missing is seen by both, and nothing is under way twice.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import { readLedger } from '../dossiers/store.ts';
import type { BatchList, BatchView } from './schema.ts';

let world: World;
let clerk: Client;
let registrar: Client;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signInAs('nhung');
  registrar = await world.signInAs('hoa');
});
afterAll(() => world.close());

test('given by one, scanned and signed for by the other; the missing one goes back', async () => {
  const [first, second] = [await world.givenIntake(), await world.givenIntake()];
  const { unit: toUnit } = world.officer('hoa');
  const body = { toUnit, dossierIds: [first.id, second.id] };
  const given = await clerk.post<BatchView>('/batches', body);
  expect(given.status, JSON.stringify(given.body)).toBe(200);
  const { id } = given.body;
  expect(given.body).toMatchObject({
    name: '1/2026',
    mayReceive: false,
    lines: [{ receivedBy: null }, { receivedBy: null }],
  });

  expect((await clerk.post('/batches', body)).status, 'under way already').toBe(409);
  const own = await clerk.post(`/batches/${id}/receive`, { dossierIds: [first.id] });
  expect(own.status, 'nobody signs for what they gave').toBe(403);

  const { batches } = (await registrar.get<BatchList>('/batches')).body;
  expect(batches).toMatchObject([{ id, count: 2, missing: 2, mayReceive: true }]);
  const received = await registrar.post<BatchView>(`/batches/${id}/receive`, { dossierIds: [first.id] });
  expect(received.status, JSON.stringify(received.body)).toBe(200);
  expect(received.body.lines.map(({ receivedBy }) => receivedBy !== null)).toEqual([true, false]);
  expect((await registrar.post(`/batches/${id}/receive`, { dossierIds: [first.id] })).status).toBe(409);

  const ledger = await world.ctx.database.tenant(world.tenantId, (tx) => readLedger(tx, first.id));
  expect(ledger.at(-1)?.recorded).toMatchObject({
    actor: { officerId: world.officer('hoa').officerId },
    event: { type: 'papers_received', batch: '1/2026', fromOfficerId: world.officer('nhung').officerId },
  });
  expect((await registrar.post(`/batches/${id}/take-back`, {})).status).toBe(403);
  const back = await clerk.post<BatchView>(`/batches/${id}/take-back`, {});
  expect(back.body.lines.map(({ dossierId }) => dossierId)).toEqual([first.id]);
  const anew = await clerk.post<BatchView>('/batches', { toUnit, dossierIds: [second.id] });
  expect(anew.body.name).toBe('2/2026');
  const record = await registrar.get(`/batches/${id}/record.pdf`);
  expect(record.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('not to one’s own unit, not twice in one batch, not what is elsewhere', async () => {
  const { id } = await world.givenIntake();
  const send = async (toUnit: string, dossierIds: string[]) =>
    (await clerk.post('/batches', { toUnit, dossierIds })).status;
  const { unit } = world.officer('hoa');
  expect(await send(world.officer('nhung').unit, [id])).toBe(422);
  expect(await send(unit, [id, id])).toBe(422);
  expect(await send(unit, ['01900000-0000-7000-8000-00000000dead'])).toBe(404);
});
