// Texts that break chats: endless, right-to-left, stacked marks, control characters, half characters, other languages' code.

import * as fc from 'fast-check';

const pieces = [
  'hồ sơ',
  'hồ sơ',
  'HO SO',
  'tới đâu',
  'huỷ',
  '000.00.27.H53-261120-0007',
  '012345',
  'MC-7K2QX-M4N9P',
  '\u202e\u2066đảo\u2069',
  '\u200b\u200d\ufeff',
  'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\u0007\u001b[31m',
  '\r\n\r\n',
  '\t',
  "'; drop table dossier; --",
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}',
  '%s%n%x',
  '../../../../etc/passwd',
  '{"a":[[[[[[',
  '((((((((((',
  '[@user]',
  'https://x.example/?a=b#c',
  '١٢٣٤٥٦',
  '１２３４５６',
  'ｈồ ｓơ',
  'аbс',
  'ß ﬁ ǅ İ',
  '-'.repeat(40),
  '.'.repeat(40),
  '0'.repeat(40),
  'a '.repeat(40),
  'khong nhan chua '.repeat(8),
  '1 2 3 4 5 6 7 8 9 0 ',
  '261120-0007 '.repeat(5),
];

const wholes: readonly (() => string)[] = [
  () => 'a'.repeat(1_000_000),
  () => 'hồ sơ '.repeat(170_000),
  () => '0'.repeat(1_000_000),
  () => '🙂'.repeat(10_000),
  () => '\u0301'.repeat(50_000),
  () => '1 '.repeat(200_000),
  () => '000.00.27.H53-'.repeat(50_000),
  () => 'MC-'.repeat(100_000),
  () => 'bao gio khi nao chua '.repeat(20_000),
  () => '\u202e'.repeat(20_000),
];

const made = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 7, arbitrary: fc.constantFrom(...pieces) },
        { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      { minLength: 1, maxLength: 12 },
    ),
    fc.constantFrom(' ', ''),
  )
  .map(([parts, between]) => parts.join(between));

/** `count` texts; the first ones are the huge ones, the rest are made of pieces and noise. The same seed gives the same. */
export function hostileTexts(count: number, seed: number): string[] {
  const huge = wholes.map((make) => make());
  return [...huge, ...fc.sample(made, { seed, numRuns: count })].slice(0, count);
}
