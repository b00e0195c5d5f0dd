// The list as this officer left it: tab, filters and order, kept by the server and never by a browser that others use too.

import type { WorklistView } from '@motcua/server/worklists/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { WorklistSearch } from './tabs.ts';
import { rememberView, viewQuery } from './worklist-queries.ts';
import { filterOf } from './worklist-search.ts';

const restMs = 800;

/** An address that says nothing is filled from memory; one that says something is remembered after a moment of rest. */
export function useRememberedView(search: WorklistSearch): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const kept = useQuery(viewQuery).data;
  const bare = Object.keys(search).length === 0;
  const shown = JSON.stringify({
    ...(search.tab === undefined ? {} : { tab: search.tab }),
    ...filterOf(search),
  });

  useEffect(() => {
    if (kept === undefined) return;
    if (bare) {
      if (kept.view !== null && Object.keys(kept.view).length > 0)
        void navigate({ to: '/ban-lam-viec', search: kept.view, replace: true });
      return;
    }
    if (shown === JSON.stringify(kept.view)) return;
    const timer = window.setTimeout(() => {
      const view = JSON.parse(shown) as WorklistView;
      // What could not be kept is no reason to disturb anybody's work.
      rememberView(view).then(
        () => client.setQueryData(viewQuery.queryKey, { view }),
        () => undefined,
      );
    }, restMs);
    return () => window.clearTimeout(timer);
  }, [bare, shown, kept, navigate, client]);
}
