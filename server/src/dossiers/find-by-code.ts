// Finds a dossier by a scanned or typed code, for the counter: wherever it lies in the agency, ended or not.

import { formatDossierCode, parseDossierCode } from '@motcua/domain/dossier-code';
import { takesPart } from '@motcua/domain/dossier-place';
import { plainDateSchema } from '@motcua/domain/time';
import { getAgency } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { findDossierByCode } from './look-up-store.ts';
import type { CodeAnswer } from './schema.ts';

/**
 * Also by its day and number (`261122-0007`), as lists show it: then it is one of the caller's agency. A code of another
 * agency is answered like one that does not exist.
 */
export async function findByCode(ctx: Context, caller: Caller, typed: string): Promise<CodeAnswer> {
  const found = await ctx.database.tenant(caller.tenantId, async (tx) => {
    const code = await wholeCode(tx, caller.agencyId, typed);
    return code === null ? undefined : findDossierByCode(tx, code);
  });
  if (found === undefined || found.code === null || !takesPart(found, caller.agencyId))
    throw new Problem(
      'not_found',
      `Không có hồ sơ mã ${typed} tại cơ quan này. Xin xem lại mã trên giấy tiếp nhận.`,
    );
  return { id: found.id, code: found.code };
}

async function wholeCode(tx: Tx, agencyId: string, typed: string): Promise<string | null> {
  const code = parseDossierCode(typed);
  if (code === null || code.kind === 'full') return code?.code ?? null;
  if (code.date === null) return null;
  const { dossierCodePrefix } = await getAgency(tx, agencyId);
  const day = `20${code.date.slice(0, 2)}-${code.date.slice(2, 4)}-${code.date.slice(4, 6)}`;
  return formatDossierCode(dossierCodePrefix, plainDateSchema.parse(day), code.sequence);
}
