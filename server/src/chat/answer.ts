// One message of a citizen, answered: understand, look up, take the step, record and plan the reply. One transaction.

import { step } from '@motcua/domain/chat-conversation';
import type { Intent, Listening } from '@motcua/domain/chat-intent';
import { changesFollowing, isOvertaken } from '@motcua/domain/chat-order';
import { redactAnswer } from '@motcua/domain/chat-redact';
import {
  type Conversation,
  listeningOf,
  livingConversation,
  newConversation,
  parseConversation,
} from '@motcua/domain/chat-state';
import type { ChatEffect } from '@motcua/domain/chat-step';
import type { Instant } from '@motcua/domain/time';
import { wasLinkRenewedSince } from '../dossiers/look-up-store.ts';
import { takeBack } from '../notices/take-back.ts';
import { findOa } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { ask } from '../questions/ask.ts';
import { hearInTalk, leaveTalk, openTalk, type Said } from '../talks/listen.ts';
import { findOpenTalk, type TalkRow } from '../talks/store.ts';
import { answerLocked, answerWithPhotos, hold, type SentFile } from './complete.ts';
import { unnameEvent } from './event-store.ts';
import { carryOutFiling } from './filing.ts';
import { endLinks, insertLink, markLinkCodeUsed } from './following-store.ts';
import { gatherFacts } from './gather.ts';
import { dropHeldPhotos } from './held-photo-store.ts';
import { linkCodeDigest } from './link.ts';
import { insertMessage } from './message-store.ts';
import {
  type ChatPerson,
  eraseMessages,
  markFollowing,
  saveConversation,
  saveWishes,
} from './person-store.ts';
import { queueMessage } from './queue-message.ts';
import { rateFromChat } from './rating.ts';

/** What was heard: the meaning once it is known what was asked, and what may be kept of it. */
export interface Heard {
  eventKey: string;
  messageId: string | null;
  /** Zalo's clock. */
  atMs: number;
  intent(listening: Listening): Intent;
  /** Null when nothing was said (a follow), or nothing may be kept. */
  text: string | null;
  /** Dossiers that wait for the person, locked. */
  awaited: readonly string[];
  /** The photograph or file that came with the message, when one is wanted. */
  sent: SentFile | null;
}

/** Answers in the caller's transaction: the state, the effects, the reply and the job that sends it belong together. */
export async function answer(ctx: Context, tx: Tx, person: ChatPerson, heard: Heard): Promise<void> {
  const now = ctx.clock.now();
  const oa = await findOa(tx, person.oaId);
  if (oa === undefined) return;
  const open = await findOpenTalk(tx, person);
  const asked = await conversationNow(tx, person, open, now);
  // Words that others have overtaken are no answer to what was asked since; that question stays open.
  const overtaken = asked.state.kind !== 'with_human' && isOvertaken(person, heard.atMs);
  const before = overtaken ? newConversation(now) : asked;
  const intent = heard.intent(listeningOf(before));
  const traceless = intent.kind === 'denunciation';
  const messageId = heard.text === null || traceless ? null : ctx.newId();
  if (heard.text !== null && messageId !== null)
    await insertMessage(
      tx,
      {
        id: messageId,
        ...chatOf(person),
        direction: 'in',
        text: redactAnswer(heard.text, before.state),
        messageId: heard.messageId,
      },
      now,
    );
  const { awaited, sent } = heard;
  const { agencyId } = oa;
  const talk = {
    chat: chatOf(person),
    agencyId,
    conversation: before,
    intent,
    awaited,
    sent,
    open,
    said: heard.text,
  };
  const { conversation, reply, effects, ...taken } = step(
    before,
    intent,
    await gatherFacts(ctx, tx, talk, now),
  );
  const said = { messageId, file: sent?.ok === true ? sent.file : null };
  const place = { open, agencyId, said };
  let talkId: string | null = null;
  for (const effect of effects)
    talkId = (await carryOut(ctx, tx, person, heard, effect, place, now)) ?? talkId;
  if (!overtaken) await saveConversation(tx, person, conversation);
  if (reply !== null)
    await queueMessage(
      tx,
      { id: ctx.newId(), ...chatOf(person), ...reply, traceless: taken.traceless, talkId },
      now,
    );
}

/** Where the talk stands; an offer to link that rests on a QR revoked meanwhile is no longer waited for. */
async function conversationNow(
  tx: Tx,
  person: ChatPerson,
  open: TalkRow | undefined,
  now: Instant,
): Promise<Conversation> {
  const parsed = parseConversation(person.conversation, now);
  // A talk lasts over the weekend; when it has ended, the machine speaks again.
  if (parsed.state.kind === 'with_human' && person.conversation !== null && open !== undefined)
    return { ...parsed, at: now };
  const conversation = livingConversation(parsed, now);
  const { state, at } = conversation;
  if (state.kind !== 'asked_consent' || state.way === 'six_digits') return conversation;
  return (await wasLinkRenewedSince(tx, state.dossierId, at)) ? newConversation(now) : conversation;
}

/** What a talk with officers needs to know of the message. */
interface Place {
  open: TalkRow | undefined;
  agencyId: string;
  said: Said;
}

/** Gives the talk with officers that the answer belongs to, if it belongs to one. */
async function carryOut(
  ctx: Context,
  tx: Tx,
  person: ChatPerson,
  heard: Heard,
  effect: ChatEffect,
  { open, agencyId, said }: Place,
  now: Instant,
): Promise<string | null | void> {
  switch (effect.kind) {
    case 'link': {
      const { dossierId, way, consent } = effect;
      await insertLink(tx, { id: ctx.newId(), ...chatOf(person), dossierId, way, consent }, now);
      // Consent outweighs having left before it.
      const following = { follows: true, ms: heard.atMs };
      if (person.unfollowedAt !== null && changesFollowing(person, following))
        await markFollowing(tx, person, following);
      return;
    }
    case 'unlink':
      await endLinks(tx, person, now);
      await takeBack(ctx, tx, person, now);
      await dropHeldPhotos(tx, person);
      await leaveTalk(tx, person, now);
      if (effect.forget) await eraseMessages(tx, person);
      return;
    case 'use_link_code':
      return markLinkCodeUsed(tx, linkCodeDigest(ctx.secrets, effect.code), now);
    case 'set_wishes':
      await saveWishes(tx, person, effect);
      if (effect.notices === 'none') await takeBack(ctx, tx, person, now);
      return;
    case 'answer_with_photo':
      return answerWithPhotos(ctx, tx, person, { ...effect, sent: heard.sent, now });
    case 'answer_in_words': {
      const { dossierId, item, value } = effect;
      const given = { kind: 'value', value } as const;
      return answerLocked(ctx, tx, dossierId, { item, given, channel: 'chat', now });
    }
    case 'hold_photo':
      return hold(ctx, tx, person, heard.sent, now);
    case 'ask_question':
      if (heard.text !== null) await ask(ctx, tx, { agencyId, text: heard.text, chat: chatOf(person) }, now);
      return null;
    case 'open_talk': {
      const { dossierId, messages } = effect;
      return openTalk(ctx, tx, chatOf(person), { agencyId, dossierId, messages, said }, now);
    }
    case 'say_in_talk':
      if (open === undefined) return null;
      await hearInTalk(ctx, tx, open, { ...said, waits: effect.waits }, now);
      return open.id;
    case 'rate':
      await rateFromChat(ctx, tx, person, effect, now);
      return null;
    case 'save_answer':
    case 'pass_over':
      return carryOutFiling(ctx, tx, effect, now);
    case 'leave_no_trace':
      return unnameEvent(tx, heard.eventKey);
  }
}

function chatOf({ oaId, userId }: ChatPerson): { oaId: string; userId: string } {
  return { oaId, userId };
}
