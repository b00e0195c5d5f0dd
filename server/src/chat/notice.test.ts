// What the desk does reaches the phone: once for each change, to those who follow and nobody else.

import { setFollowing } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';

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

/** The messages a phone gets while the desk asks for a supplement. */
async function whileAsked(phone: Phone, id: string, version: number): Promise<string[]> {
  const claimed = await hoa.post<{ version: number }>(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'claim' },
  });
  const asked = await hoa.post(`/dossiers/${id}/actions`, {
    version: claimed.body.version,
    action: supplement,
  });
  expect(asked.status).toBe(200);
  return phone.act(() => {});
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
