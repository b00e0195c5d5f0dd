// What the desk asks of batches.

import type { BatchList, BatchView } from '@motcua/server/counter/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';

export const batchesQuery = queryOptions({
  queryKey: ['batches'],
  queryFn: ({ signal }) => ask<BatchList>('/batches', { signal }),
});

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batches', id],
    queryFn: ({ signal }) => ask<BatchView>(`/batches/${id}`, { signal }),
  });

export const giveBatch = (body: { toUnit: string; dossierIds: string[] }, intention: string) =>
  ask<BatchView>('/batches', { method: 'POST', body, intention });

export const receiveBatch = (id: string, dossierIds: string[], intention: string) =>
  ask<BatchView>(`/batches/${id}/receive`, { method: 'POST', body: { dossierIds }, intention });

export const takeBackMissing = (id: string) => ask<BatchView>(`/batches/${id}/take-back`, { method: 'POST' });

export const batchRecordUrl = (id: string) => `/api/v1/batches/${id}/record.pdf`;
