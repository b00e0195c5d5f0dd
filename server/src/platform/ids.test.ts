// Identifiers against the example of RFC 9562, their order, and the clock beside them.

import { expect, test } from 'vitest';
import { newId, uuidv7 } from './ids.ts';

test('the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('version and variant are set whatever the random bytes', () => {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(uuidv7(0, new Uint8Array(10))).toMatch(shape);
  expect(uuidv7(2 ** 48 - 1, new Uint8Array(10).fill(255))).toMatch(shape);
  expect(newId()).toMatch(shape);
});

test('later ids sort later', () => {
  const most = new Uint8Array(10).fill(255);
  expect(uuidv7(1_000, most) < uuidv7(1_001, new Uint8Array(10))).toBe(true);
});

test('ids made in one millisecond differ', () => {
  expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000);
});

test('too few random bytes are refused', () => {
  expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError);
});
