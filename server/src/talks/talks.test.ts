// Citizens and officers talk: from "gặp cán bộ" over the inbox, the answer and the way back to the machine, with all that goes wrong.

import { writeAsOfficer } from '@motcua/zalo-sim/oa-manager';
import * as acts from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import { givenPhoto } from '../../test/given-photo.ts';
import { holdLock } from '../../test/held-lock.ts';
import { endSilentTalks } from './hand-back.ts';
import type { DossierTalks, TalkCount, TalkList, TalkView } from './schema.ts';

let world: ChatWorld;
const clients = new Map<string, Client>();
beforeAll(async () => {
  world = await createChatWorld({ at: '2026-12-07T08:00:00+07:00' });
  for (const who of ['nhung', 'hoa', 'tung', 'duyen', 'duc']) clients.set(who, await world.signInAs(who));
});
afterAll(() => world.close());

const as = (who: string): Client => {
  const client = clients.get(who);
  if (client === undefined) throw new Error(`${who} did not sign in.`);
  return client;
};
const inbox = async (who: string, scope = 'unit') =>
  (await as(who).get<TalkList>(`/talks?scope=${scope}`)).body;
const look = async (who: string, id: string) => (await as(who).get<TalkView>(`/talks/${id}`)).body;
async function newest(who = 'nhung', scope = 'all'): Promise<TalkView> {
  const { rows } = await world.owner.query<{ id: string }>(
    'select id from talk order by opened_at desc, id desc',
  );
  const listed = (await inbox(who, scope)).rows.map(({ id }) => id);
  const id = rows.find((row) => listed.includes(row.id))?.id;
  if (id === undefined) throw new Error('Nobody talks.');
  return look(who, id);
}
const reply = async (who: string, talk: { id: string; version: number }, text: string) =>
  as(who).post<{ version: number; detail?: string; fields?: { message: string }[] }>(
    `/talks/${talk.id}/answers`,
    { version: talk.version, text },
  );
const end = async (who: string, talk: { id: string; version: number }, how: string) =>
  as(who).post<{ detail?: string }>(`/talks/${talk.id}/end`, { version: talk.version, how });
const received = (phone: Phone) => phone.act(() => {});

describe('within the dossier the person follows', () => {
  it('is answered by whoever holds it; the transcript stays with the dossier; ending tells what comes next', async () => {
    const dossier = await world.givenIntake();
    const phone = await world.linkedPhone(dossier.id);
    const [told] = await phone.say('cho tôi gặp cán bộ');
    expect(told).toMatch(/Bộ phận Tư pháp.*đang giữ hồ sơ .*trả lời tại đây trước 8 giờ thứ Ba, 8\/12/);
    expect(await phone.say('giấy chứng sinh của cháu bị rách một góc có sao không ạ')).toEqual([]);

    const talk = await newest('hoa', 'unit');
    expect(talk.dossier).toMatchObject({ id: dossier.id, code: dossier.code });
    expect(talk.said.map(({ from, text }) => [from, text])).toEqual([
      ['citizen', 'cho tôi gặp cán bộ'],
      ['machine', told],
      ['citizen', 'giấy chứng sinh của cháu bị rách một góc có sao không ạ'],
    ]);
    expect(talk.reach).toMatchObject({
      open: true,
      free: true,
      sentence: expect.stringContaining('miễn phí đến'),
    });
    expect((await as('hoa').get<TalkCount>('/talks/count')).body.waiting).toBeGreaterThan(0);
    // Another unit has it in the list of all, not in its own.
    expect((await inbox('duyen')).rows.map(({ id }) => id)).not.toContain(talk.id);

    expect((await reply('hoa', talk, 'Không sao, cháu mang bản gốc tới là được.')).status).toBe(200);
    expect(await received(phone)).toEqual(['Bà Lê Thị Hoa: Không sao, cháu mang bản gốc tới là được.']);
    const answered = await look('hoa', talk.id);
    expect(answered.waitingText).toBeNull();
    expect(answered.said.at(-1)).toMatchObject({
      from: 'officer',
      name: 'bà Lê Thị Hoa',
      stateText: expect.stringMatching(/đã/),
    });
    expect((await inbox('hoa', 'mine')).rows.map(({ id }) => id)).toContain(talk.id);

    expect(await phone.say('dạ cảm ơn')).toEqual([]);
    expect((await look('hoa', talk.id)).waitingText).toBeNull();
    expect((await end('hoa', answered, 'answered')).status).toBe(200);
    expect(await received(phone)).toEqual([
      expect.stringMatching(/^Cán bộ đã trả lời xong.* Hồ sơ .*Trợ lý tự động lại trả lời/),
    ]);
    expect((await phone.say('hồ sơ của tôi'))[0]).toContain('đang ở bước');

    const { body } = await as('duyen').get<DossierTalks>(`/dossiers/${dossier.id}/talks`);
    expect(body.talks[0]).toMatchObject({
      id: talk.id,
      endedText: expect.stringContaining('sau khi trả lời'),
    });
    expect(body.talks[0]?.said).toHaveLength(6);
  });

  it('asks which of several dossiers', async () => {
    const [one, two] = [await world.givenIntake(), await world.givenIntake({ procedureCode: '1.000894' })];
    const phone = await world.linkedPhone(one.id);
    await phone.say(await world.linkCodeFor(two.id));
    await phone.say('Đồng ý');
    expect((await phone.say('gặp cán bộ'))[0]).toMatch(/1\. .* {2}2\. .* {2}3\. Việc khác/);
    await phone.say('3');
    expect((await newest()).dossier).toBeNull();
  });

  it('is over when the person takes back the link', async () => {
    const dossier = await world.givenIntake();
    const phone = await world.linkedPhone(dossier.id);
    await phone.say('gặp cán bộ');
    const talk = await newest('hoa', 'unit');
    await phone.say('huỷ liên kết');
    expect(await reply('hoa', talk, 'Chào chị.')).toMatchObject({ status: 409 });
    expect(await received(phone)).toEqual([]);
  });
});

describe('the general inbox', () => {
  it('is the counter’s, and of the unit it is passed to', async () => {
    const phone = world.phone('Chị Tám');
    await phone.say('con tôi chuyển chỗ học thì sao');
    await phone.say('gặp cán bộ');
    const talk = await newest();
    expect(talk.dossier).toBeNull();
    expect(talk.unitName).toBe('Hộp thư chung');
    // What the machine did not understand is the question.
    expect(talk.said[0]).toMatchObject({ from: 'citizen', text: 'con tôi chuyển chỗ học thì sao' });
    expect((await as('duyen').get(`/talks/${talk.id}`)).status).toBe(404);
    const pass = (unit: string) =>
      as('nhung').post<{ fields?: { field: string }[] }>(`/talks/${talk.id}/unit`, {
        version: talk.version,
        unit,
      });
    expect((await pass('khong-co')).body.fields).toMatchObject([{ field: 'unit' }]);
    expect((await pass('kinh-te')).status).toBe(200);
    const passed = await look('duyen', talk.id);
    expect((await inbox('duyen')).rows.map(({ id }) => id)).toContain(talk.id);
    expect((await reply('duyen', passed, 'Chị liên hệ Phòng Văn hóa - Xã hội.')).status).toBe(200);
    expect(await received(phone)).toEqual([expect.stringContaining('Phòng Văn hóa - Xã hội')]);
  });

  it('keeps photographs for the officer to see', async () => {
    const phone = world.phone('Anh Chín');
    await phone.say('gặp cán bộ');
    expect(await phone.sendPhoto(await givenPhoto(), 'giấy này đúng chưa')).toEqual([]);
    const talk = await newest();
    const [photo] = talk.said.at(-1)?.photos ?? [];
    expect(photo).toMatchObject({ type: 'image/jpeg', pages: 1 });
    const file = await as('nhung').get(`/talks/${talk.id}/photos/${photo?.id}`);
    expect([file.status, file.bytes.subarray(0, 2).toString('hex')]).toEqual([200, 'ffd8']);
    expect((await as('duyen').get(`/talks/${talk.id}/photos/${photo?.id}`)).status).toBe(404);
  });

  it('takes in what an officer writes in Zalo’s own manager', async () => {
    const phone = world.phone('Cô Mười');
    await phone.say('gặp cán bộ');
    await phone.act((street, person) => writeAsOfficer(street, person, 'Chị ghé quầy 3 giúp em.'));
    const talk = await newest();
    expect(talk.said.at(-1)).toMatchObject({ from: 'officer_elsewhere', text: 'Chị ghé quầy 3 giúp em.' });
    expect(talk.waitingText).toBeNull();
    expect(await phone.say('dạ để em ghé')).toEqual([]);
    expect((await look('nhung', talk.id)).waitingText).not.toBeNull();
  });
});

describe('what goes wrong', () => {
  it('two officers at once: one answer goes, the other keeps what was typed', async () => {
    const phone = world.phone('Bác Hai');
    await phone.say('gặp cán bộ');
    const talk = await newest();
    const lock = await holdLock(world.owner, 'select 1 from chat_person where user_id = $1', [
      phone.person.id,
    ]);
    const both = ['nhung', 'duc'].map((who) => reply(who, talk, `Chào bác, ${who} đây.`));
    await lock.untilWaiting(2);
    await lock.release();
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toContain('còn nguyên');
    expect(await received(phone)).toHaveLength(1);
  });

  it('empty, too long, unknown: each says what to do', async () => {
    const phone = world.phone('Bác Ba');
    await phone.say('gặp cán bộ');
    const talk = await newest();
    expect((await reply('nhung', talk, '  ')).body.fields?.[0]?.message).toBe('Nhập nội dung trả lời.');
    expect((await reply('nhung', talk, 'á'.repeat(1_801))).body.fields?.[0]?.message).toContain('1.800');
    const dead = { id: '01900000-0000-7000-8000-00000000dead', version: 1 };
    expect(await reply('nhung', dead, 'Chào')).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('Không có cuộc trao đổi này') },
    });
    expect((await as('nhung').get('/talks?scope=theirs')).status).toBe(422);
  });

  it('whoever waits is not sent away without an answer', async () => {
    const phone = world.phone('Bác Tư');
    await phone.say('gặp cán bộ');
    const talk = await newest();
    expect((await end('nhung', talk, 'answered')).body.detail).toContain('còn chờ câu trả lời');
    expect((await end('nhung', talk, 'by_phone')).status).toBe(200);
    expect(await received(phone)).toEqual([expect.stringContaining('qua điện thoại')]);
  });

  it('a person who has left is not written to, and the page says so before', async () => {
    const phone = world.phone('Bác Năm');
    await phone.follow();
    await phone.say('gặp cán bộ');
    world.ctx.clock.advance(1);
    await phone.unfollow();
    const talk = await newest();
    expect(talk).toMatchObject({
      reach: { open: false },
      whyNotAnswer: expect.stringContaining('bỏ quan tâm'),
    });
    expect(await reply('nhung', talk, 'Chào bác.')).toMatchObject({ status: 409 });
  });

  it('a denunciation stays nowhere, and erasure takes the talk along', async () => {
    const phone = world.phone('Bác Sáu');
    await phone.say('gặp cán bộ');
    await phone.say('chuyện con trâu lạc bầy');
    await phone.sendPhoto(await givenPhoto());
    await phone.say('tôi tố cáo ông trưởng ấp Lê Văn Cụ Thể ăn tiền của dân');
    const before = await world.everything();
    expect(before.includes('trâu lạc bầy')).toBe(true);
    expect(before.includes('Cụ Thể')).toBe(false);
    await phone.act((street, person) => acts.withdrawData(street, person));
    const after = await world.everything();
    expect(after.includes('trâu lạc bầy')).toBe(false);
    expect(after.includes(phone.person.id)).toBe(false);
  });

  it('"xoá dữ liệu của tôi" does so too', async () => {
    const phone = world.phone('Bác Bảy');
    await phone.say('gặp cán bộ');
    await phone.say('chuyện con bò sữa lạc');
    await phone.say('xoá dữ liệu của tôi');
    expect((await world.everything()).includes('bò sữa lạc')).toBe(false);
  });
});

it('an overdue answer is said sorry for, counted, and nothing overdue ends by itself', async () => {
  const phone = world.phone('Dì Út');
  await phone.say('gặp cán bộ');
  world.ctx.clock.set('2026-12-08T10:00:00+07:00');
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [
    '2026-12-08T10:00:00+07:00',
  ]);
  expect((await as('nhung').get<TalkCount>('/talks/count')).body.overdue).toBeGreaterThan(0);
  expect(await phone.say('có ai không ạ')).toEqual([expect.stringContaining('Trung tâm xin lỗi Anh/Chị')]);
  const talk = await newest();
  expect(talk).toMatchObject({ overdue: true, promiseText: expect.stringContaining('quá giờ hẹn') });
  expect(
    (await inbox('nhung', 'all')).rows.every(
      ({ waitingText }, at, rows) => at === 0 || waitingText === null || rows[at - 1]?.waitingText !== null,
    ),
  ).toBe(true);

  expect((await reply('nhung', talk, 'Chào dì, con đây.')).status).toBe(200);
  await received(phone);
  world.ctx.clock.set('2026-12-09T12:00:00+07:00');
  await endSilentTalks(world.ctx);
  expect(await received(phone)).toEqual([]);
  world.ctx.clock.set('2026-12-09T14:00:00+07:00');
  await endSilentTalks(world.ctx);
  expect(await received(phone)).toEqual([expect.stringContaining('Đã một ngày Anh/Chị không nhắn thêm')]);
  expect((await phone.say('alo'))[0]).toContain('xin chào');
});
