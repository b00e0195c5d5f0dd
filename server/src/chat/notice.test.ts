// What the desk does reaches the phone, once for each change, those who follow and nobody else; the desk sees how far.

import { messagesOf, see, setFollowing, withdrawData } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import type { DossierView } from '../dossiers/schema.ts';
import type { Change } from '../platform/changes.ts';

let world: ChatWorld;
let hoa: Client;
beforeAll(async () => {
  world = await createChatWorld();
  hoa = await world.signInAs('hoa');
});
afterAll(() => world.close());

const supplement = {
  type: 'request_supplement',
  items: [
    { target: { kind: 'field', field: 'birthplace' }, label: 'Nơi sinh', reason: 'Còn thiếu nơi sinh.' },
  ],
  sectorGround: null,
};

/** Asks for a supplement at the desk; what follows from it waits. */
async function askForMore(id: string, version: number): Promise<void> {
  const claimed = await hoa.post<{ version: number }>(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'claim' },
  });
  const asked = await hoa.post(`/dossiers/${id}/actions`, {
    version: claimed.body.version,
    action: supplement,
  });
  expect(asked.status).toBe(200);
}

/** The messages a phone gets while the desk asks for a supplement. */
async function whileAsked(phone: Phone, id: string, version: number): Promise<string[]> {
  await askForMore(id, version);
  return phone.act(() => {});
}

/** How far the newest notice of a dossier came, as its page says. */
async function shown(id: string) {
  const { body } = await hoa.get<DossierView>(`/dossiers/${id}`);
  const notice = body.timeline.flatMap(({ notices }) => notices)[0];
  return { version: body.version, state: notice?.stateText };
}

/** What open desks hear while something happens. */
async function announced(during: () => Promise<unknown>): Promise<Change[]> {
  const heard: Change[] = [];
  const listener = await world.owner.connect();
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '{}') as Change));
  await listener.query('listen motcua_changes');
  await during();
  await listener.query('select 1');
  listener.release(true);
  return heard;
}

it('a change buzzes once on every phone that follows', async () => {
  const { id, version, code } = await world.givenIntake();
  const phone = await world.linkedPhone(id);
  const [notice, ...more] = await whileAsked(phone, id, version);
  expect(more).toEqual([]);
  expect(notice).toContain(`Hồ sơ ${code}`);
  expect(notice).toMatch(/cần Anh\/Chị bổ sung 1 mục trong tờ khai: \(1\) Nơi sinh: còn thiếu nơi sinh/);
  expect((await phone.say('thiếu giấy gì'))[0]).toContain('Nơi sinh');
});

it('not on one that has unlinked, left or withdrawn', async () => {
  for (const leave of ['unlink', 'unfollow', 'forget'] as const) {
    const { id, version } = await world.givenIntake();
    const phone = await world.linkedPhone(id);
    await phone.follow();
    world.ctx.clock.advance(1);
    if (leave === 'unlink') await phone.say('huỷ liên kết');
    if (leave === 'forget') await phone.say('quên tôi');
    if (leave === 'unfollow') await phone.act((street, person) => setFollowing(street, person, false));
    expect(await whileAsked(phone, id, version)).toEqual([]);
  }
});

it('open desks hear how far it came, and nothing when the chat merely answers', async () => {
  const { id, version } = await world.givenIntake();
  const phone = await world.linkedPhone(id);
  await askForMore(id, version);
  const sent = await announced(() => phone.act(() => {}));
  const { state, version: current } = await shown(id);
  const change = { tenantId: world.tenantId, agencyIds: [world.agencyId], dossierId: id, version: current };
  expect(state).toBe('Đã nhận');
  expect(sent.length).toBeGreaterThan(0);
  for (const each of sent) expect(each).toEqual(change);

  expect(await announced(() => phone.act(see))).toEqual([change]);
  expect((await shown(id)).state).toBe('Đã xem');
  expect(await announced(() => phone.say('hồ sơ của tôi tới đâu rồi'))).toEqual([]);
});

it('what has not left yet is taken back from whoever leaves, and an officer tells what must be told', async () => {
  for (const leave of ['unlink', 'unfollow'] as const) {
    const { id, version } = await world.givenIntake();
    const phone = await world.linkedPhone(id);
    await phone.follow();
    world.ctx.clock.advance(1);
    await askForMore(id, version);
    await world.owner.query(`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`);
    const heard = await announced(() => (leave === 'unlink' ? phone.say('huỷ liên kết') : phone.unfollow()));
    expect(heard.map(({ dossierId }) => dossierId)).toEqual([id]);
    expect((await shown(id)).state).toBe('Cán bộ cần báo qua điện thoại hoặc giấy');
    const before = messagesOf(world.running.street, phone.person.id).length;
    await world.later(1);
    expect(messagesOf(world.running.street, phone.person.id)).toHaveLength(before);
    expect((await shown(id)).state).toBe('Cán bộ cần báo qua điện thoại hoặc giấy');
  }
});

it('a person who withdraws is in no notice any more', async () => {
  const { id, version } = await world.givenIntake();
  const phones = [await world.linkedPhone(id), await world.linkedPhone(id)];
  await askForMore(id, version);
  for (const phone of phones) await phone.act(withdrawData);
  const { rows } = await world.owner.query(
    'select oa_id, chat_user_id from notice where dossier_id = $1 and not no_channel',
    [id],
  );
  expect(rows).toEqual(phones.map(() => ({ oa_id: null, chat_user_id: null })));
});

it('what must be told and had not left when its person withdrew is told by an officer', async () => {
  const { id, version } = await world.givenIntake();
  const phone = await world.linkedPhone(id);
  await askForMore(id, version);
  await world.owner.query(`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`);
  await phone.act(withdrawData);
  expect((await shown(id)).state).toBe('Cán bộ cần báo qua điện thoại hoặc giấy');
});
