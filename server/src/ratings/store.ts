// Ratings: SQL only.

import { type Rating, type RatingLevel, ratingLevels } from '@motcua/domain/rating';
import type { BurstReason, RatingTrace } from '@motcua/domain/rating-burst';
import type { Instant } from '@motcua/domain/time';
import type { ChatRef } from '../chat/person-store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface OpenedRating {
  dossierId: string;
  agencyId: string;
  officerId: string | null;
  procedureCode: string;
  channel: string;
  questionSet: string;
  asked: boolean;
  openedAt: Instant;
  openUntil: Instant;
}

/** A dossier has ended and may be rated. One that ended once more is open anew; what was said of it stays. */
export async function openRating(tx: Tx, rating: OpenedRating): Promise<void> {
  await tx.send(sql`insert into rating (tenant_id, dossier_id, agency_id, officer_id, procedure_code, channel, question_set,
      asked, opened_at, open_until)
    values (${tx.tenantId}, ${rating.dossierId}, ${rating.agencyId}, ${rating.officerId}, ${rating.procedureCode},
      ${rating.channel}, ${rating.questionSet}, ${rating.asked}, ${rating.openedAt}, ${rating.openUntil})
    on conflict (tenant_id, dossier_id) do update
      set officer_id = excluded.officer_id, asked = excluded.asked, opened_at = excluded.opened_at,
        open_until = excluded.open_until`);
}

/** The end was taken back: nothing is to be rated until it ends again. */
export async function closeRating(tx: Tx, dossierId: string): Promise<void> {
  await tx.send(sql`update rating set open_until = opened_at
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and level is null`);
}

/** The specialist who had it in hand last; null where none did. */
export async function findHandler(tx: Tx, dossierId: string): Promise<string | null> {
  const row = await tx.row<{ officerId: string }>(sql`select l.actor ->> 'officerId' as "officerId"
    from ledger l join dossier d on d.tenant_id = l.tenant_id and d.id = l.dossier_id
    where l.tenant_id = ${tx.tenantId} and l.dossier_id = ${dossierId} and l.type = 'step_passed'
      and d.state #>> array['process', 'steps', l.payload ->> 'from', 'role'] = 'specialist'
    order by l.seq desc limit 1`);
  return row?.officerId ?? null;
}

export interface StoredRating extends Rating {
  dossierId: string;
  agencyId: string;
  officerId: string | null;
  openedAt: Instant;
  ratedAt: Instant | null;
}

interface Row extends Omit<StoredRating, 'level' | 'revised'> {
  level: number | null;
  revisedAt: Instant | null;
}

const columns = sql`r.dossier_id as "dossierId", r.agency_id as "agencyId", r.officer_id as "officerId", r.channel,
  r.question_set as "questionSet", r.opened_at as "openedAt", r.open_until as "openUntil", r.level, r.answers,
  r.words, r.rated_at as "ratedAt", r.revised_at as "revisedAt"`;

/** `words` are still sealed. */
function readRow({ level, revisedAt, ...row }: Row): StoredRating {
  return {
    ...row,
    level: level === null ? null : (ratingLevels[level] ?? null),
    revised: revisedAt !== null,
  };
}

export async function findRating(tx: Tx, dossierId: string): Promise<StoredRating | undefined> {
  const row = await tx.row<Row>(sql`select ${columns} from rating r
    where r.tenant_id = ${tx.tenantId} and r.dossier_id = ${dossierId}`);
  return row && readRow(row);
}

/** Until the end of the transaction nobody else says anything of it. */
export async function lockRating(tx: Tx, dossierId: string): Promise<StoredRating | undefined> {
  const row = await tx.row<Row>(sql`select ${columns} from rating r
    where r.tenant_id = ${tx.tenantId} and r.dossier_id = ${dossierId} for update`);
  return row && readRow(row);
}

/** Which dossier of those a chat follows a rating means: the one named, by id or code, else the one that ended last. */
export async function findToRate(
  tx: Tx,
  chat: ChatRef,
  meant: { dossierId?: string; code?: string },
  now: Instant,
): Promise<(StoredRating & { code: string | null; procedureName: string }) | undefined> {
  const { dossierId = null, code = null } = meant;
  const row = await tx.row<
    Row & { code: string | null; procedureName: string }
  >(sql`select ${columns}, d.code,
      d.procedure_name as "procedureName"
    from chat_link l join rating r on r.tenant_id = l.tenant_id and r.dossier_id = l.dossier_id
      join dossier d on d.tenant_id = l.tenant_id and d.id = l.dossier_id
    where l.tenant_id = ${tx.tenantId} and l.oa_id = ${chat.oaId} and l.user_id = ${chat.userId} and l.ended_at is null
      and r.open_until > r.opened_at
      and case when ${dossierId}::uuid is not null then d.id = ${dossierId}
        when ${code}::text is not null then d.code = ${code}
        else r.open_until >= ${now} and r.asked end
    order by r.opened_at desc, d.id limit 1`);
  return row && { ...readRow(row), code: row.code, procedureName: row.procedureName };
}

export interface Said {
  dossierId: string;
  level: RatingLevel | null;
  answers: Readonly<Record<string, number>>;
  /** Sealed. */
  words: string | null;
  channel: 'chat' | 'web';
  sources: readonly string[];
  changed: boolean;
}

/** Writes what was said; the first time it counts as rated, a change keeps the level before it. */
export async function saveRating(tx: Tx, said: Said, at: Instant): Promise<void> {
  const level = said.level === null ? null : ratingLevels.indexOf(said.level);
  await tx.run(sql`update rating set level = ${level}, answers = ${JSON.stringify(said.answers)}::jsonb, words = ${said.words},
      rated_at = coalesce(rated_at, ${at}), rated_in = coalesce(rated_in, ${said.channel}),
      sources = case when rated_at is null then ${[...said.sources]}::text[] else sources end,
      former_level = case when ${said.changed} then level else former_level end,
      revised_at = case when ${said.changed} then ${at}::timestamptz else revised_at end
    where tenant_id = ${tx.tenantId} and dossier_id = ${said.dossierId}`);
}

/** Ratings first given since a moment, of one officer's dossiers or from one of these sources. */
export async function listTraces(
  tx: Tx,
  near: { sources: readonly string[]; officerId: string | null; since: Instant },
): Promise<RatingTrace[]> {
  return tx.rows<RatingTrace>(sql`select dossier_id as "dossierId", sources, officer_id as "officerId", rated_at as at
    from rating where tenant_id = ${tx.tenantId} and rated_at is not null and rated_at >= ${near.since}
      and (officer_id = ${near.officerId} or sources && ${[...near.sources]}::text[])
    order by rated_at limit 500`);
}

export async function setAside(tx: Tx, dossierIds: readonly string[], reason: BurstReason): Promise<void> {
  await tx.run(sql`update rating set set_aside = ${reason}
    where tenant_id = ${tx.tenantId} and dossier_id = any(${[...dossierIds]}::uuid[])`);
}

export interface NewFollowUp {
  dossierId: string;
  agencyId: string;
  reason: string;
  dueAt: Instant;
}

/** One for each dossier, however often it is found wanting; a graver reason takes the place of the first. */
export async function openFollowUp(tx: Tx, followUp: NewFollowUp, at: Instant): Promise<void> {
  await tx.run(sql`insert into rating_follow_up (tenant_id, dossier_id, agency_id, reason, opened_at, due_at)
    values (${tx.tenantId}, ${followUp.dossierId}, ${followUp.agencyId}, ${followUp.reason}, ${at}, ${followUp.dueAt})
    on conflict (tenant_id, dossier_id) do update set reason = excluded.reason`);
}
