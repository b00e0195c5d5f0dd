// The citizen withdraws from the tracking page: the capability opens the dossier, the six digits say whose wish it is.

import { act } from '../dossiers/act.ts';
import { tenantOfToken } from '../dossiers/link-token.ts';
import { findDossierByToken } from '../dossiers/look-up.ts';
import type { Context } from '../platform/context.ts';
import { proveOnWeb, refuseProof } from './prove-on-web.ts';
import type { WithdrawAnswer, WithdrawBody } from './schema.ts';
import { unknownLink } from './view.ts';

/**
 * A receipt can be photographed by anybody, and a withdrawal cannot be taken back: it needs the digits as well. Who may,
 * and until when, says `guard` in the domain.
 * @throws Problem for a dead link, wrong digits, and a dossier that cannot be withdrawn any more
 */
export async function withdrawFromPage(
  ctx: Context,
  asked: WithdrawBody & { token: string; address: string; key: string },
): Promise<WithdrawAnswer> {
  const tenantId = tenantOfToken(asked.token);
  if (tenantId === null) throw unknownLink();
  const { digits, address, version, key } = asked;
  const now = ctx.clock.now();
  const { known, proof } = await ctx.database.tenant(tenantId, async (tx) => {
    const dossier = await findDossierByToken(tx, ctx.secrets, asked.token);
    if (dossier === undefined) throw unknownLink();
    // Before there is a code, its id stands in for it.
    const code = dossier.code ?? dossier.id;
    return {
      known: dossier,
      proof: await proveOnWeb(ctx, tx, { code, digits, address, dossierId: dossier.id }, now),
    };
  });
  if (proof.kind !== 'right') throw refuseProof(proof);
  const reason = asked.reason === '' ? 'Công dân đề nghị rút hồ sơ trên trang tra cứu.' : asked.reason;
  const request = { dossierId: known.id, version, key, action: { type: 'withdraw', reason } } as const;
  const { status } = await act(ctx, tenantId, { kind: 'citizen' }, request, now);
  return { status };
}
