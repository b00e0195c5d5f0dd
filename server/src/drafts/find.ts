// Finds a draft again: by the address of its page, by its code with a proof, or by the chat it belongs to.

import { findDraftCode } from '@motcua/domain/draft-code';
import { dateOf, type Instant } from '@motcua/domain/time';
import { countFailure, readFailures } from '../chat/budget-store.ts';
import { triesADay } from '../chat/prove.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { type DraftRow, findDraftByCode, findDraftByLink, lockDraft } from './store.ts';
import { draftLinkDigest, proofDigest } from './tokens.ts';

/** The draft of a token, locked; undefined when there is none, or its time is over. */
export async function findDraft(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  token: string,
  now: Instant,
): Promise<DraftRow | undefined> {
  const found = await findDraftByLink(tx, draftLinkDigest(ctx.secrets, token));
  const draft = found && (await lockDraft(tx, found.id));
  return draft !== undefined && draft.expiresAt > now ? draft : undefined;
}

export type Resumed =
  | { kind: 'open'; draft: DraftRow }
  /** The code is right as far as one can tell; the last six digits of a number it names are wanted. */
  | { kind: 'needs_proof' }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'spent' };

/**
 * Goes on with a draft by its code. Once it names somebody, six digits go with the code. A code that does not exist asks
 * for them too, and costs the same as wrong ones; `asker` is whom the budget of a day is for: a chat, or an address.
 */
export async function resumeDraft(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  attempt: { code: string; digits: string | null; asker: string; agencyId: string },
  now: Instant,
): Promise<Resumed> {
  const code = findDraftCode(attempt.code) ?? attempt.code;
  const subjects = {
    chat: ctx.secrets.fingerprint(attempt.asker, 'draft-asker'),
    code: ctx.secrets.fingerprint(code, 'draft-code'),
    agency: attempt.agencyId,
  };
  const day = dateOf(now);
  const failed = await readFailures(tx, day, subjects);
  const codeSpent = failed.code >= triesADay.code && failed.chat > 0;
  if (failed.chat >= triesADay.chat || failed.agency >= triesADay.agency || codeSpent)
    return { kind: 'spent' };
  const found = await findDraftByCode(tx, code);
  const draft = found !== undefined && found.expiresAt > now ? found : undefined;
  // Nobody is named in it yet: its code, of which there are a million million, is enough.
  const isOpen = draft !== undefined && draft.proofDigests.length === 0 && draft.state !== 'filed';
  if (!isOpen && attempt.digits === null) return { kind: 'needs_proof' };
  const given = proofDigest(ctx.secrets, tx.tenantId, draft?.id ?? '', attempt.digits ?? '');
  if (draft !== undefined && (isOpen || draft.proofDigests.includes(given))) {
    const locked = await lockDraft(tx, draft.id);
    if (locked !== undefined) return { kind: 'open', draft: locked };
  }
  await countFailure(tx, day, subjects);
  return { kind: 'wrong', triesLeft: triesADay.chat - failed.chat - 1 };
}
