// What the portal asks: the offices served here, procedures in people's own words, a dossier by code and digits.

import type { FindAnswer } from '@motcua/server/find/schema';
import type { PublicOffices } from '@motcua/server/portal/schema';
import type { LookUpAnswer } from '@motcua/server/tracking/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

export const officesQuery = queryOptions({
  queryKey: ['offices'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => ask<PublicOffices>('/public/offices', { signal }),
});

export const findProceduresQuery = (tenant: string, q: string) =>
  queryOptions({
    queryKey: ['find', tenant, q],
    enabled: tenant !== '' && q !== '',
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask<FindAnswer>(withQuery(`/public/${encodeURIComponent(tenant)}/find`, { q, limit: 8 }), { signal }),
  });

export function lookUpDossier(tenant: string, body: { code: string; digits: string }): Promise<LookUpAnswer> {
  return ask(`/public/${encodeURIComponent(tenant)}/look-up`, { method: 'POST', body });
}
