// What the chat tells of talks, in its own transaction and behind the person's lock: one opens, the person speaks, an officer wrote by hand.

import { promiseReply } from '@motcua/domain/talk';
import type { Instant } from '@motcua/domain/time';
import { getCalendar } from '../agencies/store.ts';
import type { ChatRef } from '../chat/person-store.ts';
import type { CheckedFile } from '../files/check.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import {
  endTalk,
  findOpenTalk,
  insertTalk,
  insertTalkPhoto,
  markAnswered,
  markWaiting,
  putIntoTalk,
  type TalkRow,
  takeIntoTalk,
} from './store.ts';

/** What the person has just said. */
export interface Said {
  /** The row of the message; null when nothing was said. */
  messageId: string | null;
  /** A photograph or PDF that came with it. */
  file: CheckedFile | null;
}

/** Opens a talk with the last `messages` of the person, and gives its id. */
export async function openTalk(
  ctx: Context,
  tx: Tx,
  chat: ChatRef,
  about: { agencyId: string; dossierId: string | null; messages: number; said: Said },
  now: Instant,
): Promise<string> {
  const { agencyId, dossierId, messages, said } = about;
  const id = ctx.newId();
  const { by } = promiseReply(await getCalendar(tx, agencyId), now);
  await insertTalk(tx, { id, agencyId, ...chat, dossierId, waitingSince: now, answerBy: by }, now);
  await takeIntoTalk(tx, id, chat, messages);
  await keepFile(ctx, tx, id, said, now);
  return id;
}

/** The person speaks to the officer. `waits`: it wants an answer. */
export async function hearInTalk(
  ctx: Context,
  tx: Tx,
  talk: TalkRow,
  said: Said & { waits: boolean },
  now: Instant,
): Promise<void> {
  if (said.messageId !== null) await putIntoTalk(tx, talk.id, said.messageId);
  await keepFile(ctx, tx, talk.id, said, now);
  if (!said.waits) return;
  const { by } = promiseReply(await getCalendar(tx, talk.agencyId), now);
  await markWaiting(tx, talk.id, now, by);
}

async function keepFile(ctx: Context, tx: Tx, talkId: string, said: Said, now: Instant): Promise<void> {
  const { messageId, file } = said;
  if (messageId === null || file === null) return;
  const id = ctx.newId();
  const sealed = ctx.secrets.sealBytes(file.bytes, photoContext(tx.tenantId, id));
  await insertTalkPhoto(tx, { id, talkId, messageId, type: file.type, pages: file.pages, sealed }, now);
}

/** What a photograph of a talk is sealed for. */
export function photoContext(tenantId: string, id: string): string {
  return `${tenantId}/talk-photo/${id}`;
}

/**
 * An officer wrote in Zalo's own manager, in the moment `at` by Zalo's clock: the words belong to the open talk, or begin
 * one in the general inbox. What came late answers nobody who wrote after it.
 */
export async function officerWroteByHand(
  ctx: Context,
  tx: Tx,
  chat: ChatRef,
  wrote: { agencyId: string; messageId: string; at: Instant },
  now: Instant,
): Promise<void> {
  const open = await findOpenTalk(tx, chat);
  const id = open?.id ?? ctx.newId();
  if (open === undefined) {
    const { agencyId } = wrote;
    await insertTalk(tx, { id, agencyId, ...chat, dossierId: null, waitingSince: null, answerBy: null }, now);
  }
  await putIntoTalk(tx, id, wrote.messageId);
  const waitingSince = open?.waitingSince ?? null;
  if (waitingSince === null || waitingSince <= wrote.at) await markAnswered(tx, id, null, wrote.at);
}

/** The person has taken back the link: a talk about a dossier is over, for it would go on speaking of the dossier. */
export async function leaveTalk(tx: Tx, chat: ChatRef, now: Instant): Promise<void> {
  const open = await findOpenTalk(tx, chat);
  if (open?.dossierId != null) await endTalk(tx, open.id, 'left', now);
}
