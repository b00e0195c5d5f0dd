// How each Official Account stands: for `motcua oa status` and `motcua doctor`.

import { dateOf, type Instant, toEpochMs } from '@motcua/domain/time';
import { stateAgencyType } from '@motcua/zalo/oa';
import type { ApiVersion } from '@motcua/zalo/send';
import { interruptedSentence, sentences } from './sentences.ts';
import { silentSentence } from './silence.ts';
import { listOas, type OaRow, type OaState } from './store.ts';
import { isInterrupted, type OaContext } from './tokens.ts';

export interface OaStatus {
  oaId: string;
  name: string | null;
  agencyCode: string;
  agencyName: string;
  /** `Cơ quan nhà nước`, `Doanh nghiệp`, or what Zalo numbered it. */
  type: string;
  apiVersion: ApiVersion;
  state: OaState;
  /** False: someone must act; the sentence says who and how. */
  healthy: boolean;
  sentence: string;
  accessExpiresAt: Instant | null;
  refreshedAt: Instant | null;
}

export async function oaStatuses(
  ctx: Pick<OaContext, 'database' | 'clock'>,
  tenantId: string,
): Promise<OaStatus[]> {
  const rows = await ctx.database.tenant(tenantId, listOas);
  const now = ctx.clock.now();
  return rows.map((row) => statusOf(row, now));
}

function statusOf(row: OaRow, now: Instant): OaStatus {
  const { oaId, name, agencyCode, agencyName, apiVersion, state, accessExpiresAt, refreshedAt } = row;
  return {
    oaId,
    name,
    agencyCode,
    agencyName,
    type: typeName(row.oaType),
    apiVersion,
    state,
    ...judge(row, now),
    accessExpiresAt,
    refreshedAt,
  };
}

function judge(row: OaRow, now: Instant): { healthy: boolean; sentence: string } {
  if (row.state !== 'connected') return { healthy: false, sentence: row.stateReason ?? sentences.tokenLost };
  if (row.refreshingSince !== null && isInterrupted(row, now)) {
    return { healthy: false, sentence: interruptedSentence(row.refreshingSince) };
  }
  if (row.silentSince !== null) return { healthy: false, sentence: silentSentence(row.silentSince) };
  if (row.stateReason !== null) return { healthy: false, sentence: row.stateReason };
  if (row.refreshedAt !== null && toEpochMs(now) - toEpochMs(row.refreshedAt) > refreshLifeMs) {
    return { healthy: false, sentence: expiredSentence(row.refreshedAt) };
  }
  return { healthy: true, sentence: sentences.ready };
}

/** A refresh token lives three months. */
const refreshLifeMs = 90 * 86_400_000;

function expiredSentence(refreshedAt: Instant): string {
  const [year, month, day] = dateOf(refreshedAt).split('-');
  return `Mã truy cập được làm mới lần cuối ngày ${day}/${month}/${year}, đã quá ba tháng; cấp quyền lại rồi chạy motcua oa connect.`;
}

function typeName(oaType: number | null): string {
  if (oaType === stateAgencyType) return 'Cơ quan nhà nước';
  if (oaType === 2) return 'Doanh nghiệp';
  return oaType === null ? 'Chưa rõ' : `Loại ${oaType}`;
}
