// A result corrected after it came late: the row keeps the first verdict, and the ledger proves it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import type { ActionAnswer, DossierView } from './schema.ts';
import { verifyTenant } from './verify.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('what was late stays late, though its correction is done within three days', async () => {
  const { clock } = world.ctx;
  let at: { id: string; version: number } = await world.givenIntake();
  const press = async (username: string, action: object) => {
    const client = await world.signInAs(username);
    const reply = await client.post<ActionAnswer>(`/dossiers/${at.id}/actions`, {
      version: at.version,
      action,
    });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    at = reply.body;
  };
  const row = async () => {
    const { rows } = await world.owner.query('select status, timeliness from dossier where id = $1', [at.id]);
    return rows[0];
  };
  await press('hoa', { type: 'claim' });
  await press('hoa', { type: 'pass_on', note: null });
  await press('long', { type: 'approve' });
  clock.advance(30 * 24 * 60);
  await press('van', { type: 'finish', resultNumber: '12/2026/HT' });
  expect(await row()).toEqual({ status: 'resolved', timeliness: 'late' });

  const register = (
    await (await world.signInAs('nhung')).get<DossierView>(`/dossiers/${at.id}`)
  ).body.steps.find((step) => step.kind === 'register');
  await press('nhung', { type: 'correct_result', toStepId: register?.id, reason: 'Ghi nhầm số văn bản.' });
  expect(await row()).toEqual({ status: 'in_process', timeliness: 'late' });
  await press('van', { type: 'finish', resultNumber: '13/2026/HT' });
  expect(await row()).toEqual({ status: 'resolved', timeliness: 'late' });
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
});
