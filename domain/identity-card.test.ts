// Cards as scanners type them; the numbers are invalid by construction: nobody has the prefix 999.

import { describe, expect, it } from 'vitest';
import { looksLikeCard, readIdentityCard } from './identity-card.ts';

const card = '999186012345|012345678|Nguyễn Thị Ẩn|05091986|Nữ|Tổ 3, phường Kiến Tường, Tây Ninh|01072022';
const demo = { allowDemo: true };
const messageOf = (text: string) => {
  const reading = readIdentityCard(text, demo);
  return reading.ok ? 'đọc được' : reading.message;
};

describe('the QR code of a chip identity card', () => {
  it('fills every field', () => {
    expect(readIdentityCard(card, demo)).toEqual({
      ok: true,
      card: {
        number: '999186012345',
        fullName: 'Nguyễn Thị Ẩn',
        bornOn: '1986-09-05',
        sex: 'female',
        address: 'Tổ 3, phường Kiến Tường, Tây Ninh',
        issuedOn: '2022-07-01',
        garbled: false,
      },
    });
  });
  it('reads cards without an old number, and those since 7/2024 with more fields behind', () => {
    expect(messageOf(card.replace('012345678', ''))).toBe('đọc được');
    expect(messageOf(`${card}|||Nguyễn Văn Cha|Trần Thị Mẹ`)).toBe('đọc được');
  });
  it('composes letters that arrive in pieces, and says when they did not arrive', () => {
    const pieces = readIdentityCard(card.normalize('NFD'), demo);
    expect(pieces.ok && pieces.card.fullName).toBe('Nguyễn Thị Ẩn');
    const ascii = readIdentityCard(card.replace('Nguyễn', 'Nguy?n').replace('Nữ', 'N?'), demo);
    expect(ascii.ok && [ascii.card.garbled, ascii.card.sex]).toEqual([true, 'female']);
    const dropped = readIdentityCard(card.replace(/[À-ỹ]/g, ''), demo);
    expect(dropped.ok && dropped.card.garbled).toBe(true);
  });
  it.each([
    ['an old number', card.replace('999186012345', '012345678'), 'chứng minh nhân dân 9 số'],
    ['a health card', 'DN4010012345678|4e6775|05/09/1986|2|x|y|z', 'bảo hiểm y tế'],
    ['half a card', card.slice(0, 60), 'không phải mã QR trên thẻ căn cước'],
    ['a day that does not exist', card.replace('05091986', '31021986'), 'chưa trọn'],
    [
      'another year than the number says',
      card.replace('05091986', '05091987'),
      'ngày sinh trong mã không khớp',
    ],
    ['another sex than the number says', card.replace('|Nữ|', '|Nam|'), 'giới tính trong mã không khớp'],
    ['a number nobody can have', card.replace('999186', '000186'), 'không phải mã nơi đăng ký khai sinh'],
  ])('refuses %s with its remedy', (_, text, why) => {
    expect(messageOf(text)).toContain(why);
  });
  it('does not take demo cards where people work', () => {
    expect(readIdentityCard(card)).toMatchObject({ ok: false });
  });
  it('is told from the code of a receipt', () => {
    expect([looksLikeCard(card), looksLikeCard('000.00.27.H53-261207-0001')]).toEqual([true, false]);
  });
});
