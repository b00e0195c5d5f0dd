// What the desk asks about papers: those of a dossier, the register book, and where their files are.

import type { PaperList, RegisterPage } from '@motcua/server/papers/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';
import { dossierQuery } from './queries.ts';

/** The register's place in the address; days as `2026-11-23`. */
export interface RegisterSearch {
  tu?: string;
  den?: string;
  q?: string;
  /** The book of an agency that was merged into this one. */
  so?: string;
  offset?: number;
}

/** Below the dossier's own key, so that what changes it asks for its papers again; a print is told by nobody. */
export const papersQuery = (dossierId: string) =>
  queryOptions({
    queryKey: [...dossierQuery(dossierId).queryKey, 'papers'],
    staleTime: 0,
    queryFn: ({ signal }) => ask<PaperList>(`/dossiers/${encodeURIComponent(dossierId)}/papers`, { signal }),
  });

export function paperUrl(dossierId: string, paper: string): string {
  return `/api/v1/dossiers/${encodeURIComponent(dossierId)}/papers/${paper}.pdf`;
}

export function archiveUrl(dossierId: string): string {
  return `/api/v1/dossiers/${encodeURIComponent(dossierId)}/archive.zip`;
}

export interface RegisterAsked {
  from: string;
  to: string;
  q: string;
  book?: string;
}

export const registerQuery = (asked: RegisterAsked, offset: number) =>
  queryOptions({
    queryKey: ['register', asked, offset],
    queryFn: ({ signal }) => ask<RegisterPage>(withQuery('/register', { ...asked, offset }), { signal }),
    placeholderData: keepPreviousData,
  });

export function registerUrl(asked: RegisterAsked, format: 'xlsx' | 'pdf'): string {
  return `/api/v1${withQuery(`/register.${format}`, { ...asked })}`;
}
