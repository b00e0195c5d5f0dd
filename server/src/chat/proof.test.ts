// A typed code answers nothing by itself: proofs, budgets, photos, denunciations, and what is left of them afterwards.

import { encodeQR } from 'qr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { applicantName } from '../../test/given-intake.ts';
import { triesADay } from './prove.ts';

const digits = '012345';
let world: ChatWorld;
let dossier: { id: string; code: string };
let victim: { id: string; code: string };

beforeAll(async () => {
  world = await createChatWorld();
  dossier = await world.givenIntake();
  victim = await world.givenIntake();
});
afterAll(() => world.close());

const missing = (code: string) => code.replace(/\d{4}$/, '9876');

describe('a typed code', () => {
  it('is answered after the six digits, without a name', async () => {
    const phone = world.phone('Mai');
    const [asked] = await phone.say(`tra cuu hs ${dossier.code.toLowerCase()}`);
    expect(asked).toContain('xin nhập 6 số cuối căn cước của người nộp');
    const [answer] = await phone.say(digits);
    expect(answer).toMatch(/đang ở bước[^]*Liên kết hồ sơ/);
    expect(answer).not.toContain(applicantName);
    expect((await phone.say('Đồng ý'))[0]).toContain('Đã liên kết');
  });

  it('answers a miss and a wrong proof in the same words', async () => {
    const [hit, miss] = [world.phone('Một'), world.phone('Hai')];
    const heard = async (phone: typeof hit, code: string) =>
      [...(await phone.say(code)), ...(await phone.say('999999'))].map((text) => text.replaceAll(code, 'MÃ'));
    expect(await heard(hit, dossier.code)).toEqual(await heard(miss, missing(dossier.code)));
  });

  it('gives a chat five tries a day, then the other ways, and five more tomorrow', async () => {
    const phone = world.phone('Ba');
    await phone.say(dossier.code);
    for (let left = triesADay.chat - 1; left > 0; left--)
      expect((await phone.say('999999'))[0]).toContain(`hôm nay còn ${left} lần`);
    expect((await phone.say('999999'))[0]).toContain('tạm dừng đến 0 giờ');
    await phone.say(dossier.code);
    expect((await phone.say(digits))[0]).toContain('tạm dừng đến 0 giờ');
    expect((await phone.sendPhoto(await qrPhoto(dossier.id)))[0]).toContain('đang ở bước');
    await world.later(24 * 60);
    await phone.say('huỷ');
    await phone.say(dossier.code);
    expect((await phone.say(digits))[0]).toContain('đang ở bước');
  });

  it('cannot be shut to its owner by strangers', async () => {
    for (let stranger = 0; stranger < triesADay.code / (triesADay.chat - 1); stranger++) {
      const phone = world.phone(`Kẻ lạ ${stranger}`);
      await phone.say(victim.code);
      for (let tried = 1; tried < triesADay.chat; tried++) await phone.say('999999');
    }
    const another = world.phone('Kẻ lạ nữa');
    await another.say(victim.code);
    await another.say('999999');
    expect((await another.say('999998'))[0]).toContain('tạm dừng đến 0 giờ');
    const owner = world.phone('Chủ hồ sơ');
    await owner.say(victim.code);
    expect((await owner.say(digits))[0]).toContain('đang ở bước');
  });

  it('leaves no digits behind', async () => {
    const text = await world.everything();
    const said = text.split('\n').filter((line) => line.startsWith('(') && /\[6 số\]/.test(line));
    expect(said.length).toBeGreaterThan(0);
    expect(text.includes('999999')).toBe(false);
    expect(new RegExp(`\\D${digits}\\D`).test(text)).toBe(false);
  });
});

describe('a photo', () => {
  it('of the receipt is answered at once and can be linked', async () => {
    const phone = world.phone('Năm');
    const [answer] = await phone.sendPhoto(await qrPhoto(dossier.id));
    expect(answer).toMatch(/đang ở bước[^]*Liên kết hồ sơ/);
    expect((await phone.say('1'))[0]).toContain('Đã liên kết');
  });
  it('without a code, or that is no picture, gets help', async () => {
    const plain = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect((await world.phone('Sáu').sendPhoto(plain))[0]).toContain('không thấy mã QR');
    expect((await world.phone('Bảy').sendPhoto(Buffer.from('no picture')))[0]).toContain('chưa mở được');
  });
  it('leaves no capability behind', async () => {
    expect((await world.everything()).includes(world.tokenOf(dossier.id).split('.')[1] ?? '')).toBe(false);
  });
});

describe('a denunciation', () => {
  it('is answered with the lawful ways and leaves no trace in any table', async () => {
    const phone = world.phone('Tám');
    const [answer, ...more] = await phone.say('tôi muốn tố cáo ông Kẹo Kéo vòi tiền ở bàn số ba');
    expect(answer).toMatch(/trụ sở tiếp công dân/);
    expect(more).toEqual([]);
    const text = await world.everything();
    for (const trace of ['Kẹo Kéo', 'vòi tiền', 'tố cáo', 'trụ sở tiếp công dân', 'không nhận nội dung này'])
      expect(text.includes(trace)).toBe(false);
    const { rows } = await world.owner.query('select 1 from chat_message where user_id = $1', [
      phone.person.id,
    ]);
    expect(rows).toEqual([]);
    expect((await phone.say('menu'))[0]).toContain('1. Xem hồ sơ');
  });
});

/** A receipt's QR as a phone photographs it. */
async function qrPhoto(dossierId: string): Promise<Buffer> {
  const cells = encodeQR(`https://motcua.test/q/${world.tokenOf(dossierId)}`, 'raw', { border: 4, scale: 6 });
  const side = cells.length;
  const pixels = Buffer.from(cells.flat().map((dark) => (dark ? 20 : 235)));
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .rotate(4, { background: '#ebebeb' })
    .jpeg({ quality: 70 })
    .toBuffer();
}
