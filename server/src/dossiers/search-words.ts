// What somebody typed to find dossiers, as the words that must all occur.

import { foldedKey } from '@motcua/domain/folding';

/** Folded words; a code keeps its dots and dashes, folding would tear it apart. */
export function searchWords(typed: string | undefined): string[] {
  return (typed ?? '')
    .split(/\s+/)
    .map((word) => (/\d[.-]\d/.test(word) ? word.toLowerCase() : foldedKey(word)))
    .filter((word) => word !== '');
}
