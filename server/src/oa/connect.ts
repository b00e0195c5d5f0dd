// Connects an Official Account to an agency: proves the refresh token, asks whose it is, keeps everything sealed.

import type { Instant } from '@motcua/domain/time';
import { getOa } from '@motcua/zalo/oa';
import { refreshTokens, type TokenPair } from '@motcua/zalo/oauth';
import { findAgencyByCode, listAgencies } from '../agencies/store.ts';
import { enterInDirectory, findInDirectory } from './directory-store.ts';
import { sealOaSecret, sealPair } from './sealing.ts';
import { noAnswerSentence, sentences, tokenRefusalSentence } from './sentences.ts';
import { findOa, type OaState, saveConnection } from './store.ts';
import type { OaContext } from './tokens.ts';

export interface ConnectRequest {
  tenantId: string;
  agencyCode: string;
  oaId: string;
  appId: string;
  appSecret: string;
  /** "OA Secret Key" of the console's Webhook page: proves webhooks. */
  oaSecretKey: string;
  /** From the console's API Explorer or a grant; it works once, and this uses it. */
  refreshToken: string;
}

export type ConnectOutcome =
  | {
      kind: 'connected';
      oaId: string;
      name: string | null;
      oaType: number | null;
      agencyName: string;
      accessExpiresAt: Instant;
      /** What to look at although it works. */
      warnings: string[];
    }
  | { kind: 'refused'; reason: ConnectRefusal; sentence: string };

type ConnectRefusal =
  | 'bad_input'
  | 'unknown_agency'
  | 'other_tenant'
  | 'token_refused'
  | 'no_answer'
  | 'other_oa'
  | 'account_refused';

/** The refresh token is asked for last: nothing that can be known before spends it. */
export async function connectOa(ctx: OaContext, request: ConnectRequest): Promise<ConnectOutcome> {
  const bad = badInput(request);
  if (bad !== undefined) return refused('bad_input', bad);
  const { tenantId, oaId, appId, appSecret } = request;
  const agency = await ctx.database.tenant(tenantId, (tx) => findAgencyByCode(tx, request.agencyCode));
  if (agency === undefined) return refused('unknown_agency', await unknownAgency(ctx, request));
  const entry = await findInDirectory(ctx.database, [oaId]);
  if (entry !== undefined && entry.tenantId !== tenantId) return refused('other_tenant', takenByOther);

  const answer = await refreshTokens({ hosts: ctx.zalo, appId, appSecret }, request.refreshToken);
  if (answer.kind === 'refused') return refused('token_refused', tokenRefusalSentence(answer));
  if (answer.kind === 'no_answer') return refused('no_answer', noAnswerSentence(answer.why));
  const at = ctx.clock.now();

  // Asked before saving: a human with another token is at hand if we die here, while the pair of a stranger's
  // account must never overwrite a working one.
  const profile = await getOa({ hosts: ctx.zalo, accessToken: answer.accessToken });
  if (profile.kind === 'ok' && profile.value.oaId !== oaId) {
    return refused('other_oa', otherOa(profile.value.oaId, profile.value.name));
  }
  const refusal = profile.kind === 'refused' ? profile.policy.sentence : null;
  const known = profile.kind === 'ok' ? profile.value : undefined;
  const kept = await keep(ctx, request, agency.id, answer, {
    at,
    name: known?.name ?? null,
    oaType: known?.oaType ?? null,
    state: refusal === null ? 'connected' : 'refused',
    reason: refusal ?? (answer.refreshTokenKept ? sentences.refreshTokenKept : null),
  });
  if (kept === undefined) return refused('other_tenant', takenByOther);
  if (refusal !== null) return refused('account_refused', refusal);
  const warnings = [
    ...(answer.refreshTokenKept ? [sentences.refreshTokenKept] : []),
    ...(profile.kind === 'no_answer'
      ? [`Chưa đọc được tên Official Account. ${noAnswerSentence(profile.why)}`]
      : []),
    ...(known?.isVerified === false
      ? ['Official Account chưa xác thực; người dân chưa thấy dấu tích xanh.']
      : []),
  ];
  return {
    kind: 'connected',
    oaId,
    name: known?.name ?? null,
    oaType: known?.oaType ?? null,
    agencyName: agency.name,
    accessExpiresAt: kept,
    warnings,
  };
}

async function keep(
  ctx: OaContext,
  request: ConnectRequest,
  agencyId: string,
  granted: TokenPair,
  about: { at: Instant; name: string | null; oaType: number | null; state: OaState; reason: string | null },
): Promise<Instant | undefined> {
  const { oaId, appId, tenantId } = request;
  if (!(await enterInDirectory(ctx.database, { oaId, appId, tenantId }))) return undefined;
  const seal = (what: 'app-secret' | 'oa-secret-key', value: string) =>
    sealOaSecret(ctx.secrets, oaId, what, value);
  return ctx.database.tenant(tenantId, async (tx) => {
    const before = await findOa(tx, oaId);
    const pair = sealPair(ctx.secrets, oaId, granted, null, about.at);
    await saveConnection(tx, {
      ...pair,
      oaId,
      agencyId,
      appId,
      name: about.name ?? before?.name ?? null,
      oaType: about.oaType ?? before?.oaType ?? null,
      appSecretSealed: seal('app-secret', request.appSecret),
      oaSecretKeySealed: seal('oa-secret-key', request.oaSecretKey),
      state: about.state,
      stateReason: about.reason,
      connectedAt: about.at,
    });
    return pair.accessExpiresAt;
  });
}

const takenByOther =
  'Official Account này đang phục vụ một đơn vị khác trên máy chủ; ngắt ở đơn vị đó trước.';

function otherOa(oaId: string, name: string): string {
  return `Mã làm mới thuộc Official Account ${name} (${oaId}), không phải Official Account đã nêu; chọn đúng Official Account rồi lấy mã mới, vì mã vừa nhập đã dùng.`;
}

async function unknownAgency(ctx: OaContext, request: ConnectRequest): Promise<string> {
  const agencies = await ctx.database.tenant(request.tenantId, listAgencies);
  const known = agencies.slice(0, 10).map((agency) => `${agency.code} (${agency.name})`);
  const hint =
    known.length === 0 ? 'Chưa có cơ quan nào được khai báo.' : `Các cơ quan đang có: ${known.join(', ')}.`;
  return `Không tìm thấy cơ quan mã ${request.agencyCode}. ${hint}`;
}

function badInput(request: ConnectRequest): string | undefined {
  if (!/^\d{5,25}$/.test(request.oaId)) return 'Mã Official Account (oa id) gồm 5 đến 25 chữ số.';
  if (!/^\d{5,25}$/.test(request.appId)) return 'Mã ứng dụng (app id) gồm 5 đến 25 chữ số.';
  if (!isHeaderText(request.appSecret))
    return 'Khoá bí mật của ứng dụng (app secret) còn trống hoặc có dấu cách.';
  if (!isHeaderText(request.oaSecretKey))
    return 'Khoá bí mật webhook (OA secret key) còn trống hoặc có dấu cách.';
  if (!isHeaderText(request.refreshToken)) return 'Mã làm mới (refresh token) còn trống hoặc có dấu cách.';
  if (request.appSecret === request.oaSecretKey) {
    return 'Khoá bí mật webhook (OA secret key) nằm ở trang Webhook, khác với khoá bí mật của ứng dụng (app secret).';
  }
  return undefined;
}

/** A line break inside a secret would be an error deep in the HTTP client; here it is a sentence. */
function isHeaderText(text: string): boolean {
  return /^[\x21-\x7e]{1,4000}$/.test(text);
}

function refused(reason: ConnectRefusal, sentence: string): ConnectOutcome {
  return { kind: 'refused', reason, sentence };
}
