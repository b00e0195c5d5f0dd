// What is warned of before a photograph is sent: shaken, blown out, too dark; a clean page is none of these.

import { expect, test } from 'vitest';
import { type GreyPicture, photoFlaws } from './photo-quality.ts';

const side = 100;
const drawn = (grey: (x: number, y: number) => number): GreyPicture => ({
  width: side,
  height: side,
  pixels: Uint8Array.from({ length: side * side }, (_, at) => grey(at % side, Math.floor(at / side))),
});
/** Lines of print: dark strokes two pixels wide on paper. */
const page = (x: number, y: number) => (y % 8 < 3 && x % 4 < 2 ? 40 : 210);

test('a sharp page, and a white scan, pass', () => {
  expect(photoFlaws(drawn(page))).toEqual([]);
  expect(photoFlaws(drawn((x, y) => (page(x, y) === 40 ? 0 : 255)))).toEqual([]);
});

test('a shaken, a blown out and a dark page are told apart', () => {
  expect(photoFlaws(drawn((x, y) => 150 + 30 * Math.sin(x / 12) * Math.cos(y / 15)))).toEqual(['blurred']);
  expect(photoFlaws(drawn((x, y) => (x < 30 && y < 60 ? 255 : page(x, y))))).toEqual(['glare']);
  expect(photoFlaws(drawn((x, y) => page(x, y) / 4))).toContain('dark');
  expect(photoFlaws({ width: 0, height: 0, pixels: new Uint8Array() })).toEqual([]);
});
