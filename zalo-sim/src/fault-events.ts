// Bends a webhook the way its faults say: copies, delays, waiting behind later events, never coming at all.

import type { EventFault } from './faults-kinds.ts';
import { fieldsOf, parseJson, textOf } from './json.ts';
import type { WebhookPost } from './model.ts';
import type { Settings } from './settings.ts';

/** How long an event waits for later ones, when none come. */
const longestWaitMs = 60_000;

/** Whether the console's switches keep Zalo from posting this event at all. */
export function isSwitchedOff({ syntaxFilter, eventsOff }: Settings, post: WebhookPost): boolean {
  if (eventsOff.includes(post.eventName)) return true;
  if (!syntaxFilter || post.eventName !== 'user_send_text') return false;
  const { message } = fieldsOf(parseJson(post.body));
  return !textOf(fieldsOf(message)['text'])?.startsWith('#');
}

/** The posts that become of one: itself, bent or withheld, and its copies. */
export function bend(
  post: WebhookPost,
  faults: EventFault[],
  at: { now: number; draw: (purpose: string) => number },
): WebhookPost[] {
  const copies: WebhookPost[] = [];
  for (const fault of faults) {
    switch (fault.kind) {
      case 'drop_echo':
      case 'drop_receipt':
        post.status = 'withheld';
        return [post];
      case 'delay':
        post.nextAt = at.now + fault.ms;
        post.bent = { ...post.bent, loose: true };
        break;
      case 'slow_connection':
        post.bent = { ...post.bent, overMs: fault.ms };
        break;
      case 'reorder': {
        const count = 1 + Math.floor(at.draw('reorder') * (fault.depth ?? 1));
        hold(post, at.now + (fault.ms ?? longestWaitMs), {
          count,
          personId: fault.across ? null : post.personId,
        });
        break;
      }
      case 'receipt_before_echo':
        hold(post, at.now + longestWaitMs, {
          count: 1,
          personId: post.personId,
          eventName: 'user_received_message',
        });
        break;
      case 'duplicate':
        for (let copy = 1; copy < fault.copies; copy += 1) {
          const bent = { loose: true, ...(fault.numRetry && { numRetry: copy }) };
          const nextAt = at.now + (fault.ms ?? 0);
          copies.push({ ...post, id: `${post.id}-${copies.length + 1}`, attempts: [], nextAt, bent });
        }
    }
  }
  return [post, ...copies];
}

function hold(
  post: WebhookPost,
  nextAt: number,
  behind: { count: number; personId: string | null; eventName?: string },
): void {
  post.nextAt = nextAt;
  post.bent = { ...post.bent, loose: true, behind };
}
