// What the pages of a draft ask of the server.

import type { AnswerChange } from '@motcua/domain/draft-answers';
import type { DraftLink, DraftSaved, DraftView, FilingOffer } from '@motcua/server/drafts/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.ts';

const draftPath = (token: string) => `/drafts/${encodeURIComponent(token)}`;

export const draftQuery = (token: string) =>
  queryOptions({
    queryKey: ['draft', token],
    queryFn: ({ signal }) => ask<DraftView>(draftPath(token), { signal }),
    refetchOnWindowFocus: false,
  });

export const filingOfferQuery = (tenant: string, code: string) =>
  queryOptions({
    queryKey: ['filing-offer', tenant, code],
    queryFn: ({ signal }) => ask<FilingOffer>(`/public/${tenant}/filing/${code}`, { signal }),
  });

export function beginDraft(tenant: string, procedureCode: string): Promise<DraftLink> {
  return ask(`/public/${tenant}/drafts`, { method: 'POST', body: { procedureCode } });
}

export function saveAnswers(token: string, changes: readonly AnswerChange[]): Promise<DraftSaved> {
  return ask(`${draftPath(token)}/answers`, { method: 'POST', body: { changes } });
}

export function submitDraft(token: string): Promise<DraftLink> {
  return ask(`${draftPath(token)}/submit`, { method: 'POST', body: { declared: true } });
}

export function removePaper(token: string, id: string): Promise<unknown> {
  return ask(`${draftPath(token)}/papers/${id}`, { method: 'DELETE' });
}

export const uploadPath = (token: string, upload: string) => `${draftPath(token)}/uploads/${upload}`;
export const paperUrl = (token: string, id: string) => `/api/v1${draftPath(token)}/papers/${id}`;

export function keepExternalCode(token: string, code: string): Promise<unknown> {
  return ask(`${draftPath(token)}/external-code`, { method: 'POST', body: { code } });
}

export const packageUrl = (token: string) => `/api/v1${draftPath(token)}/package`;
