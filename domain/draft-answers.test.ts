// Answers by path: merged, taken out, and never the keys that every object has.

import { expect, test } from 'vitest';
import { isAnswerPath, putAnswers } from './draft-answers.ts';

test('each change touches its own field', () => {
  const before = { child: { fullName: 'An' }, members: [{ name: 'A' }, { name: 'B' }] };
  expect(
    putAnswers(before, [
      { path: 'child.bornOn', value: '2026-11-01' },
      { path: 'members.1.name', value: 'C' },
      { path: 'members.9.name', value: 'D' },
      { path: 'members.0' },
    ]),
  ).toEqual({
    child: { fullName: 'An', bornOn: '2026-11-01' },
    members: [{ name: 'C' }, { name: 'D' }],
  });
  expect(before.members).toHaveLength(2);
});

test('paths that lead elsewhere than into the answers are none', () => {
  for (const path of [
    '__proto__.x',
    'constructor',
    'a.toString',
    'a..b',
    '',
    '0',
    'a.b.c.d.e.f.g',
    'A',
    'a.100',
  ])
    expect(isAnswerPath(path), path).toBe(false);
});
