// Works through what one person did, strictly in order: one event, one transaction, its content dropped with it.

import { officerTookOver } from '@motcua/domain/chat-conversation';
import { changesFollowing, isErased, isOvertaken } from '@motcua/domain/chat-order';
import { redactSecrets } from '@motcua/domain/chat-redact';
import { livingConversation, newConversation, parseConversation } from '@motcua/domain/chat-state';
import { fromEpochMs, type Instant, toEpochMs } from '@motcua/domain/time';
import { parseEvent, type ZaloEvent } from '@motcua/zalo/webhook';
import { markDispatchArrived } from '../notices/dispatch-store.ts';
import { takeBack } from '../notices/take-back.ts';
import { findOa } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { officerWroteByHand } from '../talks/listen.ts';
import { answer, type Heard } from './answer.ts';
import { lookAtSent } from './complete.ts';
import {
  finishEvent,
  nextWaitingEvent,
  unnameEvent,
  unnameEventsOf,
  type WaitingEvent,
} from './event-store.ts';
import { endLinks } from './following-store.ts';
import { hear, inWords, lookAtAttached } from './hear.ts';
import { lockAwaited } from './held-photo-store.ts';
import { insertMessage, markArrived, settleByEcho } from './message-store.ts';
import {
  type ChatPerson,
  type ChatRef,
  erasePerson,
  findWithdrawal,
  lockPerson,
  markFollowing,
  markInteraction,
  saveConversation,
  saveWithdrawal,
} from './person-store.ts';
import type { PhotoReading } from './photo.ts';
import { callNext } from './settle.ts';

/**
 * Takes the person's waiting events by Zalo's clock, then by arrival. `giveUp`: an event that keeps failing is parked
 * rather than left in the way of what the person says next.
 */
export async function processChat(
  ctx: Context,
  tenantId: string,
  chat: ChatRef,
  giveUp = false,
): Promise<void> {
  for (;;) {
    const waiting = await ctx.database.tenant(tenantId, (tx) => nextWaitingEvent(tx, chat.oaId, chat.userId));
    if (waiting === undefined) return;
    try {
      await processOne(ctx, tenantId, chat, waiting);
    } catch (error) {
      if (giveUp) await ctx.database.tenant(tenantId, (tx) => finishEvent(tx, waiting.key));
      throw error;
    }
  }
}

async function processOne(
  ctx: Context,
  tenantId: string,
  chat: ChatRef,
  waiting: WaitingEvent,
): Promise<void> {
  const event = waiting.raw === null ? undefined : parseEvent(waiting.raw);
  // The photo is fetched here, where no transaction is open.
  const attached =
    event?.kind === 'user_sent' ? await lookAtAttached(ctx.zalo, event) : { photo: null, bytes: null };
  const sent = await lookAtSent(ctx, tenantId, chat, attached.bytes);
  crashPoint('chat.process.before');
  const atMs = event?.at ?? waiting.atMs ?? toEpochMs(ctx.clock.now());
  await ctx.database.tenant(tenantId, async (tx) => {
    const withdrawnMs = await findWithdrawal(tx, subjectOf(ctx, chat));
    if (isErased({ withdrawnMs }, atMs)) {
      // Whoever was erased is not brought back by what was done before.
      if (await finishEvent(tx, waiting.key)) await unnameEvent(tx, waiting.key);
      return;
    }
    // Before the person, as whoever acts at a desk takes them.
    const awaited = event?.kind === 'user_sent' ? await lockAwaited(tx, chat) : [];
    const person = await lockPerson(tx, chat, ctx.clock.now());
    if (!(await finishEvent(tx, waiting.key))) return;
    const heard = { eventKey: waiting.key, atMs, awaited, sent };
    if (event !== undefined) await take(ctx, tx, person, event, heard, attached.photo);
    else if (waiting.withheld) await takeWithheld(ctx, tx, person, heard);
  });
  crashPoint('chat.process.after');
}

/** The words were never written down; only that they must be answered was. */
async function takeWithheld(ctx: Context, tx: Tx, person: ChatPerson, heard: Moment): Promise<void> {
  await answer(ctx, tx, person, {
    ...heard,
    messageId: null,
    text: null,
    intent: () => ({ kind: 'denunciation' }),
  });
}

async function take(
  ctx: Context,
  tx: Tx,
  person: ChatPerson,
  event: ZaloEvent,
  heard: Moment,
  photo: PhotoReading | null,
): Promise<void> {
  const { atMs: ms } = heard;
  const at: Instant = fromEpochMs(ms);
  switch (event.kind) {
    case 'user_sent':
      await markInteraction(tx, person, ms);
      return answer(ctx, tx, person, {
        ...heard,
        messageId: event.msgId,
        text: inWords(event),
        intent: (listening) => hear(event, photo, listening),
      });
    case 'followed':
    case 'chat_opened':
      await markInteraction(tx, person, ms);
      if (event.kind === 'followed') {
        if (!changesFollowing(person, { follows: true, ms })) return;
        await markFollowing(tx, person, { follows: true, ms });
      }
      return answer(ctx, tx, person, {
        ...heard,
        messageId: null,
        text: null,
        intent: () => ({ kind: 'followed' }),
      });
    case 'unfollowed':
      if (!changesFollowing(person, { follows: false, ms })) return;
      await markFollowing(tx, person, { follows: false, ms });
      await takeBack(ctx, tx, person, ctx.clock.now());
      // Whoever has written since is in a talk again.
      if (isOvertaken(person, ms)) return;
      return saveConversation(tx, person, newConversation(ctx.clock.now()));
    case 'user_withdrew':
      // What somebody must be told is not forgotten with the person: an officer tells it.
      await endLinks(tx, person, ctx.clock.now());
      await takeBack(ctx, tx, person, ctx.clock.now());
      await erasePerson(tx, person);
      await saveWithdrawal(tx, subjectOf(ctx, person), ms);
      return unnameEventsOf(tx, person.oaId, person.userId);
    case 'user_received':
      // A template message sent to a person of the account has its receipts here, among those of the chat.
      if (await markDispatchArrived(tx, { trackingId: null, zaloMessageId: event.msgId }, at)) return;
      return takeReceipt(ctx, tx, person, { ids: [event.msgId], kind: 'received', at });
    case 'user_seen':
      return takeReceipt(ctx, tx, person, { ids: event.msgIds, kind: 'seen', at });
    case 'oa_sent':
      return takeEcho(ctx, tx, person, event, at);
    default:
      return;
  }
}

/** What has arrived is in doubt no longer: whoever waited behind it is called. */
async function takeReceipt(
  ctx: Context,
  tx: Tx,
  person: ChatPerson,
  receipt: { ids: readonly string[]; kind: 'received' | 'seen'; at: Instant },
): Promise<void> {
  const settled = await markArrived(tx, person, receipt.ids, receipt.kind, receipt.at);
  if (settled) await callNext(tx, person, ctx.clock.now());
}

/** The echo of an answer of ours settles it; of an officer's own words it silences the bot. */
async function takeEcho(
  ctx: Context,
  tx: Tx,
  person: ChatPerson,
  event: Extract<ZaloEvent, { kind: 'oa_sent' }>,
  at: Instant,
): Promise<void> {
  const text = event.text?.normalize('NFC') ?? null;
  const ours = await settleByEcho(tx, person, { messageId: event.msgId, text }, at);
  if (ours === 'settled') await callNext(tx, person, ctx.clock.now());
  if (ours !== null || event.adminId === undefined) return;
  const { oaId, userId } = person;
  const written = redactSecrets(inWords(event));
  const id = ctx.newId();
  await insertMessage(
    tx,
    { id, oaId, userId, direction: 'officer', text: written, messageId: event.msgId },
    at,
  );
  const now = ctx.clock.now();
  const taken = officerTookOver(parseConversation(person.conversation, now), at);
  const agencyId = (await findOa(tx, oaId))?.agencyId;
  // Words of yesterday do not silence the bot today.
  if (agencyId === undefined || livingConversation(taken, now) !== taken) return;
  await saveConversation(tx, person, taken);
  await officerWroteByHand(ctx, tx, { oaId, userId }, { agencyId, messageId: id, at }, now);
}

/** When, by Zalo's clock, and under which key. */
type Moment = Pick<Heard, 'eventKey' | 'atMs' | 'awaited' | 'sent'>;

function subjectOf(ctx: Context, { oaId, userId }: ChatRef): string {
  return ctx.secrets.fingerprint(`${oaId}/${userId}`, 'chat-withdrawal');
}
