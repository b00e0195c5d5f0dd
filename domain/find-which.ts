// Says how sure a search is, and when it is not, which one question would decide.

import type { Found } from './find.ts';
import type { FindIndex } from './find-index.ts';
import { traits } from './find-traits.ts';

export interface WhichQuestion {
  text: string;
  /** Two to five; each leads to one procedure. */
  options: { label: string; code: string }[];
}

export type Certainty =
  | { kind: 'sure'; code: string }
  | { kind: 'ask'; question: WhichQuestion }
  /** Nothing fits well: a person is the way on. */
  | { kind: 'not_sure' };

/** An entry as good as this share of the best may have been meant as well. */
const nearly = 0.92;
/** The best entry must speak of this share of what was asked. */
const leastCover = 0.5;
const mostOptions = 5;

/** `found` are the answers of `find`, best first. */
export function askWhich(index: FindIndex, found: readonly Found[]): Certainty {
  const [best] = found;
  if (best === undefined || best.cover < leastCover) return { kind: 'not_sure' };
  const near = found.filter(({ score }) => score >= best.score * nearly).slice(0, mostOptions);
  if (near.length === 1) return { kind: 'sure', code: best.code };
  const places = near.map(({ code }) => index.places.get(code) ?? 0);
  return { kind: 'ask', question: oneTrait(index, places) ?? byName(index, places) };
}

/** Two that differ in one respect: that is what to ask. */
function oneTrait(index: FindIndex, places: readonly number[]): WhichQuestion | null {
  const [one, other] = places;
  if (one === undefined || other === undefined || places.length !== 2) return null;
  const apart = (index.traits[one] ?? 0) ^ (index.traits[other] ?? 0);
  const at = traits.findIndex((_, bit) => apart === 1 << bit);
  const text = traits[at]?.question;
  if (text === undefined) return null;
  const [plain, variant] = ((index.traits[one] ?? 0) >> at) & 1 ? [other, one] : [one, other];
  return {
    text,
    options: [
      { label: `Không: ${nameAt(index, plain)}`, code: codeAt(index, plain) },
      { label: `Có: ${nameAt(index, variant)}`, code: codeAt(index, variant) },
    ],
  };
}

function byName(index: FindIndex, places: readonly number[]): WhichQuestion {
  return {
    text: 'Có mấy thủ tục gần giống nhau. Anh/Chị cần thủ tục nào?',
    options: places.map((at) => ({ label: nameAt(index, at), code: codeAt(index, at) })),
  };
}

function nameAt(index: FindIndex, at: number): string {
  return index.entries[at]?.shortName ?? '';
}

function codeAt(index: FindIndex, at: number): string {
  return index.entries[at]?.code ?? '';
}
