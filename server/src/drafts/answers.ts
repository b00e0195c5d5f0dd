// The answers of a draft and of a filed dossier, as the database keeps them: sealed, with a digest that tells nothing.

import type { Answers } from '@motcua/domain/form-answers';
import { canonicalJson } from '@motcua/domain/ledger';
import type { Secrets } from '../platform/secrets.ts';

/** `of`: what they are of and its id. Only the same opens them. */
export type AnswersOf = `draft/${string}` | `dossier/${string}`;

export function sealAnswers(secrets: Secrets, tenantId: string, of: AnswersOf, answers: Answers): string {
  return secrets.seal(JSON.stringify(answers), `${tenantId}/answers/${of}`);
}

/** Nothing was kept: nothing was answered. */
export function openAnswers(
  secrets: Secrets,
  tenantId: string,
  of: AnswersOf,
  sealed: string | null,
): Answers {
  return sealed === null ? {} : JSON.parse(secrets.open(sealed, `${tenantId}/answers/${of}`));
}

/** What the ledger keeps: bound to the dossier, and of no use to whoever would guess what was answered. */
export function answersDigest(
  secrets: Secrets,
  tenantId: string,
  dossierId: string,
  answers: Answers,
): string {
  return secrets.fingerprint(`${tenantId}/${dossierId}/${canonicalJson(answers)}`, 'answers');
}
