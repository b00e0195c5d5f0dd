// Official Accounts of a tenant: the SQL. Sealed values stay sealed here.

import type { Instant } from '@motcua/domain/time';
import type { ApiVersion } from '@motcua/zalo/send';
import { type Sql, sql, type Tx } from '../platform/database.ts';

export type OaState = 'connected' | 'refused' | 'needs_grant';

export interface OaRow {
  oaId: string;
  agencyId: string;
  agencyCode: string;
  agencyName: string;
  appId: string;
  name: string | null;
  oaType: number | null;
  apiVersion: ApiVersion;
  appSecretSealed: string;
  oaSecretKeySealed: string;
  accessTokenSealed: string | null;
  /** Sealing is randomised, so this text also names the pair it belongs to. */
  refreshTokenSealed: string;
  accessExpiresAt: Instant | null;
  refreshedAt: Instant | null;
  refreshingSince: Instant | null;
  state: OaState;
  stateReason: string | null;
  connectedAt: Instant;
  /** Zalo's last event before an unusual silence that has not ended. */
  silentSince: Instant | null;
}

const columns = sql`o.oa_id as "oaId", o.agency_id as "agencyId", a.code as "agencyCode", a.name as "agencyName",
  o.app_id as "appId", o.name, o.oa_type as "oaType", o.api_version as "apiVersion",
  o.app_secret_sealed as "appSecretSealed", o.oa_secret_key_sealed as "oaSecretKeySealed",
  o.access_token_sealed as "accessTokenSealed", o.refresh_token_sealed as "refreshTokenSealed",
  o.access_expires_at as "accessExpiresAt", o.refreshed_at as "refreshedAt",
  o.refreshing_since as "refreshingSince", o.state, o.state_reason as "stateReason",
  o.connected_at as "connectedAt", o.silent_since as "silentSince"`;
const tables = sql`zalo_oa o join agency a on a.tenant_id = o.tenant_id and a.id = o.agency_id`;

export async function findOa(tx: Tx, oaId: string): Promise<OaRow | undefined> {
  return tx.row<OaRow>(
    sql`select ${columns} from ${tables} where o.tenant_id = ${tx.tenantId} and o.oa_id = ${oaId}`,
  );
}

/** The tenant's Official Accounts, by agency. */
export async function listOas(tx: Tx): Promise<OaRow[]> {
  return tx.rows<OaRow>(sql`select ${columns} from ${tables}
    where o.tenant_id = ${tx.tenantId} order by a.code, o.oa_id limit 500`);
}

/** Accounts whose tokens somebody is refreshing, or was when the process died. */
export async function listRefreshing(tx: Tx): Promise<OaRow[]> {
  return tx.rows<OaRow>(sql`select ${columns} from ${tables}
    where o.tenant_id = ${tx.tenantId} and o.refreshing_since is not null order by o.oa_id limit 500`);
}

/** The working Official Account an agency speaks through: its own, else the one of the nearest agency above it. */
export async function findConnectedOa(
  tx: Tx,
  agencyId: string,
): Promise<{ oaId: string; name: string | null } | undefined> {
  return tx.row<{ oaId: string; name: string | null }>(
    sql`select o.oa_id as "oaId", o.name from (${connectedOa(tx, agencyId)}) o`,
  );
}

/** The same, as a question within another: at most one row of `zalo_oa`. */
export function connectedOa(tx: Tx, agencyId: string): Sql {
  return sql`with recursive above as (
      select id, parent_id, 0 as distance from agency where tenant_id = ${tx.tenantId} and id = ${agencyId}
      union all
      select p.id, p.parent_id, distance + 1 from agency p join above on p.id = above.parent_id
      where p.tenant_id = ${tx.tenantId} and distance < 10
    )
    select o.* from above join zalo_oa o on o.agency_id = above.id
    where o.tenant_id = ${tx.tenantId} and o.state = 'connected' order by above.distance, o.connected_at limit 1`;
}

/**
 * Makes the caller the one writer of this pair until `saveTokens` or `releaseRefresh`. False: someone else is at it,
 * or the pair has already been replaced. A claim older than `staleBefore` was left by a process that died.
 */
export async function claimRefresh(
  tx: Tx,
  oaId: string,
  pair: { refreshTokenSealed: string; now: Instant; staleBefore: Instant },
): Promise<boolean> {
  const claimed = await tx.run(sql`update zalo_oa set refreshing_since = ${pair.now}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and refresh_token_sealed = ${pair.refreshTokenSealed}
      and (refreshing_since is null or refreshing_since < ${pair.staleBefore})`);
  return claimed === 1;
}

export interface SealedPair {
  accessTokenSealed: string;
  refreshTokenSealed: string;
  /** The pair before, both tokens as one sealed JSON. */
  previousTokensSealed: string | null;
  accessExpiresAt: Instant;
  refreshedAt: Instant;
}

/** Replaces exactly the pair that was used up. False: an operator has connected anew meanwhile, theirs stays. */
export async function saveTokens(
  tx: Tx,
  oaId: string,
  usedRefreshTokenSealed: string,
  pair: SealedPair,
  warning: string | null,
): Promise<boolean> {
  const saved = await tx.run(sql`update zalo_oa set access_token_sealed = ${pair.accessTokenSealed},
      refresh_token_sealed = ${pair.refreshTokenSealed}, previous_tokens_sealed = ${pair.previousTokensSealed},
      access_expires_at = ${pair.accessExpiresAt}, refreshed_at = ${pair.refreshedAt}, refreshing_since = null,
      state = 'connected', state_reason = ${warning}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and refresh_token_sealed = ${usedRefreshTokenSealed}`);
  return saved === 1;
}

/** Ends a claim without a new pair; the refusal, if any, is kept for the operator. */
export async function releaseRefresh(
  tx: Tx,
  oaId: string,
  usedRefreshTokenSealed: string,
  refusal?: { state: OaState; reason: string },
): Promise<boolean> {
  const released = await tx.run(sql`update zalo_oa set refreshing_since = null,
      state = coalesce(${refusal?.state ?? null}, state),
      state_reason = coalesce(${refusal?.reason ?? null}, state_reason)
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and refresh_token_sealed = ${usedRefreshTokenSealed}`);
  return released === 1;
}

/** Remembers what Zalo last said of the account itself; touches nothing when it is known already. */
export async function markState(tx: Tx, oaId: string, state: OaState, reason: string | null): Promise<void> {
  await tx.run(sql`update zalo_oa set state = ${state}, state_reason = ${reason}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId}
      and (state, state_reason) is distinct from (${state}, ${reason})`);
}

export async function pinApiVersion(tx: Tx, oaId: string, apiVersion: ApiVersion): Promise<void> {
  await tx.run(sql`update zalo_oa set api_version = ${apiVersion}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId}`);
}

export interface NewConnection extends SealedPair {
  oaId: string;
  agencyId: string;
  appId: string;
  name: string | null;
  oaType: number | null;
  appSecretSealed: string;
  oaSecretKeySealed: string;
  state: OaState;
  stateReason: string | null;
  connectedAt: Instant;
}

/** Writes a connection, over an earlier one of the same account. The API version once learned is kept. */
export async function saveConnection(tx: Tx, oa: NewConnection): Promise<void> {
  await tx.run(sql`insert into zalo_oa as old (tenant_id, oa_id, agency_id, app_id, name, oa_type,
      app_secret_sealed, oa_secret_key_sealed, access_token_sealed, refresh_token_sealed, previous_tokens_sealed,
      access_expires_at, refreshed_at, state, state_reason, connected_at)
    values (${tx.tenantId}, ${oa.oaId}, ${oa.agencyId}, ${oa.appId}, ${oa.name}, ${oa.oaType},
      ${oa.appSecretSealed}, ${oa.oaSecretKeySealed}, ${oa.accessTokenSealed}, ${oa.refreshTokenSealed},
      ${oa.previousTokensSealed}, ${oa.accessExpiresAt}, ${oa.refreshedAt}, ${oa.state}, ${oa.stateReason},
      ${oa.connectedAt})
    on conflict (tenant_id, oa_id) do update set agency_id = excluded.agency_id, app_id = excluded.app_id,
      name = coalesce(excluded.name, old.name), oa_type = coalesce(excluded.oa_type, old.oa_type),
      app_secret_sealed = excluded.app_secret_sealed, oa_secret_key_sealed = excluded.oa_secret_key_sealed,
      access_token_sealed = excluded.access_token_sealed, refresh_token_sealed = excluded.refresh_token_sealed,
      previous_tokens_sealed = excluded.previous_tokens_sealed, access_expires_at = excluded.access_expires_at,
      refreshed_at = excluded.refreshed_at, refreshing_since = null, state = excluded.state,
      state_reason = excluded.state_reason, connected_at = excluded.connected_at`);
}
