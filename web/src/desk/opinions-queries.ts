// What the page of opinions asks the server.

import type { OwedCount, OwedOpinions } from '@motcua/server/opinions/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

/** Everything under this key is asked again when a dossier changes. */
export const opinionsKey = 'opinions';

export const opinionCountQuery = queryOptions({
  queryKey: [opinionsKey, 'count'],
  queryFn: ({ signal }) => ask<OwedCount>('/opinions/count', { signal }),
});

export const opinionsQuery = (offset: number) =>
  queryOptions({
    queryKey: [opinionsKey, 'list', offset],
    queryFn: ({ signal }) => ask<OwedOpinions>(withQuery('/opinions', { offset }), { signal }),
    placeholderData: keepPreviousData,
  });
