// Judges a webhook: did Zalo write these bytes, for which account of ours, and what is kept of them. Nothing is written here.

import { isConsoleTest, parseEvent, verifySignature } from '@motcua/zalo/webhook';
import type { KnownReceivers } from '../oa/known-receivers.ts';
import type { Receiver } from '../oa/receiver.ts';
import type { Context } from '../platform/context.ts';
import { type Entry, entryOf } from './entry.ts';

export type Judgement =
  | { kind: 'proven'; entry: Entry }
  | { kind: 'console_test' }
  | { kind: 'not_json' }
  | { kind: 'not_proven' }
  /** Nobody could look: no verdict, Zalo must bring it again. */
  | { kind: 'unavailable' };

/** Rejects only when the account is not known here and the database cannot be asked for it. */
export async function judgeWebhook(
  ctx: Pick<Context, 'secrets' | 'clock'>,
  receivers: KnownReceivers,
  rawBody: Buffer,
  header: string | undefined,
): Promise<Judgement> {
  const event = parseEvent(rawBody);
  if (event === undefined) return { kind: 'not_json' };
  // The account is looked up by what the body claims, but proven with what we know of that account ourselves.
  const proves = ({ appId, secretKey }: Receiver) => verifySignature({ appId, secretKey, rawBody, header });
  let receiver = await receivers.find(event);
  if (receiver === 'busy') return { kind: 'unavailable' };
  if (receiver === undefined) return { kind: 'not_proven' };
  if (!proves(receiver)) {
    receiver = await receivers.findAnew(event, receiver);
    if (receiver === 'busy') return { kind: 'unavailable' };
    if (receiver === undefined || !proves(receiver)) return { kind: 'not_proven' };
  }
  if (isConsoleTest(event)) return { kind: 'console_test' };
  if (receiver.found === 'by_app') return { kind: 'not_proven' };
  return { kind: 'proven', entry: entryOf(ctx, receiver, event, rawBody) };
}
