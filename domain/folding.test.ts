// Keys of Vietnamese text: what must be equal, what must stay apart.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentedKey, composed, foldedKey, lengthOf } from './folding.ts';

describe('foldedKey', () => {
  it.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['ĐĂNG KÝ KHAI SINH', 'dang ky khai sinh'],
    ['Đăng ký khai sinh'.normalize('NFD'), 'dang ky khai sinh'],
    ['  hồ sơ…của   tôi??', 'ho so cua toi'],
    ['Ủy ban / Uỷ ban', 'uy ban uy ban'],
    ['Nguyễn Ặ Ễ ƯỚC', 'nguyen a e uoc'],
    ['hồ\u200b sơ\ufeff', 'ho so'],
    ['', ''],
  ])('%j → %j', (text, key) => expect(foldedKey(text)).toBe(key));

  it('does not depend on the form of the text and is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = foldedKey(text);
        expect(foldedKey(text.normalize('NFD'))).toBe(key);
        expect(foldedKey(key)).toBe(key);
      }),
    );
  });
});

describe('accentedKey', () => {
  it.each([
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['HÒA bình', 'hoà  Bình'],
  ])('%j equals %j', (one, other) => expect(accentedKey(one)).toBe(accentedKey(other)));

  it('keeps má, mà, mã and ma apart', () => {
    expect(new Set(['ma', 'má', 'mà', 'mã', 'mả', 'mạ', 'mâ', 'mă'].map(accentedKey)).size).toBe(8);
  });
});

it('counts code points of the composed text', () => {
  expect(lengthOf('Ặ'.normalize('NFD'))).toBe(1);
  expect(composed(' ho\u0302\u0300 ')).toBe('hồ');
});
