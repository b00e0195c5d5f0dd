// Reads back what people wrote while no webhook came, and takes it as if Zalo had posted it then.

import { listRecentChats, type PastMessage, type RecentChat } from '@motcua/zalo/conversation';
import { parseEvent } from '@motcua/zalo/webhook';
import { callWithToken } from '../oa/call-with-token.ts';
import { readBack } from '../oa/read-back.ts';
import { findOa } from '../oa/store.ts';
import type { OaRef } from '../oa/tokens.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { entryOf } from './entry.ts';
import { keepEvents } from './keep.ts';
import { isKnown } from './message-store.ts';

export type Reconciliation =
  | { kind: 'done'; people: number; messages: number }
  /** Zalo could not be asked to the end: run again later; what was read is kept and will not be doubled. */
  | { kind: 'unfinished'; sentence: string };

/** People whose chat has moved since then; Zalo gives ten at a time. */
const mostPages = 100;
/** Of one person the newest five hundred messages: nobody waits for an answer to more. */
const pagesOfPerson = 50;

/** Everything people wrote since a moment (epoch milliseconds) that is not known here. Safe to run twice. */
export async function reconcile(ctx: Context, ref: OaRef, sinceMs: number): Promise<Reconciliation> {
  const oa = await ctx.database.tenant(ref.tenantId, (tx) => findOa(tx, ref.oaId));
  const chats = await recentChats(ctx, ref, sinceMs);
  if (chats === undefined || oa === undefined) return unfinished;
  let messages = 0;
  for (const { userId } of chats) {
    const read = await readBack(ctx, { ...ref, userId, since: sinceMs, pages: pagesOfPerson });
    if (read.kind !== 'read') return unfinished;
    messages += await takeAll(ctx, { ...ref, appId: oa.appId, userId }, read.messages);
  }
  return { kind: 'done', people: chats.length, messages };
}

const unfinished: Reconciliation = {
  kind: 'unfinished',
  sentence:
    'Zalo chưa cho đọc lại hết các cuộc trò chuyện; hãy chạy lại sau ít phút, tin đã đọc không bị lặp.',
};

async function recentChats(ctx: Context, ref: OaRef, sinceMs: number): Promise<RecentChat[] | undefined> {
  const found = new Map<string, RecentChat>();
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await callWithToken(ctx, ref, (accessToken) =>
      listRecentChats({ hosts: ctx.zalo, accessToken }, { offset: page * 10 }),
    );
    if (answer.kind !== 'ok') return undefined;
    for (const chat of answer.value) found.set(chat.userId, chat);
    // The newest come first: once one is too old, all that follow are.
    const isOver =
      answer.value.length < 10 || answer.value.some(({ last }) => (last.at ?? sinceMs) < sinceMs);
    if (isOver) break;
  }
  return [...found.values()].filter(({ last }) => (last.at ?? sinceMs) >= sinceMs);
}

type Whose = OaRef & { appId: string; userId: string };

async function takeAll(ctx: Context, whose: Whose, messages: readonly PastMessage[]): Promise<number> {
  const theirs = messages.filter(({ from }) => from === 'user');
  const unknown = await ctx.database.tenant(whose.tenantId, (tx) => withoutKnown(tx, theirs));
  const events = unknown.flatMap((message) => {
    const body = asPosted(whose, message);
    const event = parseEvent(body);
    return event === undefined ? [] : [entryOf(ctx, whose, event, body).event];
  });
  if (events.length === 0) return 0;
  const kept = await keepEvents(ctx.database, whose.tenantId, events);
  return kept.filter((one) => one === 'new').length;
}

/** Should Zalo name a kind otherwise here than in its webhook, its number still tells that it was heard. */
async function withoutKnown(tx: Tx, messages: readonly PastMessage[]): Promise<PastMessage[]> {
  const unknown: PastMessage[] = [];
  for (const message of messages) if (!(await isKnown(tx, message.messageId))) unknown.push(message);
  return unknown;
}

/** The body that the webhook would have had: its key is the same, so either counts and both count once. */
function asPosted({ appId, oaId, userId }: Whose, { messageId, at, type, text, url }: PastMessage): Buffer {
  const kind = kinds[type.toLowerCase()] ?? 'text';
  const attachments = url === undefined ? undefined : [{ type: kind, payload: { url, thumbnail: url } }];
  return Buffer.from(
    JSON.stringify({
      app_id: appId,
      sender: { id: userId },
      recipient: { id: oaId },
      event_name: `user_send_${kind}`,
      message: { msg_id: messageId, text, attachments: kind === 'text' ? undefined : attachments },
      timestamp: at === undefined ? undefined : String(at),
    }),
  );
}

/** Zalo's words for kinds in a conversation, and those of its events. */
const kinds: Record<string, string> = {
  text: 'text',
  photo: 'image',
  image: 'image',
  gif: 'gif',
  voice: 'audio',
  audio: 'audio',
  video: 'video',
  sticker: 'sticker',
  link: 'link',
  links: 'link',
  location: 'location',
  file: 'file',
};
