// Finds published questions that are like what somebody types: BM25 over folded words, small enough to be made on the spot.

import { foldedKey } from './folding.ts';

export interface Searchable {
  title: string;
  answer: string;
}

/** Words that stand in every question and tell nothing. */
const fillers = new Set(
  'a ah ai anh ba bi cac can cho chi chua co con cua da dang de di do duoc em gi hay hoi khi khong la lam luc ma minh mot nao nay neu nha nhu nhung o oi phai roi sao se tai the thi toi tu va vao ve voi xin'.split(
    ' ',
  ),
);
/** A title says what is asked; the answer only what it is about. */
const titleWeight = 3;
const saturation = 1.2;
const lengthShare = 0.5;

/** The words that count, each with its neighbour: `dong y` and `ket hon` are told from their halves. */
export function wordsOf(text: string): string[] {
  const all = foldedKey(text).split(' ');
  const words = all.filter((word) => word !== '' && !fillers.has(word));
  const pairs = all.slice(1).map((word, at) => `${all[at]} ${word}`);
  return [...words, ...pairs];
}

/**
 * The questions most like the words, best first, those alone in which at least half of the words asked for stand;
 * none for words that tell nothing.
 */
export function findSimilar<Question extends Searchable>(
  questions: readonly Question[],
  text: string,
  limit: number,
): Question[] {
  const asked = new Set(wordsOf(text.slice(0, 2_000)));
  const singles = [...asked].filter((word) => !word.includes(' '));
  if (singles.length === 0) return [];
  const documents = questions.map((question) => countWords(question));
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length);
  const rarity = new Map(
    [...asked].map((word) => {
      const holding = documents.filter(({ counts }) => counts.has(word)).length;
      return [word, Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5))];
    }),
  );
  const scored = questions.map((question, at) => {
    const { counts, length } = documents[at] ?? { counts: new Map<string, number>(), length: 0 };
    const found = singles.filter((word) => counts.has(word)).length;
    const norm = saturation * (1 - lengthShare + lengthShare * (length / Math.max(1, mean)));
    let score = 0;
    for (const word of asked) {
      const count = counts.get(word) ?? 0;
      score += (rarity.get(word) ?? 0) * ((count * (saturation + 1)) / (count + norm));
    }
    return { question, score: found * 2 >= singles.length ? score : 0 };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ question }) => question);
}

function countWords({ title, answer }: Searchable): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>();
  const add = (words: readonly string[], weight: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const inAnswer = wordsOf(answer);
  add(wordsOf(title), titleWeight);
  add(inAnswer, 1);
  return { counts, length: inAnswer.length };
}
