// The tables of errors: every documented code, an action that can be carried out, a sentence an operator understands.

import { expect, test } from 'vitest';
import { oaErrorPolicy, oaErrors } from './errors.ts';
import { graphErrorPolicy, graphErrors } from './graph.ts';
import { type ErrorTable, momentAfter } from './policy.ts';
import { zbsErrorPolicy, zbsErrors } from './zbs-errors.ts';

test.each<[string, ErrorTable]>([
  ['OA', oaErrors],
  ['ZBS', zbsErrors],
  ['graph', graphErrors],
])('%s: a moment where there is waiting, and nowhere else; a sentence everywhere', (_name, table) => {
  for (const [code, [action, sentence, until]] of Object.entries(table)) {
    expect([code, until !== undefined]).toEqual([code, action === 'defer' || action === 'retry_later']);
    expect(sentence).toMatch(/^\p{Lu}[^!]{20,}\.$/u);
    expect(sentence).toBe(sentence.normalize('NFC'));
  }
});

const documentedOa =
  '32 100 200 201 204 205 209 210 211 218 212 213 214 216 217 219 220 221 223 224 227 230 232 233 234 235 237 238 241 240 242 244 248 249 320 321 403 1340 1341';
const documentedZbs =
  '100 101 102 103 104 105 106 107 108 109 1091 110 111 112 1121 1122 1123 1124 113 1131 114 115 116 117 118 119 120 1201 1202 121 122 123 124 1241 125 126 127 128 129 130 131 132 133 134 135 1351 136 137 138 1381 139 140 141 142 143 144 1441 145 146 147 1471 1472 148 149 1491 150 151 152 153 158 159 160 161 162';
test('every documented code is known', () => {
  for (const code of documentedOa.split(' '))
    expect(oaErrorPolicy(-Number(code))).toMatchObject({ known: true });
  for (const code of documentedZbs.split(' '))
    expect(zbsErrorPolicy(-Number(code))).toMatchObject({ known: true });
});

test.each([
  [
    '-108 and whoever cannot or will not receive: another way',
    [-108, -114, -118, -119, -139, -140, -141],
    'fallback',
  ],
  ['the day is full: tomorrow', [-144, -147], 'defer'],
  ['money and permissions: the operator', [-115, -135, -136, -137, -138], 'operator'],
  ['a dead token: refreshed', [-124], 'refresh_token'],
])('template messages, %s', (_name, codes, action) => {
  for (const code of codes) expect(zbsErrorPolicy(code)).toMatchObject({ code, action });
});

test('the same number means something else at another host', () => {
  expect(oaErrorPolicy(-100).action).toBe('reupload');
  expect(zbsErrorPolicy(-100).action).toBe('retry_bounded');
  expect(graphErrorPolicy(452).action).toBe('refresh_token');
});

test.each([oaErrorPolicy, zbsErrorPolicy, graphErrorPolicy])(
  'an unknown code is tried again, within bounds, and named (%#)',
  (policy) => {
    expect(policy(-77_777)).toMatchObject({ known: false, action: 'retry_bounded' });
    expect(policy(-77_777)).not.toHaveProperty('until');
    expect(policy(-77_777).sentence).toContain('-77777');
  },
);

test.each([
  ['next_minute', '2026-11-22T10:00:00+07:00', '2026-11-22T10:01:00+07:00'],
  ['next_minute', '2026-11-22T10:00:59.999+07:00', '2026-11-22T10:01:00+07:00'],
  ['morning', '2026-11-22T22:10:00+07:00', '2026-11-23T06:05:00+07:00'],
  ['morning', '2026-11-23T00:10:00+07:00', '2026-11-23T06:05:00+07:00'],
  ['morning', '2026-11-23T06:05:00+07:00', '2026-11-24T06:05:00+07:00'],
  ['next_day', '2026-11-23T00:10:00+07:00', '2026-11-24T06:05:00+07:00'],
  ['next_day', '2026-12-31T23:59:59+07:00', '2027-01-01T06:05:00+07:00'],
  ['next_month', '2026-12-31T18:00:00+07:00', '2027-01-01T06:05:00+07:00'],
  ['next_month', '2026-11-01T00:00:00+07:00', '2026-12-01T06:05:00+07:00'],
] as const)('%s after %s is %s', (until, now, then) => {
  expect(momentAfter(until, Date.parse(now))).toBe(Date.parse(then));
});
