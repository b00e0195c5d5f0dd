// Finds a dossier by a scanned or typed code, for the counter: wherever it lies in the agency, ended or not.

import { parseDossierCode } from '@motcua/domain/dossier-code';
import { takesPart } from '@motcua/domain/dossier-place';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { findDossierByCode } from './look-up-store.ts';
import type { CodeAnswer } from './schema.ts';

/** A code of another agency is answered like one that does not exist. */
export async function findByCode(ctx: Context, caller: Caller, typed: string): Promise<CodeAnswer> {
  const code = parseDossierCode(typed);
  const found =
    code?.kind === 'full'
      ? await ctx.database.tenant(caller.tenantId, (tx) => findDossierByCode(tx, code.code))
      : undefined;
  if (found === undefined || !takesPart(found, caller.agencyId))
    throw new Problem(
      'not_found',
      `Không có hồ sơ mã ${typed} tại cơ quan này. Xin xem lại mã trên giấy tiếp nhận.`,
    );
  return { id: found.id };
}
