// Next in line: the one promised first, never the same for two, and no exception without a reason that leaders read.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client, Reply } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { lockDossier } from '../dossiers/store.ts';
import type { NextAnswer, SkipList } from './schema.ts';

let world: World;
let hoa: Client;
let tung: Client;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query('truncate dossier_skip');
  // What earlier tests left in the pile is no longer in line.
  await world.owner.query('update dossier set ended = true where not ended');
  hoa = await world.signInAs('hoa');
  tung = await world.signInAs('tung');
});

const next = (client: Client, skip: unknown = null): Promise<Reply<NextAnswer>> =>
  client.post<NextAnswer>('/worklist/next', { skip });
const why = { reason: 'conflict', note: '' };

test('gives the dossier promised first, and takes it', async () => {
  const later = await world.givenIntake();
  await world.owner.query(`update dossier set due_at = due_at - interval '1 day' where id = $1`, [
    (await world.givenIntake()).id,
  ]);
  const { rows } = await world.owner.query('select id from dossier where not ended order by due_at limit 1');
  const given = await next(hoa);
  expect([given.status, given.body.dossier?.id]).toEqual([200, rows[0].id]);
  const page = await hoa.get<DossierView>(`/dossiers/${rows[0].id}`);
  expect(page.body.holder).toMatchObject({ officerName: 'bà Lê Thị Hoa', until: expect.any(String) });
  expect((await next(hoa)).body.dossier?.id).toBe(later.id);
  expect((await next(hoa)).body).toEqual({ dossier: null, skipped: 0 });
});

test('passes over one that a colleague is being given in this moment', async () => {
  const first = await world.givenIntake();
  const second = await world.givenIntake();
  await world.ctx.database.tenant(world.tenantId, async (tx) => {
    await lockDossier(tx, first.id);
    // While the lock is held the next request is answered, and with another dossier.
    expect((await next(tung)).body.dossier?.id).toBe(second.id);
  });
});

test('ten at once never get the same', async () => {
  for (let n = 0; n < 8; n += 1) await world.givenIntake();
  const given = await Promise.all(Array.from({ length: 10 }, (_, n) => next(n % 2 === 0 ? hoa : tung)));
  const ids = given.flatMap(({ body }) => body.dossier?.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const rest: string[] = [];
  for (let one = (await next(hoa)).body.dossier; one !== null; one = (await next(hoa)).body.dossier)
    rest.push(one.id);
  expect(new Set([...ids, ...rest]).size).toBe(8);
});

test('a skip needs its reason, gives the dossier back to others, and leaders read it', async () => {
  const { id } = await world.givenIntake();
  await next(hoa);
  const silent = await next(hoa, { dossierId: id, why: { reason: 'other', note: '' } });
  expect(silent.status).toBe(422);
  expect(silent.body).toMatchObject({ fields: [{ message: expect.stringMatching(/ít nhất 5 ký tự/) }] });
  const skipped = await next(hoa, {
    dossierId: id,
    why: { reason: 'other', note: 'Người nộp là hàng xóm.' },
  });
  expect(skipped.body).toEqual({ dossier: null, skipped: 1 });
  const page = (await hoa.get<DossierView>(`/dossiers/${id}`)).body;
  expect(page.holder.officerName).toBe(null);
  expect(page.timeline[0]?.lines).toEqual(['Lý do: Bỏ qua: Lý do khác: Người nộp là hàng xóm.']);
  expect((await hoa.get('/worklist/skips')).status).toBe(403);
  const read = await (await world.signInAs('long')).get<SkipList>('/worklist/skips');
  expect(read.body).toMatchObject({
    total: 1,
    byOfficer: [{ name: 'bà Lê Thị Hoa', count: 1 }],
    byReason: [{ text: 'Lý do khác', count: 1 }],
    rows: [{ id, text: 'Lý do khác: Người nộp là hàng xóm.' }],
  });
});

test('nobody skips what they do not hold', async () => {
  const { id } = await world.givenIntake();
  const reply = await next(hoa, { dossierId: id, why });
  expect(reply).toMatchObject({ status: 409, body: { kind: 'not_possible_now' } });
  expect((await world.owner.query('select from dossier_skip')).rows).toHaveLength(0);
});

test('what was skipped comes back the next working morning, not before', async () => {
  const { id } = await world.givenIntake();
  await next(hoa);
  await next(hoa, { dossierId: id, why });
  const { clock } = world.ctx;
  clock.set('2026-12-08T07:29:00+07:00');
  hoa = await world.signInAs('hoa');
  expect((await next(hoa)).body.dossier).toBe(null);
  clock.set('2026-12-08T07:30:00+07:00');
  expect((await next(hoa)).body.dossier?.id).toBe(id);
});
