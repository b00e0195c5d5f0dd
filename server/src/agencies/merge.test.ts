// A merger through HTTP: shown, decided, and carried out: people, sessions, dossiers, codes and papers go on.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { type GivenAgency, givenAgency } from '../../test/given-agency.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { DossierView, IntakeAnswer } from '../dossiers/schema.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import type { RegisterPage } from '../papers/schema.ts';
import type { Worklist } from '../worklists/schema.ts';
import { applyMergers } from './apply-mergers.ts';
import type { MergerPreview, TreeView } from './schema.ts';

let world: World;
let ending: GivenAgency;
let heir: GivenAgency;
let head: Client;
beforeEach(async () => {
  world = await createWorld();
  ending = await givenAgency(world, world.tenantId, 'mot');
  heir = await givenAgency(world, world.tenantId, 'hai');
  for (const table of ['agency', 'agency_fact'])
    await world.owner.query(
      `update ${table} set parent_id = $1 where ${table === 'agency' ? 'id' : 'agency_id'} = any ($2)`,
      [world.agencyId, [ending.agencyId, heir.agencyId]],
    );
  head = await world.signInAs('duc');
});
afterEach(() => world.close());

const path = () => `/agencies/${ending.agencyId}/merger`;
const preview = async () => (await head.get<MergerPreview>(`${path()}?to=${heir.agencyId}`)).body;
const decision = async (more: object = {}) => ({
  to: heir.agencyId,
  decisionNumber: '12/NQ-HĐND',
  decisionDate: '2026-12-01',
  effectiveOn: '2026-12-07',
  units: Object.fromEntries((await preview()).units.map(({ code, heir: to }) => [code, to])),
  ...more,
});

test('people, sessions and open dossiers go on in the successor; code, paper and promise stay', async () => {
  const clerk = await ending.signInAs('nhung');
  const hoa = await ending.signInAs('hoa');
  const taken = await clerk.post<IntakeAnswer>('/dossiers', givenIntakeBody());
  const { id, code, version } = taken.body;
  await hoa.post(`/dossiers/${id}/actions`, { version, action: { type: 'claim' } });
  const before = (await hoa.get<DossierView>(`/dossiers/${id}`)).body;
  expect(await preview()).toMatchObject({ dossiers: 1, officers: 13 });
  const papers = async () =>
    (
      await world.owner.query('select kind, number, agency_id, issued_as from paper where dossier_id = $1', [
        id,
      ])
    ).rows;
  const printed = await papers();

  const decided = await head.post<{ text: string }>(path(), await decision());
  expect(decided.body.text).toContain('1 hồ sơ đang mở chuyển theo');
  await applyMergers(world.ctx);
  await applyMergers(world.ctx);

  // The same session goes on, in the post that took the place of the old one, and so does the dossier.
  expect((await hoa.get('/session')).body).toMatchObject({ agency: { id: heir.agencyId }, postEnded: false });
  expect((await hoa.get<Worklist>('/worklist?tab=mine')).body.rows).toMatchObject([{ id, code }]);
  const after = (await hoa.get<DossierView>(`/dossiers/${id}`)).body;
  expect(after).toMatchObject({
    due: before.due,
    code: before.code,
    holder: { officerName: 'bà Lê Thị Hoa' },
  });
  expect(after.timeline[0]).toMatchObject({
    text: 'UBND phường hai giải quyết tiếp thay UBND phường mot',
    lines: ['Căn cứ: Quyết định số 12/NQ-HĐND ngày 01/12/2026'],
    actorName: 'ông Phạm Minh Đức',
  });
  expect(after.version).toBe(before.version + 1);
  const pass = { version: after.version, action: { type: 'pass_on', note: null } };
  expect((await hoa.post(`/dossiers/${id}/actions`, pass)).status).toBe(200);
  const other = await heir.signInAs('phuc');
  expect((await other.get(`/dossiers/by-code/${code}`)).body).toEqual({ id, code });
  expect(await papers()).toEqual(printed);
  // The book of the agency that ended stays its own, and the successor reads it.
  const period = 'from=2026-12-01&to=2026-12-31';
  const own = (await other.get<RegisterPage>(`/register?${period}`)).body;
  expect(own).toMatchObject({ total: 0, books: [{ id: ending.agencyId, name: 'UBND phường mot' }] });
  const book = await other.get<RegisterPage>(`/register?${period}&book=${ending.agencyId}`);
  expect(book.body.rows).toMatchObject([{ dossierId: id, number: '0001' }]);
  expect((await other.get(`/register?${period}&book=${world.agencyId}`)).status).toBe(404);
  expect(await verifyTenant(world.ctx.database, world.tenantId)).toMatchObject({ faults: [] });

  const tree = (await head.get<TreeView>('/agencies')).body;
  expect(tree.agencies.find((each) => each.id === ending.agencyId)).toMatchObject({
    stands: false,
    note: expect.stringContaining('Đã nhập vào UBND phường hai từ thứ Hai, 7/12'),
  });
  expect(tree.changes.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('Đã chuyển xong hồ sơ'),
  );
});

test('a decision for a later day waits for it, and is carried out once', async () => {
  const clerk = await ending.signInAs('nhung');
  const { body } = await clerk.post<IntakeAnswer>('/dossiers', givenIntakeBody());
  expect((await head.post(path(), await decision({ effectiveOn: '2026-12-08' }))).status).toBe(200);
  await applyMergers(world.ctx);
  expect((await clerk.get(`/dossiers/${body.id}`)).status).toBe(200);
  expect((await head.post(path(), await decision())).body).toMatchObject({ fields: [{ field: 'to' }] });
  world.ctx.clock.set('2026-12-08T00:01:00+07:00');
  await Promise.all([applyMergers(world.ctx), applyMergers(world.ctx)]);
  const { rows } = await world.owner.query(
    `select d.agency_id, (select count(*)::int from ledger l where l.dossier_id = d.id and type = 'agency_moved') as moves
    from dossier d where id = $1`,
    [body.id],
  );
  expect(rows).toEqual([{ agency_id: heir.agencyId, moves: 1 }]);
});

test('what cannot be merged is refused with the field and the remedy', async () => {
  const nobody = await decision({ units: {} });
  expect((await head.post(path(), nobody)).body).toMatchObject({
    detail: expect.stringContaining('làm tiếp việc của'),
  });
  for (const more of [{ to: ending.agencyId }, { decisionDate: '2026-12-08' }, { decisionNumber: '' }])
    expect((await head.post(path(), await decision(more))).status).toBe(422);
  const own = `/agencies/${world.agencyId}/merger`;
  expect((await head.post(own, await decision())).body).toMatchObject({ kind: 'invalid_fields' });
  const stranger = await heir.signInAs('duc');
  expect((await stranger.post(path(), await decision())).body).toMatchObject({ kind: 'not_allowed' });
});
