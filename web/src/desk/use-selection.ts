// Dossiers chosen for one act on many: by x, by shift and x from the last one, by ticking, or all that match.

import type { WorklistRow } from '@motcua/server/worklists/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { worklistQuery } from './queries.ts';
import type { WorklistSearch } from './tabs.ts';
import type { Chosen } from './worklist-queries.ts';

/** As many as the server takes at once. */
export const mostChosen = 200;

export interface Selection {
  has: (id: string) => boolean;
  count: number;
  /** With the versions last seen. */
  chosen: Chosen;
  toggle: (id: string, range?: boolean) => void;
  togglePage: () => void;
  everything: () => Promise<void>;
  clear: () => void;
}

/** What was chosen under another tab or filter is forgotten: nobody acts on what they no longer see. */
export function useSelection(search: WorklistSearch, rows: readonly WorklistRow[]): Selection {
  const client = useQueryClient();
  const { hs: _hs, offset: _offset, ...list } = search;
  const place = JSON.stringify(list);
  const [state, setState] = useState<{
    place: string;
    ids: ReadonlyMap<string, number>;
    anchor: string | null;
  }>({
    place,
    ids: new Map(),
    anchor: null,
  });
  const { ids, anchor } = state.place === place ? state : { ids: new Map<string, number>(), anchor: null };
  const fresh = new Map(rows.map((row) => [row.id, row.version]));
  const set = (next: ReadonlyMap<string, number>, from: string | null) =>
    setState({ place, ids: new Map([...next].slice(0, mostChosen)), anchor: from });

  return {
    has: (id) => ids.has(id),
    count: ids.size,
    chosen: [...ids].map(([id, version]) => ({ id, version: fresh.get(id) ?? version })),
    toggle: (id, range = false) => {
      const next = new Map(ids);
      const from = rows.findIndex((row) => row.id === anchor);
      const to = rows.findIndex((row) => row.id === id);
      if (range && from >= 0 && to >= 0)
        for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1))
          next.set(row.id, row.version);
      else if (!next.delete(id)) next.set(id, fresh.get(id) ?? 1);
      set(next, id);
    },
    togglePage: () => {
      const all = rows.every((row) => ids.has(row.id));
      const next = new Map(ids);
      for (const row of rows)
        if (all) next.delete(row.id);
        else next.set(row.id, row.version);
      set(next, null);
    },
    everything: async () => {
      const next = new Map<string, number>();
      for (let offset = 0; offset < mostChosen; ) {
        const page = await client.fetchQuery(worklistQuery({ ...list, offset }));
        for (const row of page.rows) next.set(row.id, row.version);
        offset += page.pageSize;
        if (offset >= page.total) break;
      }
      set(next, null);
    },
    clear: () => set(new Map(), null),
  };
}
