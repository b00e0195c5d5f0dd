// Measures the search against questions with known answers: how often the right procedure comes first, or among five, and how fast.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { judgeRow } from '@motcua/domain/catalogue-check';
import { find } from '@motcua/domain/find';
import { type FindEntry, type FindIndex, findEntryOf } from '@motcua/domain/find-index';
import { z } from 'zod';
import { readCatalogue } from '../procedures/reading/read-catalogue.ts';

const questionSchema = z.object({
  text: z.string(),
  codes: z.array(z.string()).min(1),
  tier: z.string().default('all'),
});
export type Question = z.infer<typeof questionSchema>;

/** The questions of a JSONL file. Throws with the number of a line that is none. */
export async function readQuestions(file: string): Promise<Question[]> {
  const questions: Question[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = questionSchema.safeParse(parseLine(line));
    if (!read.success) throw new Error(`${file}, line ${number}: wants text, codes and tier.`);
    questions.push(read.data);
  }
  return questions;
}

/** The catalogues' procedures, read and judged as `motcua import procedures` does; the first row of a code counts. */
export async function readEntries(files: readonly string[]): Promise<FindEntry[]> {
  const entries = new Map<string, FindEntry>();
  for (const file of files)
    for await (const item of readCatalogue(file)) {
      if ('fault' in item) throw new Error(`${file}, line ${item.line}: ${item.fault}`);
      const verdict = judgeRow(item.record);
      if (verdict.kind === 'accepted' && !entries.has(verdict.procedure.code))
        entries.set(verdict.procedure.code, findEntryOf(verdict.procedure, true));
    }
  return [...entries.values()];
}

export interface Measured {
  tier: string;
  questions: number;
  /** Of these an accepted procedure is in the catalogue at all. */
  answerable: number;
  /** Shares of all questions. */
  recallAt1: number;
  recallAt5: number;
  /** Milliseconds within which 95 of a hundred were answered, each the quickest of three: what else the machine does is not meant. */
  p95: number;
}

export function measureSearch(index: FindIndex, questions: readonly Question[]): Measured[] {
  // Once before the clock runs, so that it is not the compiler that is measured.
  for (const { text } of questions.slice(0, 300)) find(index, text);
  const tiers = [...new Set(questions.map(({ tier }) => tier))].sort();
  return tiers.map((tier) => measureTier(index, tier, questions));
}

function measureTier(index: FindIndex, tier: string, questions: readonly Question[]): Measured {
  const asked = questions.filter((question) => question.tier === tier);
  const ranks: number[] = [];
  const times: number[] = [];
  for (const { text, codes } of asked) {
    times.push(Math.min(...[1, 2, 3].map(() => millisecondsOf(() => find(index, text, { limit: 5 })))));
    const found = find(index, text, { limit: 5 });
    ranks.push(found.findIndex(({ code }) => codes.includes(code)));
  }
  times.sort((one, other) => one - other);
  const share = (holds: (rank: number) => boolean) => ranks.filter(holds).length / asked.length;
  return {
    tier,
    questions: asked.length,
    answerable: asked.filter(({ codes }) => codes.some((code) => index.places.has(code))).length,
    recallAt1: share((rank) => rank === 0),
    recallAt5: share((rank) => rank >= 0),
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

function millisecondsOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
