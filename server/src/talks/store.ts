// The rows of talks: opened, waiting, answered, ended; and what was said and sent in them. SQL only.

import type { FileType } from '@motcua/domain/paper-file';
import type { TalkEnd } from '@motcua/domain/talk';
import type { ChatRef } from '../chat/person-store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface TalkRow extends ChatRef {
  id: string;
  agencyId: string;
  dossierId: string | null;
  unit: string | null;
  officerId: string | null;
  openedAt: string;
  waitingSince: string | null;
  answerBy: string | null;
  answeredAt: string | null;
  endedAt: string | null;
  endedHow: TalkEnd | null;
  version: number;
}

const columns = sql`t.id, t.agency_id as "agencyId", t.oa_id as "oaId", t.user_id as "userId",
  t.dossier_id as "dossierId", t.unit, t.officer_id as "officerId", t.opened_at as "openedAt",
  t.waiting_since as "waitingSince", t.answer_by as "answerBy", t.answered_at as "answeredAt",
  t.ended_at as "endedAt", t.ended_how as "endedHow", t.version`;

/** The open talk of a person; there is never a second. */
export async function findOpenTalk(tx: Tx, { oaId, userId }: ChatRef): Promise<TalkRow | undefined> {
  return tx.row<TalkRow>(sql`select ${columns} from talk t
    where t.tenant_id = ${tx.tenantId} and t.oa_id = ${oaId} and t.user_id = ${userId} and t.ended_at is null`);
}

export async function findTalk(tx: Tx, id: string): Promise<TalkRow | undefined> {
  return tx.row<TalkRow>(
    sql`select ${columns} from talk t where t.tenant_id = ${tx.tenantId} and t.id = ${id}`,
  );
}

/** Locked until the transaction ends; the person is locked before. */
export async function lockTalk(tx: Tx, id: string): Promise<TalkRow | undefined> {
  return tx.row<TalkRow>(
    sql`select ${columns} from talk t where t.tenant_id = ${tx.tenantId} and t.id = ${id} for update`,
  );
}

/** The talks about a dossier, the newest first. */
export async function listTalksOf(tx: Tx, dossierId: string): Promise<TalkRow[]> {
  return tx.rows<TalkRow>(sql`select ${columns} from talk t
    where t.tenant_id = ${tx.tenantId} and t.dossier_id = ${dossierId} order by t.opened_at desc limit 20`);
}

export async function insertTalk(
  tx: Tx,
  talk: ChatRef & Pick<TalkRow, 'id' | 'agencyId' | 'dossierId' | 'waitingSince' | 'answerBy'>,
  at: string,
): Promise<void> {
  await tx.run(sql`insert into talk (tenant_id, id, agency_id, oa_id, user_id, dossier_id, opened_at, waiting_since,
      answer_by)
    values (${tx.tenantId}, ${talk.id}, ${talk.agencyId}, ${talk.oaId}, ${talk.userId}, ${talk.dossierId}, ${at},
      ${talk.waitingSince}, ${talk.answerBy})`);
}

/** The person waits; who waits already keeps the promise they were given. */
export async function markWaiting(tx: Tx, id: string, since: string, by: string): Promise<void> {
  await tx.run(sql`update talk set waiting_since = ${since}, answer_by = ${by}
    where tenant_id = ${tx.tenantId} and id = ${id} and waiting_since is null`);
}

/** `officerId`: null for what was written in Zalo's own manager. */
export async function markAnswered(tx: Tx, id: string, officerId: string | null, at: string): Promise<void> {
  await tx.run(sql`update talk set waiting_since = null, answer_by = null, answered_at = ${at}, version = version + 1,
      officer_id = coalesce(${officerId}::uuid, officer_id)
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

/** The answer did not arrive: the person still waits, and the time is over. */
export async function markUnanswered(tx: Tx, messageId: string, at: string): Promise<void> {
  await tx.run(sql`update talk t set waiting_since = ${at}, answer_by = ${at}
    from chat_message m
    where m.tenant_id = ${tx.tenantId} and m.id = ${messageId} and m.officer_id is not null
      and t.tenant_id = ${tx.tenantId} and t.id = m.talk_id and t.ended_at is null and t.waiting_since is null`);
}

export async function moveToUnit(tx: Tx, id: string, unit: string): Promise<void> {
  await tx.run(sql`update talk set unit = ${unit}, officer_id = null, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export async function endTalk(tx: Tx, id: string, how: TalkEnd, at: string): Promise<void> {
  await tx.run(sql`update talk set ended_at = ${at}, ended_how = ${how}, waiting_since = null, answer_by = null,
      version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id} and ended_at is null`);
}

/** Open talks in which the office's last word is older than that and the person has not come back to it. */
export async function listSilentTalks(tx: Tx, before: string): Promise<TalkRow[]> {
  return tx.rows<TalkRow>(sql`select ${columns} from talk t
    where t.tenant_id = ${tx.tenantId} and t.ended_at is null and t.waiting_since is null
      and t.answered_at <= ${before}
    order by t.answered_at limit 200`);
}

/** The person's last so many messages that are in no talk yet. */
export async function takeIntoTalk(
  tx: Tx,
  talkId: string,
  { oaId, userId }: ChatRef,
  count: number,
): Promise<void> {
  await tx.run(sql`update chat_message set talk_id = ${talkId}
    where tenant_id = ${tx.tenantId} and id in (select id from chat_message m
      where m.tenant_id = ${tx.tenantId} and m.oa_id = ${oaId} and m.user_id = ${userId} and m.direction = 'in'
        and m.talk_id is null
      order by m.planned_at desc, m.turn desc limit ${count})`);
}

export async function putIntoTalk(tx: Tx, talkId: string, messageId: string): Promise<void> {
  await tx.run(
    sql`update chat_message set talk_id = ${talkId} where tenant_id = ${tx.tenantId} and id = ${messageId}`,
  );
}

export interface SaidInTalk {
  id: string;
  talkId: string;
  direction: 'in' | 'out' | 'officer';
  text: string;
  state: 'planned' | 'sending' | 'sent' | 'received' | 'seen' | 'failed' | 'unknown';
  reason: string | null;
  officerId: string | null;
  at: string;
}

/** What was said in talks, the oldest first. */
export async function listSaid(tx: Tx, talkIds: readonly string[]): Promise<SaidInTalk[]> {
  return tx.rows<SaidInTalk>(sql`select m.id, m.talk_id as "talkId", m.direction, m.text, m.state,
      m.state_reason as reason, m.officer_id as "officerId", m.planned_at as at
    from chat_message m where m.tenant_id = ${tx.tenantId} and m.talk_id = any(${[...talkIds]}::uuid[])
    order by m.planned_at, m.turn limit 1000`);
}

export interface TalkPhoto {
  id: string;
  talkId: string;
  messageId: string;
  type: FileType;
  pages: number;
}

export async function insertTalkPhoto(
  tx: Tx,
  photo: TalkPhoto & { sealed: Buffer },
  at: string,
): Promise<void> {
  await tx.send(sql`insert into talk_photo (tenant_id, id, talk_id, message_id, type, pages, sealed, at)
    values (${tx.tenantId}, ${photo.id}, ${photo.talkId}, ${photo.messageId}, ${photo.type}, ${photo.pages},
      ${photo.sealed}, ${at})`);
}

export async function listTalkPhotos(tx: Tx, talkIds: readonly string[]): Promise<TalkPhoto[]> {
  return tx.rows<TalkPhoto>(sql`select id, talk_id as "talkId", message_id as "messageId", type, pages
    from talk_photo where tenant_id = ${tx.tenantId} and talk_id = any(${[...talkIds]}::uuid[]) order by at, id`);
}

export async function findTalkPhoto(
  tx: Tx,
  talkId: string,
  id: string,
): Promise<{ type: FileType; sealed: Buffer } | undefined> {
  return tx.row<{ type: FileType; sealed: Buffer }>(sql`select type, sealed from talk_photo
    where tenant_id = ${tx.tenantId} and talk_id = ${talkId} and id = ${id}`);
}
