// One that fails keeps no other from its turn, and is not passed over in silence.

import { expect, it } from 'vitest';
import { oneByOne } from './one-by-one.ts';

it('gives everybody a turn and tells who failed', async () => {
  const done: number[] = [];
  const fault = new Error('hai');
  const all = oneByOne([1, 2, 3, 4], async (each) => {
    if (each % 2 === 0) throw fault;
    done.push(each);
  });
  await expect(all).rejects.toMatchObject({ cause: fault, errors: [fault, fault] });
  expect(done).toEqual([1, 3]);
  await expect(oneByOne([], () => Promise.reject(fault))).resolves.toBeUndefined();
});
