// What the pages of points outside the office ask the server.

import type { AssistedAnswer, AssistedList, HelperList } from '@motcua/server/helpers/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';

export const assistedKey = 'assisted';

export const assistedQuery = queryOptions({
  queryKey: [assistedKey],
  refetchInterval: 60_000,
  queryFn: ({ signal }) => ask<AssistedList>('/assisted', { signal }),
});

export const helpersQuery = queryOptions({
  queryKey: ['helpers'],
  queryFn: ({ signal }) => ask<HelperList>('/helpers', { signal }),
});

export function fileFor(body: unknown, intention: string): Promise<AssistedAnswer> {
  return ask('/assisted', { method: 'POST', body, intention });
}
