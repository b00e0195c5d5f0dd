// Reads back conversations: how to learn what became of a message, and of the time when no webhook was taken.

import { getOaApi, type OaAccess, type OaAnswer } from './call.ts';
import { numberAt, textAt } from './json.ts';
import type { RateLimit } from './wire.ts';

export interface PastMessage {
  messageId: string;
  from: 'oa' | 'user';
  /** Epoch milliseconds. */
  at: number | undefined;
  /** `text`, `photo`, `voice`, `sticker`, … as Zalo writes it. */
  type: string;
  text: string | undefined;
  url: string | undefined;
}

/** Zalo answers -210 above this. */
export const conversationPageSize = 10;

/** One page of at most ten messages with a person; `offset` 0 is the newest. Rows without an id are left out. */
export async function readConversation(
  access: OaAccess,
  page: { userId: string; offset?: number; count?: number },
): Promise<OaAnswer<readonly PastMessage[]>> {
  const answer = await readRows(access, page);
  if (answer.kind !== 'ok') return answer;
  return { ...answer, value: answer.value.flatMap((row) => readRow(row) ?? []) };
}

/** A stretch of a conversation. */
export interface ConversationStretch {
  /** Oldest first, each once. */
  messages: readonly PastMessage[];
  /** False when `maxPages` ended before `since` was reached: there may be older ones that were not read. */
  complete: boolean;
}

/**
 * Everything said with a person since a moment (epoch milliseconds), for the time when no webhook was taken. Reads ten
 * at a time from the newest back, `maxPages` pages at most (default 10). What is said meanwhile moves the pages on, so
 * messages are told apart by their ids. A page that fails fails the whole.
 */
export async function readConversationSince(
  access: OaAccess,
  userId: string,
  since: number,
  options: { maxPages?: number } = {},
): Promise<OaAnswer<ConversationStretch>> {
  const found = new Map<string, PastMessage>();
  let rate: RateLimit | undefined;
  const stretch = (complete: boolean) => {
    const messages = [...found.values()].filter(({ at }) => at === undefined || at >= since).reverse();
    return { kind: 'ok', value: { messages, complete }, ...(rate && { rate }) } as const;
  };
  for (let page = 0; page < (options.maxPages ?? 10); page += 1) {
    const answer = await readRows(access, { userId, offset: page * conversationPageSize });
    if (answer.kind !== 'ok') return answer;
    rate = answer.rate;
    const messages = answer.value.flatMap((row) => readRow(row) ?? []);
    for (const message of messages) found.set(message.messageId, message);
    const reached = messages.some(({ at }) => at !== undefined && at < since);
    if (reached || answer.value.length < conversationPageSize) return stretch(true);
  }
  return stretch(false);
}

/** The last message of each person's chat, newest chat first; ten people at most to a page. */
export async function listRecentChats(
  access: OaAccess,
  page: { offset?: number; count?: number } = {},
): Promise<OaAnswer<readonly RecentChat[]>> {
  const count = Math.min(page.count ?? conversationPageSize, conversationPageSize);
  const answer = await getOaApi(access, '/v2.0/oa/listrecentchat', { offset: page.offset ?? 0, count });
  if (answer.kind !== 'ok') return answer;
  return { ...answer, value: listOf(answer.value).flatMap((row) => readChat(row) ?? []) };
}

export interface RecentChat {
  userId: string;
  displayName: string | undefined;
  last: PastMessage;
}

async function readRows(
  access: OaAccess,
  page: { userId: string; offset?: number; count?: number },
): Promise<OaAnswer<readonly unknown[]>> {
  const count = Math.min(page.count ?? conversationPageSize, conversationPageSize);
  const data = { user_id: page.userId, offset: page.offset ?? 0, count };
  const answer = await getOaApi(access, '/v2.0/oa/conversation', data);
  return answer.kind === 'ok' ? { ...answer, value: listOf(answer.value) } : answer;
}

function readChat(row: unknown): RecentChat | undefined {
  const last = readRow(row);
  const side = last?.from === 'oa' ? 'to' : 'from';
  const userId = textAt(row, `${side}_id`);
  if (!last || userId === undefined) return undefined;
  return { userId, displayName: textAt(row, `${side}_display_name`), last };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function readRow(row: unknown): PastMessage | undefined {
  const messageId = textAt(row, 'message_id');
  if (messageId === undefined) return undefined;
  return {
    messageId,
    from: numberAt(row, 'src') === 0 ? 'oa' : 'user',
    at: numberAt(row, 'time'),
    type: textAt(row, 'type') ?? 'unknown',
    text: textAt(row, 'message'),
    url: textAt(row, 'url'),
  };
}
