// Phone numbers: every way of writing one, and what is none.

import { describe, expect, it } from 'vitest';
import { parsePhoneNumber, phoneText } from './phone-number.ts';

it.each([
  '0912345678',
  '0912 345 678',
  '0912.345.678',
  '(0912) 345-678',
  '+84912345678',
  '+84 0912 345 678',
  '84912345678',
  '0084912345678',
])('%j is +84912345678', (typed) =>
  expect(parsePhoneNumber(typed)).toEqual({ ok: true, phone: '+84912345678' }),
);

it.each([
  ['01662345678', '+84362345678'],
  ['01232345678', '+84832345678'],
  ['01992345678', '+84592345678'],
  ['+841202345678', '+84702345678'],
])('the old number %j is %j today', (typed, phone) =>
  expect(parsePhoneNumber(typed)).toEqual({ ok: true, phone }),
);

describe('refusals name the remedy', () => {
  it.each([
    ['', 'Nhập số điện thoại'],
    ['abc', 'chỉ gồm chữ số'],
    ['091234567', 'có 10 chữ số; số này có 9'],
    ['09123456789', 'số này có 11'],
    ['0212345678', 'Đầu số 021'],
    ['0951234567', 'Đầu số 095'],
  ])('%j', (typed, words) => {
    const result = parsePhoneNumber(typed);
    expect(result.ok ? '' : result.message).toContain(words);
  });
});

it('is read in groups', () => expect(phoneText('+84912345678')).toBe('0912 345 678'));
