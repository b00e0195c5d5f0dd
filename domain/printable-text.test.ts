// What may stand on paper, and what becomes of the rest.

import { expect, test } from 'vitest';
import { printableText } from './printable-text.ts';

test.each([
  ['Vietnamese stays', 'Đặng Thị Ễ, “ấp 4” – 8.000 ₫… №', 'Đặng Thị Ễ, “ấp 4” – 8.000 ₫… №'],
  ['decomposed letters are composed', 'Nguyễn Ặ'.normalize('NFD'), 'Nguyễn Ặ'],
  ['lines become one', ' dòng 1\r\n\n\tdòng 2 ', 'dòng 1 dòng 2'],
  ['control and direction marks go', 'a\u0000b\u0007 \u202edef\u200f\u200b', 'ab def'],
  ['what the font lacks becomes a box', 'Hoa 🌸, 张, សុខ, محمد', 'Hoa □, □, □□□, □□□□'],
  ['half a sign becomes a box', 'x\ud83dy', 'x□y'],
  ['towers of marks are cut', `Z${'\u0301'.repeat(60)}`, 'Ź\u0301\u0301'],
])('%s', (_, typed, printed) => {
  expect(printableText(typed)).toBe(printed);
});
