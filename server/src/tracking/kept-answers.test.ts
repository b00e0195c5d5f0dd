// What is kept stays within its bounds, whatever is asked for.

import { expect, test } from 'vitest';
import { holdsAt, type KeptAnswer, keepAnswers } from './kept-answers.ts';

const answer = (body: string): KeptAnswer => ({
  link: { tenantId: 'kien-tuong', digest: 'x' },
  mark: '1/2/3',
  from: '2026-12-07T08:00:00+07:00',
  until: '2026-12-08T00:00:00+07:00',
  body,
});

test('beyond so many answers the oldest is forgotten; what is written anew counts once and is the youngest', () => {
  const answers = keepAnswers({ most: 2, mostBytes: 1_000_000 });
  answers.keep('a', answer('1'));
  answers.keep('b', answer('2'));
  answers.keep('a', answer('3'));
  answers.keep('c', answer('4'));
  expect(['a', 'b', 'c'].map((token) => answers.find(token)?.body)).toEqual(['3', undefined, '4']);
});

test('beyond so many bytes as well, and one that is too large is not kept at all', () => {
  const answers = keepAnswers({ most: 100, mostBytes: 4_000 });
  for (const token of ['a', 'b', 'c', 'd']) answers.keep(token, answer('x'.repeat(1_000)));
  expect(['a', 'b', 'c', 'd'].map((token) => answers.find(token) !== undefined)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  answers.keep('c', answer('small'));
  answers.keep('e', answer('x'.repeat(1_000)));
  expect(['c', 'd', 'e'].map((token) => answers.find(token) !== undefined)).toEqual([true, true, true]);
  answers.keep('f', answer('x'.repeat(5_000)));
  expect(['c', 'd', 'e', 'f'].every((token) => answers.find(token) === undefined)).toBe(true);
});

test('an answer holds from its moment until its end, and not on a clock that was set back', () => {
  const at = (clock: string) => holdsAt(answer(''), clock);
  expect(at('2026-12-07T08:00:00+07:00')).toBe(true);
  expect(at('2026-12-07T23:59:59+07:00')).toBe(true);
  expect(at('2026-12-08T00:00:00+07:00')).toBe(false);
  expect(at('2026-12-07T07:59:59+07:00')).toBe(false);
});
