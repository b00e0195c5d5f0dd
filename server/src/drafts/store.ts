// Rows of drafts. SQL only.

import type { Instant } from '@motcua/domain/time';
import type { ChatRef } from '../chat/person-store.ts';
import { sql, type Tx } from '../platform/database.ts';

export type DraftChannel = 'web' | 'chat';
export type DraftState = 'open' | 'filed' | 'handed_over';

export interface DraftRow {
  id: string;
  agencyId: string;
  code: string;
  channel: DraftChannel;
  oaId: string | null;
  userId: string | null;
  procedureCode: string;
  formVersion: number;
  version: number;
  /** Null once the answers are with the dossier. */
  sealed: string | null;
  proofDigests: string[];
  state: DraftState;
  dossierId: string | null;
  externalCode: string | null;
  savedAt: Instant;
  expiresAt: Instant;
}

const columns = sql`id, agency_id as "agencyId", code, channel, oa_id as "oaId", user_id as "userId",
  procedure_code as "procedureCode", form_version as "formVersion", version, sealed,
  proof_digests as "proofDigests", state, dossier_id as "dossierId", external_code as "externalCode",
  saved_at as "savedAt", expires_at as "expiresAt"`;

/** False when the code is taken: draw another. */
export async function insertDraft(
  tx: Tx,
  row: Pick<
    DraftRow,
    'id' | 'agencyId' | 'code' | 'channel' | 'procedureCode' | 'formVersion' | 'expiresAt'
  > & {
    sealed: string;
    linkDigest: string;
    chat: ChatRef | null;
  },
  at: Instant,
): Promise<boolean> {
  const written =
    await tx.run(sql`insert into draft (tenant_id, id, agency_id, code, link_digest, channel, oa_id,
      user_id, procedure_code, form_version, sealed, begun_at, saved_at, expires_at)
    values (${tx.tenantId}, ${row.id}, ${row.agencyId}, ${row.code}, ${row.linkDigest}, ${row.channel},
      ${row.chat?.oaId ?? null}, ${row.chat?.userId ?? null}, ${row.procedureCode}, ${row.formVersion},
      ${row.sealed}, ${at}, ${at}, ${row.expiresAt})
    on conflict (tenant_id, code) do nothing`);
  return written === 1;
}

/** Locks the row until the transaction ends. */
export function lockDraft(tx: Tx, id: string): Promise<DraftRow | undefined> {
  return tx.row<DraftRow>(
    sql`select ${columns} from draft where tenant_id = ${tx.tenantId} and id = ${id} for update`,
  );
}

export function findDraftByLink(tx: Tx, digest: string): Promise<DraftRow | undefined> {
  return tx.row<DraftRow>(
    sql`select ${columns} from draft where tenant_id = ${tx.tenantId} and link_digest = ${digest}`,
  );
}

export function findDraftByCode(tx: Tx, code: string): Promise<DraftRow | undefined> {
  return tx.row<DraftRow>(
    sql`select ${columns} from draft where tenant_id = ${tx.tenantId} and code = ${code}`,
  );
}

/** What this chat has begun or taken up and not filed, the newest first. */
export function listDraftsOfChat(tx: Tx, { oaId, userId }: ChatRef, now: Instant): Promise<DraftRow[]> {
  return tx.rows<DraftRow>(sql`select ${columns} from draft
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and user_id = ${userId} and state = 'open'
      and expires_at > ${now}
    order by saved_at desc limit 10`);
}

/** What changed of a locked draft: the next version, and a month more. */
export async function saveDraft(
  tx: Tx,
  draft: Pick<DraftRow, 'id' | 'version' | 'expiresAt' | 'proofDigests'> & { sealed: string },
  at: Instant,
): Promise<void> {
  await tx.run(sql`update draft set sealed = ${draft.sealed}, version = ${draft.version},
      proof_digests = ${draft.proofDigests}, saved_at = ${at}, expires_at = ${draft.expiresAt}, warned_at = null
    where tenant_id = ${tx.tenantId} and id = ${draft.id}`);
}

/** A paper came or went: the answers stay as they are. */
export async function touchDraft(
  tx: Tx,
  draft: Pick<DraftRow, 'id' | 'version' | 'expiresAt'>,
  at: Instant,
): Promise<void> {
  await tx.run(sql`update draft set version = ${draft.version}, saved_at = ${at}, expires_at = ${draft.expiresAt},
      warned_at = null
    where tenant_id = ${tx.tenantId} and id = ${draft.id}`);
}

/** From now on this chat goes on with it. */
export async function giveDraftToChat(tx: Tx, id: string, { oaId, userId }: ChatRef): Promise<void> {
  await tx.run(sql`update draft set oa_id = ${oaId}, user_id = ${userId}
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

/** It became the dossier: its answers and papers are there now, and only there. */
export async function markFiled(tx: Tx, id: string, dossierId: string, expiresAt: Instant): Promise<void> {
  await tx.run(sql`update draft set state = 'filed', dossier_id = ${dossierId}, sealed = null,
      version = version + 1, proof_digests = '{}', expires_at = ${expiresAt}
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

/** The code another system gave; the draft stays as it is, to look things up in. */
export async function keepCode(tx: Tx, id: string, code: string): Promise<void> {
  await tx.run(sql`update draft set external_code = ${code}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}
