// Grouped calls: each gets its own answer, a group's error reaches all of it, and no group grows past its bound.

import { expect, test } from 'vitest';
import { together } from './together.ts';

test('calls of one turn go together, and each gets its own answer', async () => {
  const groups: number[][] = [];
  const double = together<number, number>(
    async (items) => {
      groups.push([...items]);
      return items.map((item) => item * 2);
    },
    { most: 10 },
  );
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1, 2, 3]]);
});

test('what comes while a group is under way waits for the next, never more than the bound', async () => {
  const groups: number[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const same = together<number, number>(
    async (items) => {
      groups.push(items.length);
      await held;
      return items;
    },
    { most: 2 },
  );
  const first = same(0);
  await new Promise((resolve) => setImmediate(resolve));
  const rest = [1, 2, 3].map((item) => same(item));
  release();
  expect(await Promise.all([first, ...rest])).toEqual([0, 1, 2, 3]);
  expect(groups).toEqual([1, 2, 1]);
});

test('the error of a group reaches all of it, and nobody after it', async () => {
  let broken = true;
  const same = together<number, number>(
    async (items) => {
      if (broken) throw new Error('cut off');
      return items;
    },
    { most: 5 },
  );
  const both = await Promise.allSettled([same(1), same(2)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await same(3)).toBe(3);
});

test('an answer short is an error, not a call that waits for ever', async () => {
  const short = together<number, number>(async () => [], { most: 5 });
  await expect(short(1)).rejects.toThrow('as many answers');
});
