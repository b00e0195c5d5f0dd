// The whole national catalogue, read and judged: runs when MOTCUA_SHARED_DATA names the folder that holds it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRow } from '@motcua/domain/catalogue-check';
import { expect, it } from 'vitest';
import { countRows, readCatalogue } from './read-catalogue.ts';

const folder = process.env.MOTCUA_SHARED_DATA;
const file = join(folder ?? '', 'procedures.jsonl');
const isThere = folder !== undefined && existsSync(file);
if (!isThere)
  console.info(
    'Skipped: set MOTCUA_SHARED_DATA to the folder of procedures.jsonl to judge the national catalogue.',
  );

it.skipIf(!isThere)(
  'takes in all 2,849 national records and never reads a bare number as days',
  async () => {
    expect(await countRows(file)).toBe(2849);
    let accepted = 0;
    let doubtful = 0;
    for await (const item of readCatalogue(file)) {
      if ('fault' in item) throw new Error(item.fault);
      const verdict = judgeRow(item.record);
      if (verdict.kind === 'rejected') throw new Error(`${item.line}: ${verdict.reasons.join(' ')}`);
      accepted += 1;
      if (verdict.doubts.length > 0) doubtful += 1;
      for (const channel of verdict.procedure.channels) {
        if (!/^\d+$/.test(channel.termText)) continue;
        expect(['none', 'same_day']).toContain(channel.term.unit);
        expect(verdict.doubts.some((doubt) => doubt.problem.includes('không có đơn vị'))).toBe(true);
      }
    }
    expect(accepted).toBe(2849);
    expect(doubtful).toBeGreaterThan(500);
    expect(doubtful).toBeLessThan(1500);
  },
  10_000,
);
