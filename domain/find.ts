// Finds procedures by what people type: the ranking, over an index in memory. Pure, and the same in chat and portal.

import type { FindEntry, FindIndex } from './find-index.ts';
import type { Postings } from './find-postings.ts';
import { type FindQuery, isPair, readQuery } from './find-query.ts';
import { traits } from './find-traits.ts';
import { foldedKey } from './folding.ts';

/** By what an entry was found, the strongest first; `meaning` is a word that stands for what is written there. */
export type FoundBy = 'code' | 'name' | 'meaning' | 'papers' | 'field';

export interface Found {
  code: string;
  /** Comparable within one answer only; above zero. */
  score: number;
  /** Which share of what was asked the entry speaks of, 0 to 1. */
  cover: number;
  why: FoundBy[];
}

export interface FindOptions {
  /** At most so many; 10 when absent. */
  limit?: number;
  /** Only such entries; all when absent. */
  only?: (entry: FindEntry) => boolean;
}

/** Found by trying on half of the open questions, and checked on the other half. */
export const rankWeights = { body: 0.44, accent: 0.16, nameShare: 0.28, unasked: 0.6, quoted: 0.5 };

/** So many of the best are looked at once more, for what costs too much to ask of all. */
const reread = 40;
/** Who scores below this share of the best so far will not be among them. */
const hopeless = 0.2;
/** Fillers are looked for in names alone. */
const faintest = 0.25;
/** To be mentioned somewhere is less than to be named. */
const bodyCover = 0.25;
/** Pairs of two words that both say something. */
const strongPair = 0.6;

/**
 * The best procedures for a text, best first; none when no word of it is known. A code names its procedure. Takes
 * about a millisecond among thousands, however long or strange the text is. Never throws.
 */
export function find(index: FindIndex, text: string, options: FindOptions = {}): Found[] {
  const { limit = 10, only = () => true } = options;
  const code = /(?<!\d)\d\.\d{6}(?!\d)/.exec(text.slice(0, 400))?.[0];
  const named = index.entries[index.places.get(code ?? '') ?? -1];
  if (named !== undefined && only(named)) return [{ code: named.code, score: 1, cover: 1, why: ['code'] }];
  const query = readQuery(index, text);
  const { scores, shares } = scoreAll(index, query);
  const best = bestOf(index, query, only, scores, shares);
  return best.slice(0, limit).map(({ at, score }) => ({ score, ...explain(index, query, at) }));
}

interface Candidate {
  at: number;
  score: number;
}

/** What the words say of each entry, and how much of its name they are. */
function scoreAll(index: FindIndex, query: FindQuery): { scores: Float64Array; shares: Float64Array } {
  const scores = new Float64Array(index.entries.length);
  const shares = new Float64Array(index.entries.length);
  for (const [word, weight] of query.words) {
    const inNames = index.names.get(word);
    if (inNames !== undefined) {
      addImpacts(scores, inNames, weight);
      if (!isPair(word)) addRarity(shares, inNames, Math.min(1, weight * 1.3));
    }
    const inBodies = weight < faintest ? undefined : index.bodies.get(word);
    if (inBodies !== undefined) addImpacts(scores, inBodies, weight * rankWeights.body);
  }
  for (const syllable of query.accented) {
    const where = index.names.get(`=${syllable}`);
    if (where !== undefined) addImpacts(scores, where, rankWeights.accent);
  }
  return { scores, shares };
}

function addImpacts(scores: Float64Array, { entries, impacts }: Postings, weight: number): void {
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0;
    scores[entry] = (scores[entry] ?? 0) + weight * (impacts[at] ?? 0);
  }
}

function addRarity(shares: Float64Array, { entries, rarity }: Postings, weight: number): void {
  for (const entry of entries) shares[entry] = (shares[entry] ?? 0) + weight * rarity;
}

function bestOf(
  index: FindIndex,
  query: FindQuery,
  only: (entry: FindEntry) => boolean,
  scores: Float64Array,
  shares: Float64Array,
): Candidate[] {
  const factors = new Map<number, number>();
  const candidates: Candidate[] = [];
  let floor = 0;
  for (const [at, entry] of index.entries.entries()) {
    const plain = scores[at] ?? 0;
    if (plain <= floor || !only(entry)) continue;
    const written = index.traits[at] ?? 0;
    const factor = factors.get(written) ?? traitFactor(written, query.traits);
    factors.set(written, factor);
    const share = Math.min(1, (shares[at] ?? 0) / Math.max(1, index.nameRarity[at] ?? 0));
    const whole = 1 - rankWeights.nameShare + rankWeights.nameShare * share;
    const score = plain * (index.priors[at] ?? 1) * whole * factor;
    floor = Math.max(floor, score * hopeless);
    candidates.push({ at, score });
  }
  const byScore = (one: Candidate, other: Candidate) => other.score - one.score || one.at - other.at;
  return candidates
    .sort(byScore)
    .slice(0, reread)
    .map(({ at, score }) => ({
      at,
      score: score * (1 + rankWeights.quoted * quoted(index.pairs[at] ?? [], query.pairs) ** 2),
    }))
    .sort(byScore);
}

function traitFactor(written: number, said: number): number {
  return traits.reduce((factor, { asked, unasked, missing = 0 }, at) => {
    const isWritten = ((written >> at) & 1) === 1;
    const isSaid = ((said >> at) & 1) === 1;
    if (isWritten) return factor * (isSaid ? 1 + asked : 1 - unasked * rankWeights.unasked);
    return isSaid ? factor * (1 - missing) : factor;
  }, 1);
}

/** Which share of a name stands in the question, word by word. */
function quoted(name: readonly string[], typed: ReadonlySet<string>): number {
  return name.length < 2 ? 0 : name.filter((pair) => typed.has(pair)).length / name.length;
}

function explain(index: FindIndex, query: FindQuery, at: number): Omit<Found, 'score'> {
  const entry = index.entries[at];
  const field = ` ${foldedKey(entry?.field ?? '')} `;
  const why = new Set<FoundBy>();
  let asked = 0;
  let spokenOf = 0;
  for (const [word, weight] of query.words) {
    if (word.startsWith('^') || weight < (isPair(word) ? strongPair : faintest)) continue;
    const inNames = index.names.get(word);
    const inBodies = index.bodies.get(word);
    const byName = inNames !== undefined && stands(inNames, at);
    const byBody = inBodies !== undefined && stands(inBodies, at);
    const rarity = inBodies?.rarity ?? inNames?.rarity ?? Math.log(index.entries.length + 1);
    const isMeant = query.meant.has(word);
    if (!isMeant) asked += weight * rarity;
    if (byName || byBody) spokenOf += weight * rarity * (byName ? 1 : bodyCover);
    if (isPair(word)) continue;
    if (byName) why.add(isMeant ? 'meaning' : 'name');
    else if (byBody) why.add(field.includes(` ${word} `) ? 'field' : 'papers');
  }
  const order: FoundBy[] = ['name', 'meaning', 'papers', 'field'];
  return {
    code: entry?.code ?? '',
    cover: asked === 0 ? 0 : Math.min(1, spokenOf / asked),
    why: order.filter((each) => why.has(each)),
  };
}

/** True when a word stands in an entry; entries are in order. */
function stands({ entries }: Postings, wanted: number): boolean {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle] ?? 0;
    if (entry === wanted) return true;
    if (entry < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
