// Reads back a conversation, newest first: how to learn what became of a message when its answer was lost.

import { getOaApi, type OaAccess, type OaAnswer } from './call.ts';
import { numberAt, textAt } from './json.ts';

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
  const count = Math.min(page.count ?? conversationPageSize, conversationPageSize);
  const data = { user_id: page.userId, offset: page.offset ?? 0, count };
  const answer = await getOaApi(access, '/v2.0/oa/conversation', data);
  if (answer.kind !== 'ok') return answer;
  const rows: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
  return { kind: 'ok', value: rows.flatMap((row) => readRow(row) ?? []) };
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
