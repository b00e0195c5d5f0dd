// Which words stand in which entries, and how much each says there (BM25).

/** The entries in which a word stands, ascending, and how much it says in each, its rarity included. */
export interface Postings {
  entries: Int32Array;
  impacts: Float32Array;
  rarity: number;
}

/** How a word counts: `saturation` for being repeated, `length` for standing in a long text (0: not at all). */
export interface Weighing {
  saturation: number;
  length: number;
}

/** How often each word stands in an entry, fields weighed. */
export type Counts = ReadonlyMap<string, number>;

/** Weighs the words of all entries. `counts[i]` are those of the entry `i`. */
export function weigh(counts: readonly Counts[], { saturation, length }: Weighing): Map<string, Postings> {
  const sizes = counts.map((words) => sum(words.values()));
  const usual = sum(sizes) / Math.max(1, sizes.length) || 1;
  const places = new Map<string, number[]>();
  for (const [entry, words] of counts.entries())
    for (const word of words.keys()) {
      const found = places.get(word);
      if (found === undefined) places.set(word, [entry]);
      else found.push(entry);
    }
  const postings = new Map<string, Postings>();
  for (const [word, entries] of places) {
    const rarity = Math.log(1 + (counts.length - entries.length + 0.5) / (entries.length + 0.5));
    const impacts = entries.map((entry) => {
      const often = counts[entry]?.get(word) ?? 0;
      const damping = saturation * (1 - length + (length * (sizes[entry] ?? 0)) / usual);
      return (rarity * often * (saturation + 1)) / (often + damping);
    });
    postings.set(word, {
      entries: Int32Array.from(entries),
      impacts: Float32Array.from(impacts),
      rarity,
    });
  }
  return postings;
}

/** Adds the syllables of a text and, when `pairs`, each pair of neighbours. */
export function count(
  into: Map<string, number>,
  syllables: readonly string[],
  weight: number,
  pairs: boolean,
): void {
  for (const [at, syllable] of syllables.entries()) {
    into.set(syllable, (into.get(syllable) ?? 0) + weight);
    const next = syllables[at + 1];
    if (!pairs || next === undefined) continue;
    const pair = `${syllable} ${next}`;
    into.set(pair, (into.get(pair) ?? 0) + weight);
  }
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
