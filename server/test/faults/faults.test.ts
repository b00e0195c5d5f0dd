// The fault table, sampled: `npm run faults` plays it longer and with other seeds. A red row prints what plays it again.

import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FaultRow, Found } from './row.ts';
import { faultRows, playRow } from './rows.ts';

const seed = Number(process.env['FAULT_SEED'] ?? 20_261_122);
const size = Number(process.env['FAULT_SIZE'] ?? 1);
const only = process.env['FAULT_ONLY'] ?? '';
/** Where `npm run faults` wants each row written, a JSON line each. */
const report = process.env['FAULT_REPORT'];

test.each(
  faultRows
    .filter(({ id, name }) => `${id} ${name}`.includes(only))
    .map((row) => [`${row.id} ${row.name}`, row] as const),
)(
  '%s',
  async (name, row) => {
    const again = `npm run faults -- --seed ${seed} --size ${size} --only "${name}"`;
    let found: object = { id: row.id, name: row.name };
    try {
      const played = await playRow(row, seed, size);
      found = played;
      expect(wrongOf(row, played), again).toEqual({});
      tell({ ...found, again });
    } catch (error) {
      tell({ ...found, again, error: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  },
  120_000 * size,
);

/** What is not as it must be: each of it names a number that had to be nought. */
function wrongOf(row: FaultRow, found: Found): Record<string, unknown> {
  const { lost, doubled, disorder, stale, unanswered, stuck, left, failed, doubtful } = found;
  const extra = Math.max(0, found.extra - (row.mayRepeat === true ? found.counted : 0));
  const wrong = {
    lost,
    doubled,
    disorder,
    stale,
    unanswered,
    stuck,
    extra,
    failed: row.mayFail === true ? 0 : failed,
    doubtful: row.mayRepeat === true ? 0 : doubtful,
  };
  const named = Object.entries(wrong).filter(([, count]) => count !== 0);
  return Object.fromEntries(left.length > 0 ? [...named, ['left', left]] : named);
}

function tell(line: object): void {
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(line)}\n`);
}
