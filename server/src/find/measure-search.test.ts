// The search against real questions over the real catalogue: runs when MOTCUA_SHARED_DATA names the folder that holds them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex } from '@motcua/domain/find-index';
import { expect, it } from 'vitest';
import { measureSearch, readEntries, readQuestions } from './measure-search.ts';

const folder = process.env.MOTCUA_SHARED_DATA;
const inFolder = (name: string) => join(folder ?? '', name);

it.skipIf(folder === undefined || !existsSync(inFolder('retrieval_eval.jsonl')))(
  'finds what colloquial and written questions mean, three in four at the first place',
  async () => {
    const catalogues = ['procedures.jsonl', 'procedures_provincial.jsonl'].map(inFolder);
    const index = buildIndex(await readEntries(catalogues));
    const measured = measureSearch(index, await readQuestions(inFolder('retrieval_eval.jsonl')));
    const least = new Map([
      ['A_official_faq', [0.78, 0.93]],
      ['B_human', [0.75, 0.92]],
      ['C_llm', [0.72, 0.9]],
    ]);
    for (const { tier, recallAt1, recallAt5 } of measured) {
      const [first = 0, five = 0] = least.get(tier) ?? [];
      expect(recallAt1, tier).toBeGreaterThanOrEqual(first);
      expect(recallAt5, tier).toBeGreaterThanOrEqual(five);
    }
    // A strange text costs no more than a question; the limit is generous for a machine that does other things as well.
    const strange = [
      '('.repeat(50_000),
      '👶'.repeat(9_000),
      'khai sinh '.repeat(9_000),
      'zqx '.repeat(9_000),
    ];
    const slow = measureSearch(
      index,
      strange.map((text) => ({ text, codes: ['none'], tier: 'strange' })),
    );
    expect(slow[0]?.p95).toBeLessThan(100);
  },
  180_000,
);
