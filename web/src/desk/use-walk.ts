// Walking the list with j and k: the focus moves, and beside the list the next dossier opens.

import type { WorklistRow } from '@motcua/server/worklists/schema';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Remembers the place, so that a row which has left the list leaves its neighbour next. */
export function useWalk(
  box: RefObject<HTMLElement | null>,
  open: string | undefined,
  rows: readonly WorklistRow[],
): (by: 1 | -1) => void {
  const navigate = useNavigate();
  const place = useRef(0);
  const here = rows.findIndex((row) => row.id === open);
  useEffect(() => {
    if (here >= 0) place.current = here;
  }, [here]);

  return (by) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const at = open === undefined ? rows.findIndex((row) => row.id === focused) : here;
    const gone = open !== undefined && here < 0;
    const target = gone ? place.current - (by === -1 ? 1 : 0) : at + by;
    const next = rows[Math.max(0, Math.min(rows.length - 1, target))];
    if (next === undefined) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-row="${next.id}"]`);
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
    if (open !== undefined)
      void navigate({
        to: '/ban-lam-viec',
        search: (search) => ({ ...search, hs: next.id }),
        replace: true,
        resetScroll: false,
      });
  };
}
