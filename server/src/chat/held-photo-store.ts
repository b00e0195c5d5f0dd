// Photographs of which their sender has not yet said which paper they are. SQL only.

import type { FileType } from '@motcua/domain/paper-file';
import { plusDays } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';
import type { ChatRef } from './person-store.ts';

export interface HeldPhoto {
  id: string;
  type: FileType;
  pages: number;
  sealed: Buffer;
}

/** What nobody named for a day goes: the question it waited for is forgotten by then too. */
export async function holdPhoto(
  tx: Tx,
  { oaId, userId }: ChatRef,
  photo: HeldPhoto,
  at: string,
): Promise<void> {
  await tx.send(sql`delete from chat_photo where tenant_id = ${tx.tenantId} and oa_id = ${oaId}
    and user_id = ${userId} and at < ${plusDays(at, -1)}`);
  await tx.send(sql`insert into chat_photo (tenant_id, id, oa_id, user_id, type, pages, sealed, at)
    values (${tx.tenantId}, ${photo.id}, ${oaId}, ${userId}, ${photo.type}, ${photo.pages}, ${photo.sealed}, ${at})`);
}

/** Gives the photographs of this person, oldest first, and keeps them no longer. */
export async function takeHeldPhotos(tx: Tx, { oaId, userId }: ChatRef): Promise<HeldPhoto[]> {
  return tx.rows<HeldPhoto>(sql`with taken as (delete from chat_photo
      where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and user_id = ${userId} returning id, type, pages, sealed, at)
    select id, type, pages, sealed from taken order by at, id`);
}

export async function dropHeldPhotos(tx: Tx, { oaId, userId }: ChatRef): Promise<void> {
  await tx.send(sql`delete from chat_photo
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and user_id = ${userId}`);
}

/**
 * The dossiers this person follows that wait for them, locked, each before the person is: whoever acts at a desk takes
 * them in that order.
 */
export async function lockAwaited(tx: Tx, { oaId, userId }: ChatRef): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select d.id from chat_link l
      join dossier d on d.tenant_id = l.tenant_id and d.id = l.dossier_id
    where l.tenant_id = ${tx.tenantId} and d.tenant_id = ${tx.tenantId} and l.oa_id = ${oaId} and l.user_id = ${userId}
      and l.ended_at is null and d.status = 'awaiting_supplement'
    order by d.submitted_at, d.id for update of d`);
  return rows.map(({ id }) => id);
}

/** Whether anything is asked of this person: only then is what they send looked at as a paper. */
export async function isAwaited(tx: Tx, { oaId, userId }: ChatRef): Promise<boolean> {
  const row = await tx.row(sql`select 1 from chat_link l
      join dossier d on d.tenant_id = l.tenant_id and d.id = l.dossier_id
    where l.tenant_id = ${tx.tenantId} and l.oa_id = ${oaId} and l.user_id = ${userId}
      and l.ended_at is null and d.status = 'awaiting_supplement' limit 1`);
  return row !== undefined;
}

/** Whether a form is being filled in here: its papers come as photographs. */
export async function isFilling(tx: Tx, { oaId, userId }: ChatRef): Promise<boolean> {
  const row = await tx.row(sql`select 1 from chat_person
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and user_id = ${userId}
      and conversation->'state'->>'kind' = 'answering'`);
  return row !== undefined;
}
