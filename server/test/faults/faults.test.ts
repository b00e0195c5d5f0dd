// The fault table, sampled: `npm run faults` plays it longer and with other seeds. A red row prints what plays it again.

import { afterAll, expect, test } from 'vitest';
import { faultRows, type Played, playRow } from './rows.ts';

const seed = Number(process.env['FAULT_SEED'] ?? 20_261_122);
const size = Number(process.env['FAULT_SIZE'] ?? 1);
const only = process.env['FAULT_ONLY'] ?? '';
const played: Played[] = [];

test.each(
  faultRows
    .filter(({ id, name }) => `${id} ${name}`.includes(only))
    .map((row) => [`${row.id} ${row.name}`, row] as const),
)(
  `%s (npm run faults -- --seed ${seed} --size ${size})`,
  async (_name, row) => {
    const found = await playRow(row, seed, size);
    played.push(found);
    const { lost, doubled, disorder, stale, stuck } = found;
    expect({ lost, doubled, disorder, stale, stuck }).toEqual({
      lost: 0,
      doubled: 0,
      disorder: 0,
      stale: 0,
      stuck: 0,
    });
    expect(found.extra).toBeLessThanOrEqual(row.mayRepeat === true ? found.counted : 0);
    if (row.mayRepeat !== true) expect(found.doubtful).toBe(0);
    if (row.mayFail !== true) expect(found.failed).toBe(0);
  },
  120_000 * size,
);

afterAll(() => {
  if (process.env['FAULT_SEED'] === undefined) return;
  console.log(`\nseed ${seed}, size ${size}`);
  for (const { id, name, numbers, seed: _, ...counts } of played)
    console.log(JSON.stringify({ fault: `${id} ${name}`, ...counts, ...numbers }));
});
