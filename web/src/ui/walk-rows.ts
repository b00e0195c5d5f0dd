// The keys of every list of rows: j and k walk it, o opens what is under the hand.

import type { RefObject } from 'react';
import { useKeys } from './use-keys.ts';

/** Rows are what carries `data-row`; the list item around it is brought into view. */
export function useRowKeys(box: RefObject<HTMLElement | null>): void {
  useKeys({
    j: () => walk(box.current, 1),
    k: () => walk(box.current, -1),
    o: () => rowsOf(box.current).find(isHere)?.click(),
  });
}

function rowsOf(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

function isHere(row: HTMLElement): boolean {
  return row.closest('li')?.contains(document.activeElement) === true;
}

function walk(box: HTMLElement | null, by: 1 | -1): void {
  const rows = rowsOf(box);
  const at = rows.findIndex(isHere);
  const next = rows[at === -1 ? 0 : at + by];
  next?.focus();
  next?.closest('li')?.scrollIntoView({ block: 'nearest' });
}
