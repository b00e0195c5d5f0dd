// What a typed code opens: a dossier, or a draft that was begun here, in the chat or at the counter.

import { findDraftCode } from '@motcua/domain/draft-code';
import type { ResumeAnswer } from '@motcua/server/drafts/schema';
import { ask } from '../api.ts';
import { lookUpDossier } from './portal-queries.ts';

export type Opened =
  | { kind: 'dossier' | 'draft'; token: string }
  /** A draft that names somebody and wants the six digits; the digits were wrong; too many tries. */
  | { kind: 'needs_proof' | 'wrong' | 'spent' };

export async function openByCode(tenant: string, code: string, digits: string): Promise<Opened> {
  const draft = findDraftCode(code);
  if (draft === null) {
    const { token } = await lookUpDossier(tenant, { code, digits });
    return { kind: 'dossier', token };
  }
  const { kind, token } = await ask<ResumeAnswer>(`/public/${encodeURIComponent(tenant)}/drafts/resume`, {
    method: 'POST',
    body: { code: draft, digits: digits === '' ? null : digits },
  });
  if (kind === 'open') return token === null ? { kind: 'wrong' } : { kind: 'draft', token };
  return { kind };
}
