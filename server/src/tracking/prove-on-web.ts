// A code with six digits, typed on the web: the same proof and the same silence as in the chat, with budgets of its own.

import { isIPv6 } from 'node:net';
import { formatDossierCode, parseDossierCode } from '@motcua/domain/dossier-code';
import { dateOf, type Instant, plainDateSchema } from '@motcua/domain/time';
import { listAgencies } from '../agencies/store.ts';
import { countFailure, readFailures } from '../chat/budget-store.ts';
import { triesADay } from '../chat/prove.ts';
import { linkToken } from '../dossiers/link-token.ts';
import { lastSixMatches } from '../dossiers/look-up.ts';
import { findDossierByCode } from '../dossiers/look-up-store.ts';
import { findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { LookUpBody } from './schema.ts';

/** Failures allowed a day. A network may be a whole village behind one address, so it has more tries than one chat. */
export const webTriesADay = { address: 30, web: 5_000 } as const;

export type WebProof = { kind: 'right'; dossierId: string } | { kind: 'wrong' } | { kind: 'spent' };

/**
 * Tries a proof and counts a failure; whoever asks throws only after the transaction, or the failure is forgotten.
 * `dossierId`: known already, by a capability; the code then only names the budget.
 */
export async function proveOnWeb(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  attempt: { code: string; digits: string; address: string; dossierId?: string },
  now: Instant,
): Promise<WebProof> {
  const subjects = {
    address: ctx.secrets.fingerprint(networkOf(attempt.address), 'proof-address'),
    code: ctx.secrets.fingerprint(attempt.code, 'proof-code'),
    web: tx.tenantId,
  };
  const day = dateOf(now);
  const failed = await readFailures(tx, day, subjects);
  const codeSpent = failed.code >= triesADay.code && failed.address > 0;
  if (failed.address >= webTriesADay.address || failed.web >= webTriesADay.web || codeSpent)
    return { kind: 'spent' };
  const dossierId = attempt.dossierId ?? (await findDossierByCode(tx, attempt.code))?.id ?? null;
  const right = await lastSixMatches(tx, ctx.secrets, dossierId, attempt.digits);
  if (right && dossierId !== null) return { kind: 'right', dossierId };
  await countFailure(tx, day, subjects);
  return { kind: 'wrong' };
}

/** @throws Problem that is the same whether the code exists or not */
export function refuseProof(proof: Exclude<WebProof, { kind: 'right' }>): Problem {
  if (proof.kind === 'spent')
    return new Problem(
      'too_many',
      'Hôm nay đã thử sai nhiều lần nên tạm dừng tra cứu bằng mã. Anh/Chị quét mã QR trên giấy tiếp nhận, hỏi qua Zalo, hoặc thử lại vào ngày mai.',
    );
  return new Problem(
    'not_found',
    'Mã hồ sơ và 6 số cuối chưa khớp. Anh/Chị xem lại mã trên giấy tiếp nhận và số căn cước của người nộp.',
  );
}

/** The capability of the dossier for whoever names its code and the last six digits of the applicant's number. */
export async function lookUp(
  ctx: Context,
  tenantId: string,
  { code: typed, digits }: LookUpBody,
  address: string,
): Promise<{ token: string }> {
  const now = ctx.clock.now();
  const found = await ctx.database.tenant(tenantId, async (tx) => {
    const code = await wholeCode(tx, typed);
    if (code === null) return null;
    const proof = await proveOnWeb(ctx, tx, { code, digits, address }, now);
    if (proof.kind !== 'right') return proof;
    const dossier = await findDossier(tx, proof.dossierId);
    return dossier === undefined
      ? ({ kind: 'wrong' } as const)
      : { kind: 'right' as const, id: dossier.id, generation: dossier.linkGeneration };
  });
  if (found === null)
    throw new Problem('invalid_fields', 'Mã hồ sơ chưa đúng dạng.', {
      fields: [
        {
          field: 'code',
          message: 'Nhập mã hồ sơ như trên giấy tiếp nhận, ví dụ 000.00.27.H53-261120-0007.',
        },
      ],
    });
  if (found.kind !== 'right') throw refuseProof(found);
  return { token: linkToken(ctx.secrets, tenantId, found.id, found.generation) };
}

/** A whole code, or day and number (`261120-0007`) where one office alone gives out codes. */
async function wholeCode(tx: Tx, typed: string): Promise<string | null> {
  const prefixes = [...new Set((await listAgencies(tx)).map(({ dossierCodePrefix }) => dossierCodePrefix))];
  if (prefixes.length === 0)
    throw new Problem('not_found', 'Không có đơn vị này. Anh/Chị chọn lại nơi nộp hồ sơ.');
  const code = parseDossierCode(typed);
  if (code === null || code.kind === 'full') return code?.code ?? null;
  if (code.date === null) return null;
  const [prefix] = prefixes;
  if (prefix === undefined || prefixes.length > 1) return null;
  const day = `20${code.date.slice(0, 2)}-${code.date.slice(2, 4)}-${code.date.slice(4, 6)}`;
  return formatDossierCode(prefix, plainDateSchema.parse(day), code.sequence);
}

/** Who guesses: an address of the old kind, or the 64 bits a household has of the new one. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [before = '', after = ''] = address.split('::');
  const front = before.split(':').filter(Boolean);
  const back = after.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...(address.includes('::') ? zeros : []), ...back].slice(0, 4).join(':');
}
