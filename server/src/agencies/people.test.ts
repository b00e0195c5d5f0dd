// People and posts through HTTP: a new officer signs in, works in several posts, is moved, and is gone at once.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenAgency } from '../../test/given-agency.ts';
import { createWorld, signIn, type World } from '../../test/world.ts';
import { demoPassword } from '../demo/ward-people.ts';
import type { NewOfficerView, TreeView } from './schema.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const post = (agencyId: string) => ({
  agencyId,
  unit: 'tu-phap',
  post: 'Công chức Tư pháp - Hộ tịch',
  roles: ['specialist'],
  validFrom: '2026-12-07',
  supervisorId: null,
});
const newcomer = () => ({
  ...post(world.agencyId),
  username: 'Mai.Tt',
  fullName: 'Trần Thị Mai',
  title: 'bà',
});
const people = ({ agencies }: TreeView) =>
  agencies.flatMap(({ units }) => units.flatMap(({ posts }) => posts));

test('a new officer: the password is shown once, kept nowhere, and opens nothing until it is replaced', async () => {
  const head = await world.signInAs('duc');
  const key = { 'idempotency-key': 'make-mai-1' };
  const made = await head.post<NewOfficerView>('/officers', newcomer(), key);
  expect(made).toMatchObject({ status: 200, body: { username: 'mai.tt' } });
  const { firstPassword, id } = made.body;
  expect(firstPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
  expect((await head.post('/officers', newcomer(), key)).body).toEqual(made.body);
  const { rows } = await world.owner.query(
    `select o::text || coalesce((select string_agg(c::text, '')
    from command c), '') as text from officer o where id = $1`,
    [id],
  );
  expect(rows[0].text).not.toContain(firstPassword);
  const first = await signIn(world.http, 'mai.tt', firstPassword);
  expect(first.reply).toMatchObject({ status: 403, body: { kind: 'choose_password' }, cookies: [] });
  const enter = (newPassword: string) =>
    first.client.post('/session', { username: 'mai.tt', password: firstPassword, newPassword });
  expect(await enter('ngắn')).toMatchObject({ status: 403, body: { fields: [{ field: 'newPassword' }] } });
  expect(await enter(firstPassword)).toMatchObject({ status: 403, cookies: [] });
  expect(await enter('mật khẩu của Mai')).toMatchObject({
    status: 200,
    body: { officer: { fullName: 'Trần Thị Mai', roles: ['specialist'] }, postEnded: false },
  });
  expect((await signIn(world.http, 'mai.tt', firstPassword)).reply.status).toBe(401);
  expect((await signIn(world.http, 'mai.tt', 'mật khẩu của Mai')).reply.status).toBe(200);
});

test('only heads and administrators change people, in their own agency and below', async () => {
  const other = await givenAgency(world, world.tenantId, 'khac');
  const hoa = await world.signInAs('hoa');
  const duc = await world.signInAs('duc');
  expect((await hoa.post('/officers', newcomer())).body).toMatchObject({ kind: 'not_allowed' });
  const foreign = { ...newcomer(), ...post(other.agencyId) };
  expect((await duc.post('/officers', foreign)).body).toMatchObject({
    kind: 'not_allowed',
    detail: expect.stringContaining('không thuộc cơ quan của Anh/Chị'),
  });
  const bad = [
    [{ username: 'hoa' }, 'username'],
    [{ unit: 'khong-co' }, 'unit'],
    [{ roles: [] }, 'roles'],
    [{ fullName: '' }, 'fullName'],
    [{ supervisorId: world.ctx.newId() }, 'supervisorId'],
  ] as const;
  for (const [wrong, field] of bad)
    expect((await duc.post('/officers', { ...newcomer(), ...wrong })).body).toMatchObject({
      kind: 'invalid_fields',
      fields: [{ field }],
    });
  const tree = await duc.get<TreeView>('/agencies');
  expect(people(tree.body).filter(({ username }) => username === 'mai.tt')).toEqual([]);
});

test('two posts: the session works in one, and goes on in the other when asked', async () => {
  const duc = await world.signInAs('duc');
  const { officerId } = world.officer('hoa');
  const second = { ...post(world.agencyId), unit: 'mot-cua', post: 'Trực một cửa', roles: ['clerk_in'] };
  expect((await duc.post(`/officers/${officerId}/posts`, second)).status).toBe(200);
  const hoa = await world.signInAs('hoa');
  const { posts } = (await hoa.get<{ posts: { id: string; post: string; current: boolean }[] }>('/session'))
    .body;
  expect(posts.map(({ post: name, current }) => [name, current])).toEqual([
    ['Công chức Tư pháp - Hộ tịch', true],
    ['Trực một cửa', false],
  ]);
  expect((await hoa.post('/session/post', { postId: posts[1]?.id })).body).toMatchObject({
    officer: { unit: 'mot-cua', roles: ['clerk_in'] },
  });
  expect((await world.givenIntake()).code).toBeTruthy();
  expect((await hoa.post('/session/post', { postId: world.officer('tung').officerId })).body).toMatchObject({
    kind: 'not_possible_now',
  });
});

test('moved in the middle of an action: told so, nothing half-written, and the new post is one step away', async () => {
  const { id, version } = await world.givenIntake();
  const [duc, hoa] = [await world.signInAs('duc'), await world.signInAs('hoa')];
  const claim = { version, action: { type: 'claim' } };
  const { officerId } = world.officer('hoa');
  // The dossier is held, so that the action waits behind its lock while its officer is moved.
  const holder = await world.owner.connect();
  await holder.query('begin');
  await holder.query('select from dossier where id = $1 for update', [id]);
  const acting = hoa.post(`/dossiers/${id}/actions`, claim);
  await waitsForLock();
  const moved = { ...post(world.agencyId), unit: 'kinh-te', inPlaceOf: officerId };
  expect((await duc.post(`/officers/${officerId}/posts`, moved)).body).toMatchObject({
    text: expect.stringContaining('Chuyển bà Lê Thị Hoa'),
  });
  await holder.query('commit');
  holder.release();
  expect(await acting).toMatchObject({
    status: 403,
    body: { kind: 'post_ended', detail: expect.stringContaining('chưa được ghi') },
  });
  const { rows } = await world.owner.query('select version, officer_id from dossier where id = $1', [id]);
  expect(rows).toEqual([{ version, officer_id: null }]);
  // From now on the session itself is told, and can go on in the new post.
  expect(await hoa.get('/worklist?tab=mine')).toMatchObject({ status: 403, body: { kind: 'post_ended' } });
  const session = await hoa.get<{ postEnded: boolean; posts: { id: string }[] }>('/session');
  expect(session.body).toMatchObject({ postEnded: true, officer: { roles: [] } });
  const [next] = session.body.posts;
  expect((await hoa.post('/session/post', { postId: next?.id })).body).toMatchObject({
    postEnded: false,
    officer: { unit: 'kinh-te' },
  });
  expect((await hoa.get('/worklist?tab=mine')).status).toBe(200);
});

test('an account that is shut ends its sessions at once, keeps its name in history, and is written down', async () => {
  const [duc, hoa] = [await world.signInAs('duc'), await world.signInAs('hoa')];
  const { officerId } = world.officer('hoa');
  expect((await duc.post(`/officers/${officerId}/disable`, {})).status).toBe(200);
  expect((await hoa.get('/session')).status).toBe(401);
  expect((await signIn(world.http, 'hoa', demoPassword)).reply.status).toBe(401);
  const { changes } = (await duc.get<TreeView>('/agencies')).body;
  expect(changes[0]).toMatchObject({
    who: 'ông Phạm Minh Đức',
    text: expect.stringContaining('Ngừng tài khoản hoa'),
  });
  expect((await duc.post(`/officers/${world.officer('duc').officerId}/disable`, {})).body).toMatchObject({
    kind: 'not_possible_now',
  });
});

test('an agency below, with another name from a day on: as of a day, as known at a day', async () => {
  const duc = await world.signInAs('duc');
  const below = {
    code: 'H53.27787.01',
    name: 'Chi nhánh Kiến Tường',
    officeName: 'Bộ phận Một cửa chi nhánh',
    kind: 'branch',
    parentId: world.agencyId,
    placeName: 'Kiến Tường',
    address: 'Số 3 đường Lê Lợi',
    phone: null,
    dossierCodePrefix: '000.01.27.H53',
    validFrom: '2026-07-01',
    ground: 'Quyết định 12/QĐ-UBND',
  };
  const made = await duc.post<{ id: string }>('/agencies', below);
  expect(made.status).toBe(200);
  expect((await duc.post('/agencies', below)).body).toMatchObject({ fields: [{ field: 'code' }] });
  world.ctx.clock.set('2026-12-08T08:00:00+07:00');
  const again = await world.signInAs('duc');
  const { name, officeName, ground } = { ...below, name: 'Văn phòng số 2', ground: 'Quyết định 20/QĐ-UBND' };
  const renamed = { name, officeName, parentId: world.agencyId, validFrom: '2026-12-01', ground };
  expect((await again.post(`/agencies/${made.body.id}/facts`, renamed)).status).toBe(200);
  const nameAt = async (query: string) => {
    const { body } = await again.get<TreeView>(`/agencies?${query}`);
    return body.agencies.find(({ id }) => id === made.body.id)?.name;
  };
  expect(await nameAt('')).toBe('Văn phòng số 2');
  expect(await nameAt('day=2026-11-30')).toBe('Chi nhánh Kiến Tường');
  expect(await nameAt('day=2026-06-30')).toBeUndefined();
  // On the seventh nobody knew that it was called so since the first.
  expect(await nameAt('day=2026-12-05&known=2026-12-07')).toBe('Chi nhánh Kiến Tường');
  expect(await nameAt('day=2026-12-05&known=2026-12-08')).toBe('Văn phòng số 2');
  const circle = { ...renamed, parentId: made.body.id };
  expect((await again.post(`/agencies/${made.body.id}/facts`, circle)).body).toMatchObject({
    fields: [{ field: 'parentId' }],
  });
  const point = { name: 'Bưu điện Kiến Tường', kind: 'post_office', counter: null };
  expect((await again.post(`/agencies/${made.body.id}/units`, point)).body).toMatchObject({
    id: 'buu-dien-kien-tuong',
  });
});

async function waitsForLock(): Promise<void> {
  for (;;) {
    const { rows } = await world.owner.query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rows.length > 0) return;
  }
}
