// The index by which procedures are found: words of names and of the rest, which variant an entry is, how likely it is.

import { count, type Postings, weigh } from './find-postings.ts';
import { type Syllable, syllablesOf } from './find-syllables.ts';
import { traitsWritten } from './find-traits.ts';
import { foldedKey } from './folding.ts';
import type { Procedure } from './procedure.ts';

/** What of a procedure is searched. */
export interface FindEntry {
  code: string;
  name: string;
  shortName: string;
  field: string;
  levels: readonly Procedure['levels'][number][];
  applicants: readonly string[];
  papers: readonly string[];
  results: readonly string[];
  /** Steps and conditions: what is said of it besides. */
  about: string;
  /** Taken in here. */
  offered: boolean;
}

export interface FindIndex {
  entries: readonly FindEntry[];
  places: ReadonlyMap<string, number>;
  /** Folded syllables, pairs of neighbours (`khai sinh`) and accented syllables (`=khai`) of the names. */
  names: ReadonlyMap<string, Postings>;
  /** Folded syllables and pairs of papers, results, field, applicants, steps and conditions. */
  bodies: ReadonlyMap<string, Postings>;
  /** Every folded syllable written in a name or field, with the number of entries it is in. */
  vocabulary: ReadonlyMap<string, number>;
  /** Bits of `find-traits.ts`. */
  traits: Int32Array;
  /** The rarities of the syllables of a name together. */
  nameRarity: Float32Array;
  /** Pairs of neighbours of each whole name, for telling whether it was quoted. */
  pairs: readonly (readonly string[])[];
  /** Near one: the likelier a citizen means it, the higher. */
  priors: Float32Array;
}

/** The searched part of a procedure. `offered`: an agency here takes it in. */
export function findEntryOf(procedure: Procedure, offered: boolean): FindEntry {
  const { code, name, shortName, field, levels, applicants, papers, results, steps, conditions } = procedure;
  return {
    code,
    name,
    shortName,
    field,
    levels,
    applicants,
    papers: papers.map((paper) => paper.name),
    results: results.map((result) => result.name),
    about: `${conditions ?? ''}\n${steps ?? ''}`,
    offered,
  };
}

/** Of each text so many syllables are read: the beginning says what it is about. */
const most = { name: 120, papers: 300, about: 500, rest: 60, head: 14 };

/** Builds the index: about a second for the whole national catalogue, milliseconds for what one ward takes in. */
export function buildIndex(entries: readonly FindEntry[]): FindIndex {
  const read = entries.map((entry) => syllablesOf(withoutExceptions(entry.name), most.name));
  const names = weigh(
    entries.map((entry, at) => countName(entry, read[at] ?? [])),
    { saturation: 1.1, length: 0.5 },
  );
  const rarityOf = (word: string) => names.get(word)?.rarity ?? 0;
  const vocabulary = new Map<string, number>();
  for (const [word, { entries: where }] of names)
    if (/^[^=\s]+$/.test(word)) vocabulary.set(word, where.length);
  return {
    entries,
    places: new Map(entries.map(({ code }, at) => [code, at])),
    names,
    bodies: weigh(entries.map(countBody), { saturation: 1.5, length: 0.7 }),
    vocabulary,
    traits: Int32Array.from(entries, ({ name }, at) => traitsWritten(read[at] ?? [], name)),
    nameRarity: Float32Array.from(read, (name) =>
      [...new Set(name.slice(0, most.head).map(({ folded }) => folded))].reduce(
        (sum, word) => sum + rarityOf(word),
        0,
      ),
    ),
    pairs: entries.map(({ name }) => pairsOf(syllablesOf(name, most.name))),
    priors: Float32Array.from(entries, priorOf),
  };
}

/** Each syllable with its neighbour; the words `thủ tục` before a name are not of it. */
export function pairsOf(syllables: readonly Syllable[]): string[] {
  const folded = syllables.map((syllable) => syllable.folded);
  const from = folded[0] === 'thu' && folded[1] === 'tuc' ? 2 : 0;
  return folded.slice(from, -1).map((word, at) => `${word} ${folded[from + at + 1]}`);
}

/** What a procedure is not for is no word of its name: `(trừ giống bố mẹ)`. */
function withoutExceptions(name: string): string {
  return name.replace(/\((?:trừ|ngoại trừ|không bao gồm)\b[^)]*\)/giu, ' ');
}

function countName(entry: FindEntry, name: readonly Syllable[]): Map<string, number> {
  const counts = new Map<string, number>();
  const folded = name.map((syllable) => syllable.folded);
  count(counts, folded, 1, true);
  // What it begins with says what is done: `^chung thuc`, `^dang ky`.
  const from = folded[0] === 'thu' && folded[1] === 'tuc' ? 2 : 0;
  for (const more of [1, 2, 3]) {
    const head = folded.slice(from, from + 1 + more);
    if (head.length === 1 + more) counts.set(`^${head.join(' ')}`, 1);
  }
  for (const { accented } of name) counts.set(`=${accented}`, 1);
  // A short name that says something else, such as that which people use, counts as well.
  const short = syllablesOf(entry.shortName, most.rest).map((syllable) => syllable.folded);
  if (!folded.join(' ').includes(short.join(' '))) count(counts, short, 1, true);
  return counts;
}

function countBody(entry: FindEntry): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, limit: number, weight: number, pairs = false) =>
    count(counts, foldedKey(text.slice(0, limit * 7)).split(' '), weight, pairs);
  add(entry.name, most.name, 3);
  add(entry.field, most.rest, 2);
  for (const result of entry.results.slice(0, 4)) add(result, most.rest, 2, true);
  add(entry.papers.join(' . '), most.papers, 1, true);
  add(entry.applicants.join(' . '), most.rest, 0.3);
  add(entry.about, most.about, 1, true);
  return counts;
}

/** What a commune takes in is what most people come for; a ministry's is for the few. */
function priorOf({ levels, applicants, offered, name, papers, about }: FindEntry): number {
  let prior = 1;
  if (levels.includes('commune')) prior += 0.12;
  else if (levels.includes('ministry') && !levels.includes('province')) prior -= 0.08;
  if (levels.length === 0) prior -= 0.05;
  // The level between province and commune is abolished; its lists are old.
  else if (levels.every((level) => level === 'other')) prior -= 0.22;
  if (applicants.includes('Công dân Việt Nam')) prior += 0.06;
  if (offered) prior += 0.1;
  // Nothing but a name: a line of an old list.
  if (papers.length === 0 && about.length < 3) prior -= 0.03;
  if (/^công bố danh mục/iu.test(name)) prior -= 0.5;
  return prior;
}
