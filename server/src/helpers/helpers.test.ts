// A point outside the office: a helper files for somebody, sees that and nothing else, and is watched over.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { applicantNumber, givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, signIn, type World } from '../../test/world.ts';
import type { NewOfficerView } from '../agencies/schema.ts';
import type { DossierView } from '../dossiers/schema.ts';
import type { AssistedList, HelperList } from './schema.ts';

let world: World;
let head: Client;
beforeEach(async () => {
  world = await createWorld();
  head = await world.signInAs('duc');
  const point = { name: 'Bưu điện Kiến Tường', kind: 'post_office', counter: null };
  await head.post(`/agencies/${world.agencyId}/units`, point);
});
afterEach(() => world.close());

const account = (username: string, more: object = {}) => ({
  agencyId: world.agencyId,
  unit: 'buu-dien-kien-tuong',
  post: 'Giao dịch viên',
  roles: ['intake_helper'],
  validFrom: '2026-12-07',
  supervisorId: world.officer('nhung').officerId,
  username,
  fullName: 'Phạm Thị Bưu',
  title: 'bà',
  ...more,
});

async function helper(username: string): Promise<Client> {
  const { body } = await head.post<NewOfficerView>('/officers', account(username));
  const { client } = await signIn(world.http, username, body.firstPassword);
  const newPassword = 'mật khẩu của riêng tôi';
  const entered = await client.post('/session', { username, password: body.firstPassword, newPassword });
  expect(entered.status).toBe(200);
  return client;
}

test('files for somebody: it waits for the counter, and the ledger says who helped', async () => {
  const post = await helper('buu');
  const filed = await post.post<{ id: string; text: string }>('/assisted', givenIntakeBody());
  expect(filed).toMatchObject({ status: 200, body: { text: expect.stringContaining('bộ phận một cửa') } });
  const { rows } = await world.owner.query(
    `select d.status, d.channel, d.code, l.actor from dossier d
      join ledger l on l.dossier_id = d.id where d.id = $1`,
    [filed.body.id],
  );
  expect(rows).toMatchObject([
    { status: 'submitted', channel: 'post', code: null, actor: { kind: 'officer', onBehalf: true } },
  ]);
  const list = await post.get<AssistedList>('/assisted');
  expect(list.body).toMatchObject({
    total: 1,
    rows: [{ id: filed.body.id, applicantName: 'Nguyễn Thị Ẩn' }],
  });
  expect(JSON.stringify(list.body)).not.toContain(applicantNumber);
  const clerk = await world.signInAs('nhung');
  const { version } = (await clerk.get<DossierView>(`/dossiers/${filed.body.id}`)).body;
  const accepted = await clerk.post(`/dossiers/${filed.body.id}/actions`, {
    version,
    action: { type: 'accept' },
  });
  expect(accepted.status).toBe(200);
  expect((await post.get<AssistedList>('/assisted')).body.rows[0]?.code).toMatch(/^000\.00\.27\.H53-/);
});

test('sees only that: nothing of the office, nothing of another helper', async () => {
  const [post, other] = [await helper('buu'), await helper('doan')];
  const { body } = await post.post<{ id: string }>('/assisted', givenIntakeBody());
  const { id } = await world.givenIntake();
  for (const path of [
    `/dossiers/${id}`,
    `/dossiers/${body.id}`,
    '/worklist?tab=unit',
    '/agencies',
    '/helpers',
    '/attention',
  ])
    expect(await post.get(path), path).toMatchObject({ status: 403, body: { kind: 'not_allowed' } });
  expect((await post.post('/dossiers', givenIntakeBody())).status).toBe(403);
  expect((await other.get<AssistedList>('/assisted')).body).toEqual({ total: 0, rows: [] });
  expect((await post.get('/procedures?q=khai sinh')).status).toBe(200);
  expect((await (await world.signInAs('hoa')).get('/assisted')).status).toBe(403);
});

test('accounts are watched over: idle ones first, with what they helped, and shut by who answers for them', async () => {
  const post = await helper('buu');
  await post.post('/assisted', givenIntakeBody());
  await head.post('/officers', account('ngu-quen', { fullName: 'Trần Văn Quên', title: 'ông' }));
  const nhung = await world.signInAs('nhung');
  const rows = async (client: Client) => (await client.get<HelperList>('/helpers')).body.rows;
  expect(await rows(nhung)).toMatchObject([
    { username: 'ngu-quen', lastUsedText: 'chưa dùng lần nào', idle: true, last30Days: 0, ever: 0 },
    { username: 'buu', lastUsedText: 'dùng lần cuối thứ Hai, 7/12', idle: false, last30Days: 1, ever: 1 },
  ]);
  const phuc = await world.signInAs('phuc');
  expect(await rows(phuc)).toEqual([]);
  const [, busy] = await rows(nhung);
  expect((await phuc.post(`/helpers/${busy?.officerId}/disable`, {})).status).toBe(404);
  expect((await nhung.post(`/helpers/${busy?.officerId}/disable`, {})).status).toBe(200);
  expect((await post.get('/assisted')).status).toBe(401);
  expect(await rows(head)).toHaveLength(1);
});

test('an account of a point has a supervisor, that one role, and stands outside the rooms', async () => {
  const field = async (more: object) =>
    ((await head.post('/officers', account('sai', more))).body as { fields?: { field: string }[] })
      .fields?.[0]?.field;
  expect(await field({ supervisorId: null })).toBe('supervisorId');
  expect(await field({ roles: ['intake_helper', 'approver'] })).toBe('roles');
  expect(await field({ roles: ['clerk_in'] })).toBe('roles');
  expect(await field({ unit: 'tu-phap' })).toBe('roles');
});
