// Gives whoever holds a receipt a single-use code that links a Zalo chat to the dossier.

import { momentText } from '@motcua/domain/clock-time';
import { dateOf } from '@motcua/domain/time';
import { mintLinkCode } from '../chat/link.ts';
import { tenantOfToken } from '../dossiers/link-token.ts';
import { lockDossierByToken } from '../dossiers/look-up.ts';
import { findConnectedOa } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import type { LinkCodeAnswer } from './schema.ts';
import { unknownLink } from './view.ts';

/** `openOa`: the address that opens an Official Account, with a text already typed where that is possible. */
export async function giveLinkCode(
  ctx: Context,
  token: string,
  openOa: (oaId: string, text: string) => string,
): Promise<LinkCodeAnswer> {
  const tenantId = tenantOfToken(token);
  if (tenantId === null) throw unknownLink();
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const found = await lockDossierByToken(tx, ctx.secrets, token);
    if (found === undefined) throw unknownLink();
    const oa = await findConnectedOa(tx, found.agencyId);
    if (oa === undefined)
      throw new Problem(
        'not_possible_now',
        'Cơ quan này chưa có Zalo. Anh/Chị xem hồ sơ ngay tại trang này.',
      );
    const { code, expiresAt } = await mintLinkCode(tx, ctx, found.id, now);
    return {
      code,
      text: code,
      openUrl: openOa(oa.oaId, code),
      expiresAt,
      expiresText: momentText(expiresAt, dateOf(now)),
    };
  });
}
