// Proves that every pair of colours that meets on a page is legible (WCAG 2.2 AA), in light and in dark.

import { describe, expect, it } from 'vitest';
import { dark, light, type Palette, tones } from './palette.ts';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function textPairs(palette: Palette): [string, string, string][] {
  const grounds = {
    page: palette.page,
    surface: palette.surface,
    sunken: palette.sunken,
    inkTint: palette.inkTint,
  };
  const inks = { text: palette.text, quiet: palette.quiet, ink: palette.ink, danger: palette.danger };
  const pairs: [string, string, string][] = [];
  for (const [inkName, ink] of Object.entries(inks))
    for (const [groundName, ground] of Object.entries(grounds))
      pairs.push([`${inkName} on ${groundName}`, ink, ground]);
  for (const name of tones) {
    const { text, tint } = palette.tone[name];
    for (const [groundName, ground] of Object.entries({ ...grounds, tint }))
      pairs.push([`${name} on ${groundName}`, text, ground]);
    pairs.push([`text on ${name} tint`, palette.text, tint], [`quiet on ${name} tint`, palette.quiet, tint]);
  }
  pairs.push(
    ['words on a button', palette.onInk, palette.inkFilled],
    ['words on a pressed button', palette.onInk, palette.inkFilledHover],
    ['words on a dangerous button', palette.onInk, palette.dangerFilled],
    ['words on lacquer', palette.onLacquer, palette.lacquer],
    ['text on a note', palette.text, palette.note],
    ['quiet on a note', palette.quiet, palette.note],
  );
  return pairs;
}

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, palette) => {
  it.each(textPairs(palette))('%s reads at 4.5:1', (_pair, ink, ground) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['page', palette.page],
    ['surface', palette.surface],
    ['sunken', palette.sunken],
  ])('edges and focus stand out at 3:1 on %s', (_where, ground) => {
    expect(contrast(palette.edge, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(3);
  });
});

it('measures black on white as 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
