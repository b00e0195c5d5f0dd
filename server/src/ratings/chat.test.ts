// Rating in the chat: asked once with the news of the hand-over, answered in one tap, a number or a word, completed or left.

import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import { walker } from '../../test/given-handed-over.ts';

let world: ChatWorld;
let walk: ReturnType<typeof walker>;
let day = 7;
beforeAll(async () => {
  world = await createChatWorld();
  walk = walker(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  day += 1;
  world.ctx.clock.set(`2026-12-${String(day).padStart(2, '0')}T09:00:00+07:00`);
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]);
});

/** A phone that follows a dossier whose result has just been handed over, and has been told. */
async function handedOver(): Promise<{ phone: Phone; id: string; code: string }> {
  const taken = await world.givenIntake();
  const phone = await world.linkedPhone(taken.id);
  const ready = await walk.finish(taken);
  await walk.handOver(ready);
  await world.later(61);
  return { phone, id: taken.id, code: taken.code };
}

const stored = async (id: string) =>
  (
    await world.owner.query(
      'select level, answers, rated_in, former_level, set_aside from rating where dossier_id = $1',
      [id],
    )
  ).rows[0];

const lastOf = (phone: Phone) => messagesOf(world.running.street, phone.person.id).at(-1)?.content;

test('the news of the hand-over asks, with a button for each level; one tap is enough', async () => {
  const { phone, id, code } = await handedOver();
  expect(lastOf(phone)).toMatchObject({
    text: expect.stringMatching(/đã được trao cho.*hài lòng.*1\. Rất hài lòng/is),
    buttons: [{}, {}, {}],
  });
  const [answer] = await phone.say(`Đánh giá ${code}: Rất hài lòng`);
  expect(answer).toContain(code);
  expect(answer).toMatch(/rất hài lòng.*1\. Trả lời câu hỏi ngắn/is);
  expect(await stored(id)).toMatchObject({ level: 2, rated_in: 'chat', answers: {} });
  expect(await phone.say('thôi')).toEqual([expect.stringMatching(/đánh giá đã được ghi/i)]);
});

test.each([
  ['2', 1],
  ['ko hai long', 0],
  ['Hài lòng ạ', 1],
])('“%s” is read as a level', async (said, level) => {
  const { phone, id } = await handedOver();
  await phone.say(said);
  expect(await stored(id)).toMatchObject({ level });
});

test('the official questions come one by one; a wrong number asks again; “thôi” keeps what was said', async () => {
  const { phone, id } = await handedOver();
  const [sorry] = await phone.say('3');
  expect(sorry).toMatch(/xin lỗi.*trả lời trước thứ/s);
  expect(await phone.say('1')).toEqual([expect.stringMatching(/^Câu 1\/7.*1\. Sớm hơn hẹn/s)]);
  expect(await phone.say('7')).toEqual([expect.stringMatching(/không có số đó.*Câu 1\/7/s)]);
  expect(await phone.say('Trễ hẹn')).toEqual([expect.stringMatching(/Câu 2\/7/)]);
  await phone.say('1');
  await phone.say('thôi');
  expect(await stored(id)).toMatchObject({ level: 0, answers: { time: 2, agencies: 0 } });
});

test('free words are kept sealed, whatever they look like, and are no rating of their own', async () => {
  const { phone, id } = await handedOver();
  await phone.say('1');
  await phone.say('2');
  await phone.say('Hồ sơ của tôi làm nhanh, chưa hài lòng thái độ ở cổng');
  const { rows } = await world.owner.query('select words, level from rating where dossier_id = $1', [id]);
  expect(rows[0]).toMatchObject({ words: expect.stringMatching(/^v1\./), level: 2 });
  const everything = await world.everything();
  expect(everything.match(/thái độ ở cổng/g) ?? []).toHaveLength(1);
});

test('a level is changed once, and not after thirty days', async () => {
  const { phone, id } = await handedOver();
  await phone.say('hài lòng');
  expect(await phone.say('không hài lòng')).toEqual([expect.stringMatching(/xin lỗi/)]);
  expect(await stored(id)).toMatchObject({ level: 0, former_level: 1 });
  expect(await phone.say('rất hài lòng')).toEqual([expect.stringMatching(/đã được đổi một lần/)]);
  expect(await stored(id)).toMatchObject({ level: 0, former_level: 1 });
});

test('whoever follows no finished dossier is told so, and a number keeps its other meanings', async () => {
  const taken = await world.givenIntake();
  const phone = await world.linkedPhone(taken.id);
  expect(await phone.say('rất hài lòng')).toEqual([expect.stringMatching(/không có hồ sơ nào/)]);
  await phone.say('menu');
  expect(await phone.say('1')).toEqual([expect.stringContaining(taken.code)]);
});

test('the menu asked for after the question takes the number; the rating still waits', async () => {
  const { phone, id, code } = await handedOver();
  await phone.say('menu');
  expect(await phone.say('1')).toEqual([expect.stringContaining(code)]);
  expect(await stored(id)).toMatchObject({ level: null });
});

test('an end that was taken back leaves nothing to rate', async () => {
  const taken = await world.givenIntake();
  const withdrawn = await walk.press('nhung', taken, {
    type: 'withdraw',
    reason: 'Công dân có đơn xin rút.',
  });
  const until = async () =>
    (
      await world.owner.query('select open_until > opened_at as open from rating where dossier_id = $1', [
        taken.id,
      ])
    ).rows[0];
  expect(await until()).toEqual({ open: true });
  const nhung = await walk.as('nhung');
  const undone = await nhung.post(`/dossiers/${taken.id}/undo`, {
    version: withdrawn.version,
    reason: 'Bấm nhầm hồ sơ khác',
  });
  expect(undone.status, JSON.stringify(undone.body)).toBe(200);
  expect(await until()).toEqual({ open: false });
});
