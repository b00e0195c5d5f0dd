// From a proven event to what is kept of it: decided before anything is written, so that every way of writing keeps the same.

import { redactSecrets } from '@motcua/domain/chat-redact';
import { isDenunciation } from '@motcua/domain/chat-safety';
import { eventKey, type ZaloEvent } from '@motcua/zalo/webhook';
import type { Context } from '../platform/context.ts';
import type { NewEvent } from './event-store.ts';

/** An event of one tenant, ready to be written anywhere. */
export interface Entry {
  tenantId: string;
  event: NewEvent;
}

/**
 * What is kept of an event: an act of a person and a receipt of a template message wait with their bytes, a denunciation
 * without, all else stays as a count.
 */
export function entryOf(
  ctx: Pick<Context, 'secrets' | 'clock'>,
  account: { tenantId: string; oaId: string },
  event: ZaloEvent,
  rawBody: Buffer,
): Entry {
  const userId = personOf(event);
  const waits = userId !== null || event.kind === 'template_received';
  const withheld =
    textsOf(event).some(isDenunciation) || (userId === null && isDenunciation(rawBody.toString()));
  return {
    tenantId: account.tenantId,
    event: {
      // Keys stay for ever and would name people and messages.
      key: ctx.secrets.fingerprint(eventKey(event), 'webhook-event'),
      oaId: account.oaId,
      userId,
      name: nameOf(event),
      atMs: event.at ?? null,
      receivedAt: ctx.clock.now(),
      state: waits ? 'waiting' : 'kept',
      raw: waits && !withheld ? rawBody : null,
      withheld: withheld && userId !== null,
      redacted: !waits && !withheld ? redactSecrets(rawBody.toString()) : null,
    },
  };
}

/** Zalo's word for the event: it goes into the log and a column, so nothing else may hide in it. */
function nameOf(event: ZaloEvent): string {
  return event.name.replace(/[^\w.-]/g, '').slice(0, 60);
}

/** Whose talk an event belongs to; null for events the chat does not act on. */
function personOf(event: ZaloEvent): string | null {
  switch (event.kind) {
    case 'user_sent':
    case 'oa_sent':
    case 'user_received':
    case 'user_seen':
    case 'followed':
    case 'unfollowed':
    case 'chat_opened':
    case 'user_withdrew':
      return event.userId;
    default:
      return null;
  }
}

/** Everything in an event that a person wrote. */
function textsOf(event: ZaloEvent): string[] {
  if (event.kind !== 'user_sent') return [];
  const described = event.attachments.flatMap((part) =>
    'description' in part ? [part.description ?? ''] : [],
  );
  return [event.text ?? '', ...described];
}
