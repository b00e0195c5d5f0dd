// Questions of the worklist among twenty thousand dossiers, however it is narrowed and ordered: each finds its rows by an index.

import type { WorklistFilter } from '@motcua/domain/worklist-filter';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenManyDossiers } from '../../test/given-many.ts';
import { plansOf } from '../../test/plans-of.ts';
import { createWorld, type World } from '../../test/world.ts';
import { countTabs, listDossiers, listLapsed } from '../dossiers/worklist-store.ts';
import type { Tx } from '../platform/database.ts';
import { listItems, listRuns, listWaiting } from './bulk-store.ts';
import { tabs } from './schema.ts';
import { countSkipped, findView, listOpenProcedures, listSkips, lockNext } from './store.ts';

let world: World;
const id = '01900000-0000-7000-8000-00000000dead';
const now = '2026-12-07T08:00:00+07:00';
beforeAll(async () => {
  world = await createWorld({ at: now });
  await givenManyDossiers(world, 20_000);
  // As many skips and finished runs as a busy office makes in years.
  const owners = [world.tenantId, world.agencyId, world.officer('hoa').officerId];
  await world.owner.query(
    `insert into dossier_skip (tenant_id, dossier_id, officer_id, at, agency_id, unit, reason, until)
      select $1, d.id, $3, now() - n * interval '1 hour', $2, 'tu-phap', 'conflict', now()
      from (select id, row_number() over () as n from dossier where tenant_id = $1 limit 5000) d`,
    owners,
  );
  await world.owner.query(
    `insert into bulk_run (tenant_id, id, officer_id, agency_id, unit, action, created_at, finished_at)
      select $1, md5('r' || n)::uuid, $3, $2, 'tu-phap', '{"type":"claim"}', now(), now() from generate_series(1, 500) n`,
    owners,
  );
  await world.owner.query(
    `insert into bulk_item (tenant_id, run_id, place, dossier_id, version, state)
      select $1, r.id, d.n, d.id, 1, 'done' from (select id from bulk_run) r,
        (select id, row_number() over () as n from dossier where tenant_id = $1 limit 10) d`,
    [world.tenantId],
  );
  await world.owner.query('analyze');
});
afterAll(() => world.close());

const scansAll = /Seq Scan on (dossier|applicant|dossier_skip|bulk_run|bulk_item)\b/;
const filters: WorklistFilter[] = [
  { procedure: '1.001193' },
  { status: 'in_process', urgency: 'late' },
  { urgency: 'no_term' },
  { unit: 'tu-phap', officer: 'none', sort: 'received' },
  { from: '2026-11-01', to: '2026-12-07', sort: 'newest' },
];

test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
  'narrowed by %s, listed and counted',
  async (_what, filter) => {
    for (const who of ['nhung', 'hoa']) {
      const owner = world.officer(who);
      const counted = await plansOf(world, (tx) => countTabs(tx, owner, { ...filter, words: [] }, now));
      expect(counted).not.toMatch(scansAll);
      for (const tab of tabs) {
        const asked = { ...filter, words: [], tab, offset: 0 };
        expect(await plansOf(world, (tx) => listDossiers(tx, owner, asked, now)), tab).not.toMatch(scansAll);
      }
    }
  },
);

test.each<[string, (tx: Tx) => Promise<unknown>]>([
  ['the dossier next in line', (tx) => lockNext(tx, world.officer('hoa'), now)],
  ['how many were skipped', (tx) => countSkipped(tx, world.officer('hoa'), now)],
  ['what an officer lost to the clock', (tx) => listLapsed(tx, world.officer('hoa'))],
  ['the procedures of open dossiers', (tx) => listOpenProcedures(tx, world.agencyId)],
  ['the view an officer chose last', (tx) => findView(tx, id)],
  ['what was skipped lately', (tx) => listSkips(tx, world.agencyId, null, '2026-12-01T00:00:00+07:00')],
  ['the last acts on many', (tx) => listRuns(tx, world.officer('hoa').officerId, null)],
  ['what of an act on many is still to do', (tx) => listWaiting(tx, id)],
  ['what became of an act on many', (tx) => listItems(tx, id)],
])('by an index: %s', async (_what, ask) => {
  const plan = await plansOf(world, ask);
  expect(plan).toMatch(/Index|Seq Scan on worklist_view/);
  expect(plan).not.toMatch(scansAll);
});
