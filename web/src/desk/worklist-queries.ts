// What the worklist asks beside its rows: choices, memory, next in line, skips, leases, acts on many.

import type { Action } from '@motcua/domain/dossier-action';
import type {
  BulkBody,
  BulkPreview,
  BulkRun,
  BulkRuns,
  BulkStarted,
  KeptView,
  LeaseView,
  NextAnswer,
  NextBody,
  SkipList,
  WorklistChoices,
  WorklistView,
} from '@motcua/server/worklists/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';

export const choicesQuery = queryOptions({
  queryKey: ['worklist-choices'],
  staleTime: 60_000,
  queryFn: ({ signal }) => ask<WorklistChoices>('/worklist/choices', { signal }),
});

export const viewQuery = queryOptions({
  queryKey: ['worklist-view'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => ask<KeptView>('/worklist/view', { signal }),
});

export function rememberView(view: WorklistView): Promise<KeptView> {
  return ask('/worklist/view', { method: 'POST', body: view });
}

export function takeNext(body: NextBody, intention: string): Promise<NextAnswer> {
  return ask('/worklist/next', { method: 'POST', body, intention });
}

export const skipsQuery = queryOptions({
  queryKey: ['worklist-skips'],
  queryFn: ({ signal }) => ask<SkipList>('/worklist/skips', { signal }),
});

export const leaseQuery = queryOptions({
  queryKey: ['worklist-lease'],
  queryFn: ({ signal }) => ask<LeaseView>('/worklist/lease', { signal }),
});

export function changeLease(hours: number | null): Promise<LeaseView> {
  return ask('/worklist/lease', { method: 'POST', body: { hours } });
}

export type Chosen = BulkBody['dossiers'];

export function previewBulk(action: Action, dossiers: Chosen): Promise<BulkPreview> {
  return ask('/worklist/bulk/preview', { method: 'POST', body: { action, dossiers } });
}

export function startBulk(action: Action, dossiers: Chosen, intention: string): Promise<BulkStarted> {
  return ask('/worklist/bulk', { method: 'POST', body: { action, dossiers }, intention });
}

const pollMs = 700;

/** Asked again while it is being done: whoever left finds it where it is. */
export const bulkRunQuery = (id: string) =>
  queryOptions({
    queryKey: ['worklist-bulk', id],
    queryFn: ({ signal }) => ask<BulkRun>(`/worklist/bulk/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.finished === true ? false : pollMs),
  });

export const bulkRunsQuery = queryOptions({
  queryKey: ['worklist-bulk'],
  queryFn: ({ signal }) => ask<BulkRuns>('/worklist/bulk', { signal }),
});
