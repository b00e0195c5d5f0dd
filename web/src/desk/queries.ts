// What the desk asks the server, each under one key, and the acts that change something.

import type { Action } from '@motcua/domain/dossier-action';
import type { FiledBefore } from '@motcua/server/counter/schema';
import type {
  ActionAnswer,
  CodeAnswer,
  DossierView,
  DuePreview,
  IntakeAnswer,
  IntakeBody,
} from '@motcua/server/dossiers/schema';
import type { ProcedureDetail, ProcedureList } from '@motcua/server/procedures/schema';
import type { Worklist } from '@motcua/server/worklists/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, problemOf, withQuery } from '../api.ts';
import type { WorklistSearch } from './tabs.ts';

/** A page of one tab, narrowed and ordered as the address says. */
export const worklistQuery = ({ hs: _open, ...asked }: WorklistSearch) =>
  queryOptions({
    queryKey: ['worklist', asked],
    queryFn: ({ signal }) => ask<Worklist>(withQuery('/worklist', { ...asked }), { signal }),
    placeholderData: keepPreviousData,
  });

export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => ask<DossierView>(`/dossiers/${encodeURIComponent(id)}`, { signal }),
  });

export const proceduresQuery = (q: string) =>
  queryOptions({
    queryKey: ['procedures', q],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => ask<ProcedureList>(withQuery('/procedures', { q }), { signal }),
    placeholderData: keepPreviousData,
  });

export const procedureQuery = (code: string) =>
  queryOptions({
    queryKey: ['procedure', code],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => ask<ProcedureDetail>(`/procedures/${code}`, { signal }),
  });

/** Asked again every minute: at the cut-off hour the day changes under the clerk's hands. */
export const duePreviewQuery = (code: string, caseId: string) =>
  queryOptions({
    queryKey: ['due', code, caseId],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => ask<DuePreview>(withQuery(`/procedures/${code}/due`, { caseId }), { signal }),
  });

export function act(id: string, version: number, action: Action, intention: string): Promise<ActionAnswer> {
  return ask(`/dossiers/${encodeURIComponent(id)}/actions`, {
    method: 'POST',
    body: { version, action },
    intention,
  });
}

export function undoAct(
  id: string,
  body: { version: number; reason: string },
  intention: string,
): Promise<ActionAnswer> {
  return ask(`/dossiers/${encodeURIComponent(id)}/undo`, { method: 'POST', body, intention });
}

/** What the same person filed of the same procedure; asked once number and procedure are known. */
export const filedBeforeQuery = (identityNumber: string, procedureCode: string) =>
  queryOptions({
    queryKey: ['filed-before', identityNumber, procedureCode],
    enabled: identityNumber !== '' && procedureCode !== '',
    queryFn: ({ signal }) =>
      ask<{ dossiers: FiledBefore[] }>('/dossiers/filed-before', {
        method: 'POST',
        body: { identityNumber, procedureCode },
        signal,
      }),
  });

export function takeIn(body: IntakeBody, intention: string): Promise<IntakeAnswer> {
  return ask('/dossiers', { method: 'POST', body, intention });
}

export function receiptUrl(id: string, paper: 'a5' | 'a4'): string {
  return `/api/v1/dossiers/${encodeURIComponent(id)}/receipt.pdf?paper=${paper}`;
}

export function visitReceiptUrl(visitId: string): string {
  return `/api/v1/visits/${visitId}/receipt.pdf`;
}

/** The dossier a scanned or typed code names, wherever in the agency it lies; null when there is none. */
export async function findByCode(code: string): Promise<CodeAnswer | null> {
  try {
    return await ask<CodeAnswer>(`/dossiers/by-code/${encodeURIComponent(code)}`);
  } catch (error) {
    if (problemOf(error).kind === 'not_found') return null;
    throw error;
  }
}
