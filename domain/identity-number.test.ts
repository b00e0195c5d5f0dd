// Identity numbers: structure, the demo prefix, sentences that name the remedy. No number here can be a person's.

import { describe, expect, it } from 'vitest';
import { bornWith, lastSix, parseIdentityNumber } from './identity-number.ts';

const demo = '999086012345';

it('takes a demo number only where the demo is allowed', () => {
  expect(parseIdentityNumber(demo).ok).toBe(false);
  expect(parseIdentityNumber(' 999 0860 12345 ', { allowDemo: true })).toEqual({
    ok: true,
    identity: { kind: 'personal', number: demo },
  });
});

it('takes every province of the list, and only those', () => {
  // The number is put together here so that no valid one stands in the source.
  const withPrefix = (prefix: string) => parseIdentityNumber(prefix + demo.slice(3));
  expect(withPrefix('080').ok).toBe(true);
  expect(withPrefix('096').ok).toBe(true);
  expect(withPrefix('100').ok).toBe(true);
  for (const prefix of ['000', '003', '005', '097', '099', '900', '998'])
    expect(withPrefix(prefix).ok).toBe(false);
  let known = 0;
  for (let prefix = 0; prefix < 100; prefix++) if (withPrefix(String(prefix).padStart(3, '0')).ok) known++;
  expect(known).toBe(63);
});

describe('refusals say what to do', () => {
  it.each([
    ['', 'Nhập số căn cước'],
    ['123456789', '9 số không còn giá trị'],
    ['99908601234', 'mới nhập 11'],
    ['9990860123456', 'mới nhập 13'],
    ['99908601234O', 'chỉ gồm 12 chữ số'],
    ['000000000000', 'không phải mã nơi'],
    ['999086000000', 'toàn số 0'],
  ])('%j', (typed, words) => {
    const result = parseIdentityNumber(typed, { allowDemo: true });
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.message).toContain(words);
  });
});

it('takes passports, which have no last six', () => {
  const result = parseIdentityNumber('c1234567');
  expect(result).toEqual({ ok: true, identity: { kind: 'passport', number: 'C1234567' } });
  expect(lastSix({ kind: 'passport', number: 'C1234567' })).toBeNull();
  expect(lastSix({ kind: 'personal', number: demo })).toBe('012345');
});

it('reads sex and year of birth', () => {
  expect(bornWith('999086012345')).toEqual({ sex: 'male', year: 1986 });
  expect(bornWith('999305012345')).toEqual({ sex: 'female', year: 2005 });
});
