// What the pages of processes ask the server, and what an officer decides there.

import type { Process } from '@motcua/domain/process';
import type { ProcedurePage } from '@motcua/server/find/schema';
import type {
  DraftAnswer,
  MoveAnswer,
  MoveBody,
  MovePreview,
  ProcessList,
  ProcessVersions,
  ProcessView,
  PublicProcedure,
  PublishAnswer,
} from '@motcua/server/processes/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

/** Everything under this key is asked again after a decision. */
export const processesKey = 'processes';

const at = (code: string, version?: number) =>
  `/processes/${encodeURIComponent(code)}${version === undefined ? '' : `/${version}`}`;

export const processesQuery = (q: string, offset: number) =>
  queryOptions({
    queryKey: [processesKey, 'list', q, offset],
    queryFn: ({ signal }) => ask<ProcessList>(withQuery('/processes', { q, offset }), { signal }),
    placeholderData: keepPreviousData,
  });

export const versionsQuery = (code: string) =>
  queryOptions({
    queryKey: [processesKey, code],
    queryFn: ({ signal }) => ask<ProcessVersions>(at(code), { signal }),
  });

export const versionQuery = (code: string, version: number) =>
  queryOptions({
    queryKey: [processesKey, code, version],
    queryFn: ({ signal }) => ask<ProcessView>(at(code, version), { signal }),
    placeholderData: keepPreviousData,
  });

export const movesQuery = (code: string, version: number) =>
  queryOptions({
    queryKey: [processesKey, code, version, 'moves'],
    queryFn: ({ signal }) => ask<MovePreview>(`${at(code, version)}/moves`, { signal }),
  });

export function saveDraft(
  code: string,
  version: number,
  process: Process,
  intention: string,
): Promise<DraftAnswer> {
  return ask(`${at(code, version)}/draft`, { method: 'POST', body: { process }, intention });
}

export function publishVersion(
  code: string,
  version: number,
  effectiveFrom: string,
  intention: string,
): Promise<PublishAnswer> {
  return ask(`${at(code, version)}/publish`, { method: 'POST', body: { effectiveFrom }, intention });
}

export function moveDossiers(
  code: string,
  version: number,
  body: MoveBody,
  intention: string,
): Promise<MoveAnswer> {
  return ask(`${at(code, version)}/moves`, { method: 'POST', body, intention });
}

export const publicProcedureQuery = (tenant: string, code: string) =>
  queryOptions({
    queryKey: ['public-procedure', tenant, code],
    queryFn: ({ signal }) =>
      ask<PublicProcedure & Partial<ProcedurePage>>(
        `/public/${encodeURIComponent(tenant)}/procedures/${encodeURIComponent(code)}`,
        {
          signal,
        },
      ),
  });
