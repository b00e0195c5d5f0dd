// The SMS interface: one small HTTP contract that any operator's gateway can be put behind.

import type { Context } from '../platform/context.ts';

export interface ShortMessage {
  /** The dispatch. The gateway sends one message per id, however often it is asked. */
  id: string;
  /** E.164: `+84912345678`. */
  to: string;
  text: string;
}

export type SmsOutcome =
  /** Taken over by the gateway, now or earlier: the id makes asking again harmless. */
  | { kind: 'accepted' }
  /** The gateway will not send this message, whoever asks: 400, 404, 409, 410, 413, 422. */
  | { kind: 'refused'; status: number }
  /** No answer, or one that may change: 401, 403, 408, 429, 5xx, a redirect. Safe to ask again with the same id. */
  | { kind: 'again'; why: string };

const patienceMs = 10_000;
const forGood = new Set([400, 404, 409, 410, 413, 422]);

/**
 * `POST {url}` with `Authorization: Bearer {token}` and the JSON `{id, to, text}`; any 2xx means accepted, whatever the
 * body says. Because the id makes it idempotent, an unknown outcome is simply asked again.
 */
export async function sendShortMessage(
  sms: NonNullable<Context['sms']>,
  message: ShortMessage,
  options: { timeoutMs?: number } = {},
): Promise<SmsOutcome> {
  try {
    const response = await fetch(sms.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sms.token}` },
      body: JSON.stringify({ ...message, text: message.text.normalize('NFC') }),
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs ?? patienceMs),
    });
    await response.body?.cancel();
    if (response.ok) return { kind: 'accepted' };
    if (forGood.has(response.status)) return { kind: 'refused', status: response.status };
    return { kind: 'again', why: `Cổng SMS trả lời ${response.status}.` };
  } catch {
    return { kind: 'again', why: 'Không kết nối được cổng SMS.' };
  }
}
