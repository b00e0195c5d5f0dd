// The receipt of a visit: all that one person handed in together on one sheet, beside each dossier's own receipt.

import { readClock } from '@motcua/domain/dossier-clock';
import { visitSheet } from '@motcua/domain/visit-sheet';
import { getFrame } from '../agencies/frame-store.ts';
import { nameOfficers } from '../agencies/officer-store.ts';
import { linkDigest, linkToken, tenantOfToken, visitToken } from '../dossiers/link-token.ts';
import { findVisit, findVisitByLink, listVisitDossiers } from '../dossiers/visit-store.ts';
import { readPerson } from '../papers/gather.ts';
import { setOrSayBusy } from '../papers/print.ts';
import { insertPrint, namesOfToday } from '../papers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { VisitLinks } from './schema.ts';

/** Written down as a print before it leaves. */
export async function printVisit(ctx: Context, caller: Caller, visitId: string): Promise<Buffer> {
  const now = ctx.clock.now();
  const order = await ctx.database.tenant(caller.tenantId, async (tx) => {
    const visit = await findVisit(tx, visitId);
    const dossiers = await listVisitDossiers(tx, visitId);
    const [first] = dossiers;
    if (visit?.agencyId !== caller.agencyId || first === undefined)
      throw new Problem('not_found', 'Không có lượt nộp này tại cơ quan của Anh/Chị.');
    const [{ calendar }, as, names, { person }] = await Promise.all([
      getFrame(tx, visit.agencyId),
      namesOfToday(tx, visit.agencyId),
      nameOfficers(tx, [caller.officerId]),
      readPerson(ctx, tx, first),
    ]);
    const lines = dossiers.map((dossier) => ({
      code: dossier.code ?? '',
      procedureName: dossier.procedureName,
      due: readClock(dossier, calendar, now).due,
      fee: dossier.payments.reduce((sum, { amount }) => sum + amount, 0),
    }));
    const officerName = (names.get(caller.officerId) ?? '').replace(/^(ông|bà) /u, '');
    const { agencyId, officerId } = caller;
    const what = { dossierId: null, kind: 'visit', seq: null, copy: 1, detail: visitId } as const;
    await insertPrint(tx, { id: ctx.newId(), agencyId, ...what, officerId, at: now });
    const qr = `${ctx.publicUrl}/luot/${visitToken(ctx.secrets, tx.tenantId, visitId)}`;
    return {
      layout: 'sheet',
      sheet: visitSheet(lines, person, { ...as, officerName }, visit.at),
      qr,
    } as const;
  });
  return setOrSayBusy(order);
}

/** What the code on that receipt opens: a link for each dossier. One renewed since is left out: its old prints are dead. */
export async function listVisitLinks(ctx: Context, token: string): Promise<VisitLinks> {
  const tenantId = tenantOfToken(token);
  const dossiers =
    tenantId === null
      ? []
      : await ctx.database.tenant(tenantId, async (tx) => {
          const visit = await findVisitByLink(tx, linkDigest(ctx.secrets, token));
          return visit === undefined ? [] : listVisitDossiers(tx, visit.id);
        });
  const alive = dossiers.filter(({ linkGeneration }) => linkGeneration === 1);
  if (tenantId === null || alive.length === 0)
    throw new Problem(
      'not_found',
      'Mã QR này không còn dùng được hoặc chưa đúng. Anh/Chị xem giấy tiếp nhận của từng hồ sơ, hoặc hỏi nơi đã nhận.',
    );
  return {
    dossiers: alive.map(({ id, code, procedureName }) => ({
      code,
      procedureName,
      token: linkToken(ctx.secrets, tenantId, id, 1),
    })),
  };
}
