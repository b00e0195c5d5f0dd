// Takes a webhook in: proves that Zalo wrote it, keeps it once, hands it to the person's queue. Nothing else.

import { redactSecrets } from '@motcua/domain/chat-redact';
import { isDenunciation } from '@motcua/domain/chat-safety';
import { eventKey, isConsoleTest, parseEvent, verifySignature, type ZaloEvent } from '@motcua/zalo/webhook';
import { findReceiver } from '../oa/receiver.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import { addJob } from '../platform/jobs.ts';
import { insertEvent } from './event-store.ts';
import { chatQueue } from './queue-message.ts';

export type Reception =
  | { kind: 'taken' | 'repeated' | 'console_test' }
  /** An event this program has no use for; `name` is Zalo's word for it. */
  | { kind: 'kept'; name: string }
  | { kind: 'not_json' }
  | { kind: 'not_proven' };

/** Decides and, only for what is proven, writes: one row and one job, or nothing. */
export async function receiveWebhook(
  ctx: Context,
  rawBody: Buffer,
  signature: string | undefined,
): Promise<Reception> {
  const event = parseEvent(rawBody);
  if (event === undefined) return { kind: 'not_json' };
  // The account is looked up by what the body claims, but proven with what we know of that account ourselves.
  const receiver = await findReceiver(ctx, event);
  if (receiver === undefined) return { kind: 'not_proven' };
  const { appId, secretKey, oaId, tenantId } = receiver;
  if (!verifySignature({ appId, secretKey, rawBody, header: signature })) return { kind: 'not_proven' };
  if (isConsoleTest(event)) return { kind: 'console_test' };
  if (receiver.found === 'by_app') return { kind: 'not_proven' };

  const userId = personOf(event);
  const withheld =
    textsOf(event).some(isDenunciation) || (userId === null && isDenunciation(rawBody.toString()));
  const reception = await ctx.database.tenant(tenantId, async (tx): Promise<Reception> => {
    const isNew = await insertEvent(tx, {
      // Keys stay for ever and would name people and messages.
      key: ctx.secrets.fingerprint(eventKey(event), 'webhook-event'),
      oaId,
      userId,
      name: nameOf(event),
      atMs: event.at ?? null,
      receivedAt: ctx.clock.now(),
      state: userId === null ? 'kept' : 'waiting',
      raw: userId === null || withheld ? null : rawBody,
      withheld: withheld && userId !== null,
      redacted: userId === null && !withheld ? redactSecrets(rawBody.toString()) : null,
    });
    if (!isNew) return { kind: 'repeated' };
    if (userId === null) return { kind: 'kept', name: nameOf(event) };
    // One waiting job per person is enough: it works through all that waits.
    const queue = chatQueue('hear', { oaId, userId });
    await addJob(tx, 'process-chat', { tenantId, oaId, userId }, { queue, key: `process-${queue}` });
    crashPoint('webhook.before-commit');
    return { kind: 'taken' };
  });
  crashPoint('webhook.after-commit');
  return reception;
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
