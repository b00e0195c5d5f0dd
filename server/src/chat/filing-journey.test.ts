// The whole way of one dossier in one chat: filed, taken in at the desk, supplemented by photograph, handed over, rated.

import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { answerQuestions, givenPage } from '../../test/file-by-chat.ts';
import { walker } from '../../test/given-handed-over.ts';
import type { DossierView } from '../dossiers/schema.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await createChatWorld();
});
afterAll(() => world.close());

test('a birth, from the first word to the rating', async () => {
  world.ctx.clock.set('2026-12-08T08:00:00+07:00');
  const walk = walker(world);
  const phone = world.phone('Chị Mai');
  const told = () => {
    const { content } = messagesOf(world.running.street, phone.person.id).at(-1) ?? {};
    return content?.kind === 'text' ? content.text : '';
  };
  await phone.say('muốn làm giấy khai sinh cho con');
  await answerQuestions(phone, (await phone.say('1')).at(-1) ?? '');
  await phone.sendPhoto(await givenPage());
  await answerQuestions(phone, (await phone.say('xong')).at(-1) ?? '');
  await phone.say('Đồng ý nộp');
  const { rows } = await world.owner.query<{ id: string }>(
    `select dossier_id as id from chat_link where user_id = $1`,
    [phone.person.id],
  );
  const id = rows[0]?.id ?? '';
  const look = async (who: string) => (await (await walk.as(who)).get<DossierView>(`/dossiers/${id}`)).body;
  const act = async (who: string, action: object) => {
    const { version } = await look(who);
    await walk.press(who, { id, version }, action);
    await world.later(61);
    // Nobody at the desk has been idle meanwhile.
    await world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]);
  };

  await act('nhung', { type: 'accept' });
  expect(told()).toMatch(/000\.[\d.]+H\d+-261208-\d{4}/);
  const { procedurePapers, code } = await look('nhung');
  const proof = procedurePapers.find(({ name }) => /chứng sinh/i.test(name));
  await act('nhung', { type: 'pass_on', note: null });
  await act('hoa', { type: 'claim' });
  const item = {
    target: { kind: 'paper', paperId: proof?.id },
    label: 'Giấy chứng sinh',
    reason: 'Ảnh bị mờ.',
  };
  await act('hoa', { type: 'request_supplement', items: [item], sectorGround: null });
  expect(told()).toMatch(/Giấy chứng sinh/);
  expect((await phone.sendPhoto(await givenPage({ width: 960 }))).at(-1)).toContain('Đã nhận 1/1 mục');
  expect((await phone.say('hồ sơ của tôi tới đâu rồi')).at(-1)).toContain(code ?? '');
  await act('hoa', { type: 'take_supplement', papers: [] });
  await act('hoa', { type: 'pass_on', note: null });
  await act('long', { type: 'approve' });
  await act('van', { type: 'finish', resultNumber: '12/2026/HT' });
  await act('nhung', { type: 'hand_over', collector: 'Nguyễn Thị Mai', method: 'counter' });
  expect(told()).toMatch(/hài lòng/i);
  expect((await phone.say('Rất hài lòng')).at(-1)).toMatch(/rất hài lòng/i);
});
