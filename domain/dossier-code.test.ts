// Dossier codes: written one way, read as people type them.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDossierCode, matchesPartialCode, parseDossierCode } from './dossier-code.ts';

const code = '000.00.27.H53-261122-0007';

describe('formatDossierCode', () => {
  it('pads to four digits and grows past them', () => {
    expect(formatDossierCode('000.00.27.H53', '2026-11-22', 7)).toBe(code);
    expect(formatDossierCode('000.00.27.H53', '2026-11-22', 9999)).toBe('000.00.27.H53-261122-9999');
    expect(formatDossierCode('000.00.27.H53', '2026-11-22', 10_000)).toBe('000.00.27.H53-261122-10000');
    expect(() => formatDossierCode('000.00.27.H53', '2026-11-22', 0)).toThrow();
  });
});

describe('a full code', () => {
  it.each([
    code,
    '000.00.27.h53-261122-0007',
    '000 00 27 H53 261122 0007',
    '0000027H532611220007',
    '000.00.27.H53 - 261122 - 0007',
    '000.00.27.H53–261122–0007',
    '000.00.27.H53.261122.0007',
    'hs 000.00.27.H53-261122-0007 xong chưa',
    'mã:000.00.27.h53-261122-0007.',
    'tra cuu hs 000.00.27.H53-261122-0007?',
  ])('%j', (text) => expect(parseDossierCode(text)).toEqual({ kind: 'full', code }));

  it.each([
    ['H37.24.15-261120-0007', 'H37.24.15-261120-0007'],
    ['h37 24 15 261120 0007', 'H37.24.15-261120-0007'],
    ['H53-261120-0007', 'H53-261120-0007'],
    ['G09.20-20260609-0092637', 'G09.20-20260609-0092637'],
    ['000.00.06.G04.190701.0501', '000.00.06.G04-190701-0501'],
    ['000.00.27.H53-261122-10001', '000.00.27.H53-261122-10001'],
  ])('%j → %j', (text, found) => expect(parseDossierCode(text)).toEqual({ kind: 'full', code: found }));

  it('is found again whatever the punctuation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('-', ' ', '.', ' - ', '–', ''),
        fc.boolean(),
        (sequence, gap, lower) => {
          const written = formatDossierCode('000.00.27.H53', '2026-11-22', sequence);
          const typed = written.replaceAll('-', gap);
          expect(parseDossierCode(lower ? typed.toLowerCase() : typed)).toEqual({
            kind: 'full',
            code: written,
          });
        },
      ),
    );
  });
});

describe('a partial code', () => {
  it.each<[string, string | null, number]>([
    ['0007', null, 7],
    ['số 7', null, 7],
    ['so 7', null, 7],
    ['hồ sơ số 12 xong chưa', null, 12],
    ['hs 0012', null, 12],
    ['mã 0007', null, 7],
    ['261122-0007', '261122', 7],
    ['261122-7', '261122', 7],
    ['hồ sơ 261122-0007 tới đâu', '261122', 7],
    ['#0007', null, 7],
  ])('%j', (text, date, sequence) =>
    expect(parseDossierCode(text)).toEqual({ kind: 'partial', date, sequence }),
  );

  it('matches the end of a code', () => {
    expect(matchesPartialCode(code, { date: null, sequence: 7 })).toBe(true);
    expect(matchesPartialCode(code, { date: '261122', sequence: 7 })).toBe(true);
    expect(matchesPartialCode(code, { date: '261121', sequence: 7 })).toBe(false);
    expect(matchesPartialCode(code, { date: null, sequence: 70 })).toBe(false);
  });
});

it.each([
  '',
  'hồ sơ của tôi',
  '123456',
  '7',
  '1',
  '0912345678',
  '999086012345',
  '261322-0007',
  'hồ sơ 3 ngày rồi chưa xong',
  'hs nộp hôm thứ 2',
  'KQ.G01.00262',
  '22/11/2026',
  '0000',
])('%j is no code', (text) => expect(parseDossierCode(text)).toBeNull());
