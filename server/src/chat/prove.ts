// A code with six digits: is it the right person, and may this chat still try. Hit and miss look alike.

import { dateOf, type Instant } from '@motcua/domain/time';
import { lastSixMatches } from '../dossiers/look-up.ts';
import { findDossierByCode } from '../dossiers/look-up-store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { countFailure, readFailures } from './budget-store.ts';
import type { ChatRef } from './person-store.ts';

/**
 * Failures allowed a day. The digits have a million values, so an agency's 10,000 let a wrong guess through once in a
 * hundred days. A code's budget stops many accounts from working on one dossier, but never a chat's first try of the
 * day: whoever knows the digits gets in, whatever strangers did before. QR codes and linked chats have no budget.
 */
export const triesADay = { chat: 5, code: 20, agency: 10_000 } as const;

export type Proof =
  | { kind: 'right'; dossierId: string }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'spent' };

/** Tries a proof and counts a failure. A code that does not exist costs and answers the same as wrong digits. */
export async function prove(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  attempt: { chat: ChatRef; agencyId: string; code: string; digits: string },
  now: Instant,
): Promise<Proof> {
  const subjects = {
    chat: ctx.secrets.fingerprint(`${attempt.chat.oaId}/${attempt.chat.userId}`, 'proof-chat'),
    code: ctx.secrets.fingerprint(attempt.code, 'proof-code'),
    agency: attempt.agencyId,
  };
  const day = dateOf(now);
  const failed = await readFailures(tx, day, subjects);
  const codeSpent = failed.code >= triesADay.code && failed.chat > 0;
  if (failed.chat >= triesADay.chat || failed.agency >= triesADay.agency || codeSpent)
    return { kind: 'spent' };
  const dossier = await findDossierByCode(tx, attempt.code);
  const right = await lastSixMatches(tx, ctx.secrets, dossier?.id ?? null, attempt.digits);
  if (right && dossier !== undefined) return { kind: 'right', dossierId: dossier.id };
  await countFailure(tx, day, subjects);
  return { kind: 'wrong', triesLeft: triesADay.chat - failed.chat - 1 };
}
