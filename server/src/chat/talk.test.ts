// The chat as a citizen meets it: through the webhook, the jobs and the street, on a real database.

import * as acts from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { applicantName } from '../../test/given-intake.ts';
import { chatsFollowing } from './following-store.ts';
import { mintLinkCode } from './link.ts';

let world: ChatWorld;
let dossier: { id: string; code: string };

beforeAll(async () => {
  world = await createChatWorld();
  dossier = await world.givenIntake();
});
afterAll(() => world.close());

describe('from the receipt to the answer', () => {
  it('links by consent and then answers', async () => {
    const phone = world.phone('Chị Mai');
    const [asked, ...more] = await phone.say(`${await world.linkCodeFor(dossier.id)} ạ`);
    expect(more).toEqual([]);
    expect(asked).toContain(`Liên kết hồ sơ ${dossier.code}`);
    const [linked] = await phone.say('1');
    expect(linked).toMatch(/^Đã liên kết\. Hồ sơ .*đang ở bước/);
    const [answer] = await phone.say('hs cua toi toi dau r');
    expect(answer).toMatch(/đang ở bước .*(giữ|chờ).*Hẹn trả trước .*Anh\/Chị chưa phải làm gì\./);
    expect(answer).not.toContain(applicantName);
  });

  it('follows what arrives on the phone, and only forward', async () => {
    const phone = await world.linkedPhone(dossier.id);
    await phone.act((street, person) => acts.see(street, person));
    const { rows } = await world.owner.query(
      `select distinct state from chat_message where user_id = $1 and direction = 'out'`,
      [phone.person.id],
    );
    expect(rows).toEqual([{ state: 'seen' }]);
  });

  it('takes a link code once, by whoever is first', async () => {
    const code = await world.linkCodeFor(dossier.id);
    const [first, second] = [world.phone('Một'), world.phone('Hai')];
    expect((await first.say(code))[0]).toContain('Liên kết hồ sơ');
    expect((await second.say(code))[0]).toContain('Mã này đã dùng rồi hoặc đã quá 30 phút');
  });

  it('lets a link code die after half an hour', async () => {
    const { code } = await world.ctx.database.tenant(world.tenantId, (tx) =>
      mintLinkCode(tx, world.ctx, dossier.id, world.ctx.clock.now()),
    );
    await world.later(31);
    expect((await world.phone('Ba').say(code))[0]).toContain('đã quá 30 phút');
  });

  it('tells the three ways to somebody unknown', async () => {
    expect((await world.phone('Tư').say('hồ sơ của tôi'))[0]).toContain('quét mã QR trên giấy tiếp nhận');
  });
});

describe('following and leaving', () => {
  const following = () => world.ctx.database.tenant(world.tenantId, (tx) => chatsFollowing(tx, dossier.id));
  const isTold = async (userId: string) => (await following()).some((chat) => chat.userId === userId);

  it('greets who follows', async () => {
    expect(await world.phone('Năm').follow()).toEqual([expect.stringContaining('xin chào Anh/Chị')]);
  });

  it('is undone by one word', async () => {
    const phone = await world.linkedPhone(dossier.id);
    expect(await isTold(phone.person.id)).toBe(true);
    expect((await phone.say('huỷ liên kết'))[0]).toContain('Đã huỷ liên kết');
    expect(await isTold(phone.person.id)).toBe(false);
    expect((await phone.say('hồ sơ của tôi'))[0]).toContain('chưa liên kết');
  });

  it('is paused while the account is left', async () => {
    const phone = await world.linkedPhone(dossier.id);
    await phone.follow();
    world.ctx.clock.advance(1);
    expect(await phone.unfollow()).toEqual([]);
    expect(await isTold(phone.person.id)).toBe(false);
    world.ctx.clock.advance(1);
    await phone.follow();
    expect(await isTold(phone.person.id)).toBe(true);
  });

  it('"quên tôi" also forgets what was said', async () => {
    const phone = await world.linkedPhone(dossier.id);
    await phone.say('con mèo tam thể nhà tôi');
    await phone.say('quên tôi');
    const text = await world.everything();
    expect(text.includes('tam thể')).toBe(false);
    expect(await isTold(phone.person.id)).toBe(false);
  });

  it('erases a person who withdraws their data', async () => {
    const phone = await world.linkedPhone(dossier.id);
    await phone.say('một câu chỉ có ở đây');
    expect((await world.everything()).includes('một câu chỉ có ở đây')).toBe(true);
    await phone.act((street, person) => acts.withdrawData(street, person));
    const text = await world.everything();
    expect(text.includes('một câu chỉ có ở đây')).toBe(false);
    expect(text.includes(phone.person.id)).toBe(false);
  });
});

describe('whatever is sent', () => {
  it.each<[string, string]>([
    ['sticker', 'Trung tâm chào Anh/Chị'],
    ['voice', 'chưa nghe được tin thoại'],
    ['location', 'ở Số'],
    ['file', 'chưa nhận giấy tờ qua Zalo'],
  ])('a %s gets a sane answer', async (kind, words) => {
    const bytes = Buffer.from('x');
    const answers = await world.phone('Sáu').act((street, person) => {
      if (kind === 'sticker') acts.sendSticker(street, person, 'chao');
      if (kind === 'voice') acts.sendVoice(street, person, bytes);
      if (kind === 'location') acts.sendLocation(street, person, { latitude: '10.7', longitude: '105.9' });
      if (kind === 'file') acts.sendFile(street, person, { bytes, name: 'don.pdf' });
    });
    expect(answers).toEqual([expect.stringContaining(words)]);
  });

  it('an officer is called, and the bot keeps silent', async () => {
    const phone = world.phone('Bảy');
    expect((await phone.say('gặp cán bộ'))[0]).toMatch(/giờ làm việc/);
    expect(await phone.say('em muốn hỏi chuyện này')).toEqual([]);
    expect(await phone.say('menu')).toEqual([expect.stringContaining('1. Xem hồ sơ')]);
  });

  it('papers of a procedure are answered from the catalogue', async () => {
    expect((await world.phone('Tám').say('làm khai sinh cho con cần gì'))[0]).toMatch(
      /khai sinh.*cần: \(1\)/i,
    );
  });

  it('papers of another procedure are never given', async () => {
    const phone = world.phone('Tám');
    expect((await phone.say('ket hon can giay to gi'))[0]).toMatch(/^Đăng ký kết hôn cần: /);
    for (const asked of ['thủ tục ly hôn cần gì', 'đăng ký tạm trú cần gì', 'thủ tục vay vốn ngân hàng'])
      expect((await phone.say(asked))[0]).toMatch(/^Tôi chưa tìm được thủ tục đó/);
  });

  it('what is asked of a procedure is answered in the words of the catalogue, with its source', async () => {
    const phone = world.phone('Tám');
    const source = /\(Nguồn: danh mục TTHC, mã 1\.000894/;
    for (const [asked, said] of [
      ['đăng ký kết hôn mất bao lâu', /thời hạn giải quyết/],
      ['dang ky ket hon o dau', /nộp tại/],
      ['lệ phí đăng ký kết hôn bao nhiêu', /phí, lệ phí/],
      ['căn cứ pháp lý của thủ tục đăng ký kết hôn', /căn cứ pháp lý/],
      ['tôi sắp cưới vợ, cần giấy tờ gì', /cần: \(1\)/],
    ] as const) {
      const [answer] = await phone.say(asked);
      expect(answer, asked).toMatch(said);
      expect(answer, asked).toMatch(source);
    }
  });

  it('when several procedures may be meant it asks which, and a number decides', async () => {
    const phone = world.phone('Tám');
    expect((await phone.say('thủ tục đăng ký lại'))[0]).toMatch(/\n1\. .*\n2\. /);
    expect((await phone.say('2'))[0]).toMatch(/cần: \(1\)/);
  });

  it('a procedure named without a question is understood', async () => {
    expect((await world.phone('Tám').say('khai tử'))[0]).toMatch(/^Đăng ký khai tử cần: /);
  });

  it('every answer is at most one message', async () => {
    const phone = world.phone('Chín');
    for (const text of ['alo', 'asdf', 'qwer', '1', dossier.code, 'abc', 'huỷ', 'cảm ơn'])
      expect((await phone.say(text)).length).toBe(1);
  });
});
