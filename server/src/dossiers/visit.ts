// One visit, several dossiers: what one person hands in together is kept together, and gets one receipt beside each own.

import type { Dossier } from '@motcua/domain/dossier';
import type { ActorFacts } from '@motcua/domain/dossier-guard';
import { dateOf, type Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { linkDigest, visitToken } from './link-token.ts';
import type { IntakeAnswer } from './schema.ts';
import { findDossier } from './store.ts';
import {
  findVisitOf,
  insertVisit,
  insertVisitDossier,
  isSamePerson,
  listVisitDossiers,
} from './visit-store.ts';

/** In the transaction that takes the dossier in. @throws Problem when the other is of another person, office or day */
export async function joinVisit(
  ctx: Context,
  tx: Tx,
  clerk: ActorFacts,
  dossier: Dossier,
  otherId: string,
  now: Instant,
): Promise<NonNullable<IntakeAnswer['visit']>> {
  const other = await findDossier(tx, otherId);
  const fits =
    other?.agencyId === clerk.agencyId &&
    other.receivedAt !== null &&
    dateOf(other.receivedAt) === dateOf(now) &&
    (await isSamePerson(tx, dossier.applicantId, otherId));
  if (!fits)
    throw new Problem(
      'invalid_fields',
      'Một lượt chỉ gồm hồ sơ của cùng một người, nộp trong cùng một ngày. Xin tiếp nhận thành lượt riêng.',
      { fields: [{ field: 'applicant.identityNumber', message: 'Khác với người nộp của lượt này.' }] },
    );
  const found = await findVisitOf(tx, otherId);
  const id = found?.id ?? ctx.newId();
  if (found === undefined) {
    const { agencyId, officerId } = clerk;
    const digest = linkDigest(ctx.secrets, visitToken(ctx.secrets, tx.tenantId, id));
    await insertVisit(tx, { id, agencyId, officerId, linkDigest: digest, at: now });
    await insertVisitDossier(tx, id, otherId);
  }
  await insertVisitDossier(tx, id, dossier.id);
  return { id, count: (await listVisitDossiers(tx, id)).length };
}
