// Taking in at the counter: one act, one transaction, all or nothing.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicantName, applicantNumber, givenIntakeBody } from '../../test/given-intake.ts';
import { cutAtStatement, PowerCut } from '../../test/power-cut.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { Change } from '../platform/changes.ts';
import { takeIn } from './intake.ts';
import { findDossierByCode } from './look-up-store.ts';
import { findDossier, readLedger } from './store.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const tables = ['applicant', 'code_counter', 'command', 'dossier', 'ledger', 'notice'];

async function countRows(): Promise<Record<string, number>> {
  const columns = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await world.owner.query(`select ${columns.join(', ')},
    (select coalesce(sum(last), 0)::int from code_counter) as numbers,
    (select count(*)::int from graphile_worker.jobs) as jobs`);
  return rows[0];
}

test('whatever statement fails, nothing is left, and the next dossier gets the number', async () => {
  const before = await countRows();
  const clerk = world.officer('nhung');
  const attempt = (nth: number) => {
    const ctx = { ...world.ctx, database: cutAtStatement(world.ctx.database, nth) };
    return takeIn(ctx, world.tenantId, clerk, givenIntakeBody({ fee: 8_000, feePaid: true }), {
      key: 'power-cuts',
    });
  };
  let nth = 0;
  let message = '';
  while (!message.startsWith('at the commit')) {
    nth += 1;
    const error: unknown = await attempt(nth).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PowerCut);
    message = (error as PowerCut).message;
    expect(await countRows()).toEqual(before);
  }
  // Applicant, number, four ledger rows, row, notice, change, command twice: the loop has met them all.
  expect(nth).toBeGreaterThan(11);
  expect((await world.givenIntake()).code).toBe('000.00.27.H53-261207-0001');
});

test('one act writes the row, its ledger, its code, its notice and its change', async () => {
  const before = await countRows();
  const heard = Promise.withResolvers<Change>();
  const listener = await world.owner.connect();
  listener.on('notification', ({ payload }) => {
    const change = JSON.parse(payload ?? '{}') as Change;
    if (change.version === 4) heard.resolve(change);
  });
  await listener.query('listen motcua_changes');
  const { id, code, version } = await world.givenIntake({ fee: 8_000, feePaid: true });
  const change = await heard.promise;
  listener.release(true);

  const { dossier, ledger, found } = await world.ctx.database.tenant(world.tenantId, async (tx) => ({
    dossier: await findDossier(tx, id),
    ledger: await readLedger(tx, id),
    found: await findDossierByCode(tx, code),
  }));
  expect(found?.id).toBe(id);
  expect(dossier).toMatchObject({ id, code, version, status: 'in_process', money: 'paid' });
  expect(ledger.map(({ recorded }) => recorded.event.type)).toEqual([
    'dossier_submitted',
    'dossier_accepted',
    'payment_confirmed',
    'step_passed',
  ]);
  expect(change).toEqual({
    tenantId: world.tenantId,
    agencyIds: [world.agencyId],
    dossierId: id,
    version: 4,
  });
  const { rows: notices } = await world.owner.query(
    'select kind, event_seq, no_channel from notice where dossier_id = $1',
    [id],
  );
  expect(notices).toEqual([{ kind: 'accepted', event_seq: 2, no_channel: true }]);
  expect(await countRows()).toEqual({
    ...before,
    applicant: (before.applicant ?? 0) + 1,
    command: (before.command ?? 0) + 1,
    dossier: (before.dossier ?? 0) + 1,
    ledger: (before.ledger ?? 0) + 4,
    notice: (before.notice ?? 0) + 1,
    numbers: (before.numbers ?? 0) + 1,
  });
});

test('the identity number is written nowhere in the clear, and the name nowhere but with the applicant', async () => {
  await world.givenIntake();
  const { rows } = await world.owner.query<{ table: string; columns: { name: string }[] }>(
    `select table_name as table from information_schema.tables where table_schema = 'public'`,
  );
  for (const { table } of rows) {
    const { rows: holding } = await world.owner.query<{ text: string }>(
      `select t::text as text from "${table}" t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%'`,
      [applicantNumber, applicantName],
    );
    const texts = holding.map(({ text }) => text).join('\n');
    expect(texts).not.toContain(applicantNumber);
    if (table !== 'applicant') expect(holding, table).toEqual([]);
  }
});
