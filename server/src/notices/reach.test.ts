// What an officer is told before typing, and what becomes of messages whose people leave or whose news grew old in doubt.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import { planLook } from '../chat/queue-message.ts';
import type { DossierView } from '../dossiers/schema.ts';

let world: ChatWorld;
let hoa: Client;
let nhung: Client;
beforeAll(async () => {
  world = await createChatWorld();
  hoa = await world.signInAs('hoa');
  nhung = await world.signInAs('nhung');
});
afterAll(() => world.close());

const view = async (id: string) => (await nhung.get<DossierView>(`/dossiers/${id}`)).body;
const reachOf = async (id: string) => (await view(id)).reach;

async function act(officer: Client, id: string, action: object): Promise<void> {
  const { version } = await view(id);
  expect((await officer.post(`/dossiers/${id}/actions`, { version, action })).status).toBe(200);
}

it('says how the citizen would be told, the same planner speaking', async () => {
  const { id } = await world.givenIntake();
  expect(await reachOf(id)).toEqual([
    {
      sentence:
        'Chưa có Zalo nào theo dõi hồ sơ: cán bộ báo người nộp qua điện thoại hoặc giấy (danh sách cần báo).',
      road: 'paper',
      free: false,
      until: null,
    },
  ]);
  const phone = await world.linkedPhone(id);
  expect(await reachOf(id)).toEqual([
    {
      sentence:
        'Người theo dõi trên Zalo được báo ngay, miễn phí (còn trong 48 giờ từ lần nhắn gần nhất, đến 8 giờ thứ Tư, 9/12).',
      road: 'chat',
      free: true,
      until: '2026-12-09T08:00:00+07:00',
    },
  ]);
  expect(JSON.stringify(await reachOf(id))).not.toContain(phone.person.id);
  await phone.say('tắt thông báo');
  expect((await reachOf(id)).map(({ road, sentence }) => [road, sentence])).toEqual([
    [
      'paper',
      'Người theo dõi trên Zalo đã chọn không nhận tin: cán bộ báo người nộp qua điện thoại hoặc giấy (danh sách cần báo).',
    ],
  ]);
});

it('says nothing once the dossier has ended', async () => {
  const { id } = await world.givenIntake();
  await act(nhung, id, { type: 'withdraw', reason: 'Công dân xin rút hồ sơ.' });
  expect(await reachOf(id)).toEqual([]);
});

it('who wishes no messages any more gets none that waited; an officer tells what must be told', async () => {
  const { id } = await world.givenIntake();
  const phone = await world.linkedPhone(id);
  await act(hoa, id, { type: 'request_payment', amount: 9_000, reason: 'Lệ phí', stopsClock: false });
  await world.owner.query(`update chat_message set due_at = '2027-01-01' where state = 'planned'`);
  expect(await phone.say('tắt thông báo')).toEqual([expect.stringMatching(/không tự gửi tin nữa/)]);
  const [notice] = (await view(id)).timeline.flatMap(({ notices }) => notices);
  expect(notice?.stateText).toBe('Cán bộ cần báo qua điện thoại hoặc giấy');
});

it('of a joined message in doubt, what is still new is told anew without what has grown old', async () => {
  const [one, two] = [await world.givenIntake({ passOn: false }), await world.givenIntake({ passOn: false })];
  const phone = await world.linkedPhone(one.id);
  await phone.say(await world.linkCodeFor(two.id));
  await phone.say('Đồng ý');
  await act(nhung, one.id, { type: 'pass_on', note: null });
  await act(nhung, two.id, { type: 'pass_on', note: null });
  const { rows } = await world.owner.query<{ id: string; text: string }>(
    `update chat_message set state = 'unknown', attempts = 1, sending_at = $2, look_at = $2
      where state = 'planned' and id in (select message_id from notice where dossier_id = $1) returning id, text`,
    [one.id, '2026-12-07T07:50:00+07:00'],
  );
  expect(rows[0]?.text).toContain('Tin mới về 2 hồ sơ');
  await world.owner.query('delete from graphile_worker._private_jobs');
  await act(hoa, two.id, { type: 'claim' });
  await act(hoa, two.id, { type: 'request_payment', amount: 9_000, reason: 'Lệ phí', stopsClock: false });
  const told = await phone.act(() => {});
  await world.ctx.database.tenant(world.tenantId, (tx) => planLook(tx, rows[0]?.id ?? ''));
  told.push(...(await phone.act(() => {})));
  expect(told.join('\n')).toMatch(/có khoản phải nộp/);
  expect(told.join('\n')).toContain(one.code);
  expect(told.join('\n')).not.toMatch(new RegExp(`${two.code} [^.]* đang được`));
});
