// Begins a draft: nothing is filed, nobody is told; it can be gone on with from any channel.

import { draftDays } from '@motcua/domain/draft-code';
import { dateOf, type Instant, plusDays } from '@motcua/domain/time';
import type { ChatRef } from '../chat/person-store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { getOffered } from '../procedures/store.ts';
import { sealAnswers } from './answers.ts';
import { type DraftChannel, type DraftRow, insertDraft, lockDraft } from './store.ts';
import { draftLinkDigest, draftToken, drawDraftCode } from './tokens.ts';

export interface Beginning {
  /** The form in force: `currentForm` of the procedure. */
  form: { procedure: string; version: number };
  /** Where it will be filed. */
  agencyId: string;
  channel: DraftChannel;
  /** The chat it belongs to; null on the web. */
  chat: ChatRef | null;
}

/** A new draft, locked; its page is at `draftToken`. @throws Problem when the office does not take the procedure in */
export async function beginDraft(
  ctx: Context,
  tx: Tx,
  beginning: Beginning,
  now: Instant,
): Promise<DraftRow> {
  const { form, agencyId, channel, chat } = beginning;
  if ((await getOffered(tx, form.procedure, dateOf(now))) === undefined)
    throw new Problem('not_possible_now', 'Cơ quan này không tiếp nhận thủ tục Anh/Chị chọn.');
  const id = ctx.newId();
  const row = {
    id,
    agencyId,
    channel,
    chat,
    procedureCode: form.procedure,
    formVersion: form.version,
    sealed: sealAnswers(ctx.secrets, tx.tenantId, `draft/${id}`, {}),
    linkDigest: draftLinkDigest(ctx.secrets, draftToken(ctx.secrets, tx.tenantId, id)),
    expiresAt: plusDays(now, draftDays),
  };
  while (!(await insertDraft(tx, { ...row, code: drawDraftCode() }, now)));
  const draft = await lockDraft(tx, id);
  if (draft === undefined) throw new Error('A draft just begun is there.');
  return draft;
}
