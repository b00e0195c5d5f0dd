// A birth is registered in the chat, from the wish to the dossier that waits at the desk: on a real database, with photographs.

import { write } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import { answerQuestions, filerNumber, givenPage } from '../../test/file-by-chat.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await createChatWorld();
});
afterAll(() => world.close());

const last = (texts: string[]): string => texts.at(-1) ?? '';
/** Up to the question for the first paper. */
async function toPapers(phone: Phone): Promise<string> {
  await phone.say('muon lam giay khai sinh cho con');
  return answerQuestions(phone, last(await phone.say('1')));
}
/** Sends what each paper takes, until the list to check is shown. */
async function toCheck(phone: Phone, first: string): Promise<string> {
  let asked = first;
  for (let count = 0; count < 8; count += 1) {
    if (asked.includes('xem lại trước khi nộp')) return asked;
    await phone.sendPhoto(await givenPage({ width: 900 + count }));
    asked = await answerQuestions(phone, last(await phone.say('xong')));
  }
  throw new Error(asked);
}
const count = async (what: string): Promise<number> =>
  Number((await world.owner.query(`select count(*)::int as n from ${what}`)).rows[0].n);

describe('a birth registered in the chat', () => {
  it('is told first, answered, photographed, checked, and files one dossier that the chat follows', async () => {
    const phone = world.phone('Chị Mai');
    const before = await count('dossier');
    const [told] = await phone.say('nop ho so khai sinh');
    expect(told).toMatch(/Cần: .*Thời hạn: .*OTP.*1\. Đồng ý, khai tại đây/s);
    expect(await count('draft')).toBe(0);
    const paper = await answerQuestions(phone, last(await phone.say('1')));
    expect(paper).toContain('Giấy chứng sinh, hoặc');
    expect(last(await phone.sendPhoto(await givenPage({ blur: 6 })))).toContain('bị mờ');
    expect(last(await phone.sendPhoto(await givenPage()))).toMatch(/^Đã nhận 1 ảnh/);
    expect(last(await phone.sendPhoto(await givenPage({ width: 920 })))).toMatch(/^Đã nhận 2 ảnh/);
    const list = await toCheck(phone, last(await phone.say('xong')));
    expect(list).toMatch(/số kết thúc bằng 345.*8 giờ làm việc.*1\. Đồng ý nộp/s);
    expect(last(await phone.say('đồng ý nộp'))).toContain('hồ sơ chờ tiếp nhận, chưa có mã hồ sơ');
    expect(await count('dossier')).toBe(before + 1);
    const { rows } = await world.owner.query(
      `select d.status, d.code, l.way from dossier d join chat_link l on l.tenant_id = d.tenant_id and l.dossier_id = d.id
        where l.user_id = $1`,
      [phone.person.id],
    );
    expect(rows).toEqual([{ status: 'submitted', code: null, way: 'filed' }]);
    expect(last(await phone.say('hồ sơ của tôi tới đâu rồi'))).toContain('Đăng ký khai sinh');
    expect(last(await phone.say('tiếp tục'))).toContain('không có hồ sơ nào đang khai dở');
    expect(await world.everything()).not.toContain(filerNumber);
  });

  it('is filed once however often it is agreed, from two telephones as well', async () => {
    const phone = world.phone('Anh Bình');
    const other = world.phone('Chị Bình');
    const list = await toCheck(phone, await toPapers(phone));
    const code = /NHAP-[\w-]+/.exec(last(await phone.say('làm tiếp trên web')))?.[0] ?? '';
    expect(list).toContain('1. Đồng ý nộp');
    await other.say(code);
    expect(last(await other.say('000000'))).toContain('chưa khớp');
    expect(last(await other.say(filerNumber.slice(-6)))).toContain('Đồng ý nộp');
    expect(last(await phone.say('1'))).toContain('Zalo khác');
    const before = await count('dossier');
    await other.act((street, person) => {
      write(street, person, { text: '1' });
      write(street, person, { text: 'Đồng ý nộp' });
    });
    expect(await count('dossier')).toBe(before + 1);
    expect(last(await phone.say(code))).toMatch(/6 số|nộp rồi/);
  });

  it('goes on after days and on another channel; a link opens the same draft', async () => {
    const phone = world.phone('Chị Lan');
    await phone.say('nộp hồ sơ khai sinh');
    await phone.say('1');
    await phone.say('1');
    await phone.say('Lê Thị Lan');
    expect(last(await phone.say('dừng'))).toMatch(/mã NHAP-.*đến/);
    await world.later(5 * 24 * 60);
    expect(last(await phone.say('lam tiep'))).toMatch(/^Tiếp tục .*căn cước/s);
    const link = last(await phone.say('làm tiếp trên web'));
    expect(link).toContain(`${world.ctx.publicUrl}/nop/`);
    const token = /\/nop\/(\S+)/.exec(link)?.[1] ?? '';
    expect(await world.everything()).not.toContain(token);
    const reply = await world.http.app.inject({ method: 'GET', url: `/api/v1/drafts/${token}` });
    expect(reply.body).toContain('Lê Thị Lan');
    await world.later(31 * 24 * 60);
    expect(last(await phone.say('tiếp tục'))).toContain('được giữ 30 ngày');
  });
});
