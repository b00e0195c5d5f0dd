// A citizen answers an item from the tracking page: the capability of the receipt opens the dossier, nothing else does.

import { once } from '../dossiers/command.ts';
import { tenantOfToken } from '../dossiers/link-token.ts';
import { findDossierByToken } from '../dossiers/look-up.ts';
import { lockDossier } from '../dossiers/store.ts';
import { checkFile } from '../files/check.ts';
import type { Context } from '../platform/context.ts';
import { type Answering, answerItem } from '../supplements/answer.ts';
import { isAnswered, progressOf } from '../supplements/progress.ts';
import type { AnswerTaken } from './schema.ts';
import { unknownLink } from './view.ts';

export interface WebAnswer {
  token: string;
  /** The place of the item in the open request. */
  item: number;
  /** The bytes of a photograph or PDF, or words. */
  sent: Buffer | string;
  key: string;
}

/** @throws Problem for a dead link, for what was not asked, and for files that cannot be taken */
export async function answerFromPage(ctx: Context, answer: WebAnswer): Promise<AnswerTaken> {
  const { token, item, sent, key } = answer;
  const tenantId = tenantOfToken(token);
  if (tenantId === null) throw unknownLink();
  const { database, secrets } = ctx;
  // Nothing is looked at for whoever has no link.
  const known = await database.tenant(tenantId, (tx) => findDossierByToken(tx, secrets, token));
  if (known === undefined) throw unknownLink();
  const given: Answering['given'] =
    typeof sent === 'string'
      ? { kind: 'value', value: sent }
      : { kind: 'files', files: [await checkFile(sent)] };
  const now = ctx.clock.now();
  return database.tenant(tenantId, async (tx) => {
    const locked = await lockDossier(tx, known.id);
    // The QR may have been renewed while the photograph was looked at.
    const stillKnown = await findDossierByToken(tx, secrets, token);
    if (locked === undefined || stillKnown === undefined) throw unknownLink();
    const request = { item, sent: typeof sent === 'string' ? sent : sent.length };
    return once(tx, { issuer: `web:${known.id}`, key, request, at: now }, async () => {
      await answerItem(ctx, tx, locked, { item, given, channel: 'web', now });
      const after = await lockDossier(tx, known.id);
      const progress = after && (await progressOf(tx, after.dossier));
      const missing = progress?.items.filter((each) => !isAnswered(each)) ?? [];
      return { missing: missing.map((each) => each.item.label) };
    });
  });
}
