// Finding through HTTP: in people's own words, by occasion in life, always by the catalogue as it is now.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, visitor } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import { wardCatalogue } from '../demo/catalogue/ward-catalogue.ts';
import { openDatabase, sql } from '../platform/database.ts';
import { offerProcedures } from '../procedures/offer.ts';
import type { FindAnswer, PublicList, UnfoundList } from './schema.ts';

let world: World;
let guest: Client;
beforeAll(async () => {
  world = await createWorld();
  guest = visitor(world.http);
});
afterAll(() => world.close());

const ask = async (q: string) =>
  (await guest.get<FindAnswer>(`/public/${world.tenantId}/find?q=${encodeURIComponent(q)}`)).body;

test.each([
  ['sinh con', '1.001193'],
  ['vo em moi sinh, lam giay gi', '1.001193'],
  ['tôi sắp cưới vợ', '1.000894'],
  ['bố tôi mới mất', '1.000656'],
  ['xin giấy độc thân', '1.004873'],
  ['mở quán ăn', '1.001612'],
  ['xin phép xây nhà', '1.013225'],
  ['sao y giấy tờ', '2.000815'],
  ['gks', '1.001193'],
])('finds what is meant by "%s"', async (q, code) => {
  const answer = await ask(q);
  expect(answer.rows[0]?.code).toBe(code);
  expect(answer.verdict).not.toBe('not_sure');
});

test('a row says name, term and money; a question leads to procedures that are listed', async () => {
  const answer = await ask('khai sinh');
  expect(answer.rows[0]).toMatchObject({ shortName: 'Đăng ký khai sinh', termText: expect.any(String) });
  const codes = answer.rows.map(({ code }) => code);
  const asked = await ask('xin bản sao');
  for (const { code } of asked.question?.options ?? [])
    expect([...codes, ...asked.rows.map((row) => row.code)]).toContain(code);
});

test('whatever is typed is answered; without words nothing is looked for', async () => {
  for (const q of ['', '   ', '(((', '%_\\', '👶👶👶', '.*+?^$', 'khai sinh '.repeat(900), '<script>'])
    expect(Array.isArray((await ask(q)).rows), q).toBe(true);
  const { status } = await guest.get(`/public/${world.tenantId}/find?q=${'x'.repeat(30_000)}`);
  expect([414, 422, 431]).toContain(status);
  expect((await guest.get('/public/khong-co/find?q=khai%20sinh')).status).toBe(404);
  expect((await guest.get(`/public/${world.tenantId}/find?q=a&limit=1000`)).status).toBe(422);
});

test('lists what belongs to an occasion in life', async () => {
  const { body } = await guest.get<PublicList>(`/public/${world.tenantId}/procedures?event=sinh-con`);
  expect(body.rows.map(({ code }) => code)).toEqual(expect.arrayContaining(['1.001193', '1.001022']));
  expect(body.events).toHaveLength(6);
  for (const { count } of body.events) expect(count).toBeGreaterThan(0);
  const [field] = body.fields;
  const ofField = await guest.get<PublicList>(
    `/public/${world.tenantId}/procedures?field=${encodeURIComponent(field?.name ?? '')}`,
  );
  expect(ofField.body.rows).toHaveLength(field?.count ?? 0);
});

test('what another process puts into the catalogue is found at once', async () => {
  expect((await ask('gắn biển tên cho hồ nước')).rows[0]?.code).not.toBe('9.000001');
  const [first] = wardCatalogue;
  if (first === undefined) throw new Error('The ward offers something.');
  const name = 'Gắn biển tên cho hồ nước';
  const entry = {
    procedure: { ...first.procedure, code: '9.000001', name, shortName: name },
    process: { ...first.process, procedureCode: '9.000001' },
  };
  const other = openDatabase(world.connectionString);
  await other.tenant(world.tenantId, (tx) => offerProcedures(tx, [entry], world.ctx.clock.now()));
  await other.close();
  expect((await ask('gắn biển tên cho hồ nước')).rows[0]?.code).toBe('9.000001');
});

test('what is looked for in vain is counted, and readable only once it is nobody’s own', async () => {
  const q = 'xem bói ngày tốt 0912345678';
  const unfound = async () =>
    (await (await world.signInAs('nhung')).get<UnfoundList>('/find/unfound')).body.rows;
  await ask(q);
  await ask(q);
  expect(await unfound()).toEqual([]);
  await ask(q);
  expect(await unfound()).toEqual([{ month: '2026-12-01', times: 3, words: 'xem boi ngay tot' }]);
  const kept = await world.ctx.database.tenant(world.tenantId, (tx) =>
    tx.rows(sql`select * from unfound where tenant_id = ${tx.tenantId}`),
  );
  expect(JSON.stringify(kept)).not.toContain('0912');
});
