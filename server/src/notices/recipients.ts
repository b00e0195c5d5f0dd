// Looks up who could be told of a dossier and through what, and lets the planner choose.

import type { DeliveryChannels, ToTell } from '@motcua/domain/delivery-facts';
import { chooseRecipients, type Recipient } from '@motcua/domain/delivery-recipients';
import type { Dossier } from '@motcua/domain/dossier';
import type { NoticeKind } from '@motcua/domain/status-notice';
import type { Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { type Follower, findNumberRoads, listFollowers, lockFollowers } from './standing-store.ts';

/** Everything the choice of recipients rests on. */
export interface Reachable {
  /** Everyone linked to the dossier. */
  followers: Follower[];
  /** The applicant's number, and the account through which it is reached; null while nobody has asked. */
  number: { phone: boolean; oaId: string | null; channels: DeliveryChannels } | null;
}

/** `oaId` is the account through which the applicant's number is reached. */
export type KnownRecipient = Recipient<Follower> & { oaId: string | null };

type Reaching = Pick<Context, 'sms' | 'tellAtNight'>;
type Concerned = Pick<Dossier, 'id' | 'agencyId' | 'applicantId'>;

/**
 * Asks in one trip who could be told of a dossier and through what. Without a kind: some notice, whatever it will say.
 * Only what is important goes to the applicant's number, so only then (`byNumber`) it is asked for. `locked`: whoever
 * follows the dossier is locked, before anything else is asked.
 */
export async function findReachable(
  ctx: Reaching,
  tx: Tx,
  dossier: Concerned,
  { kind, byNumber, locked = false }: { kind: NoticeKind | null; byNumber: boolean; locked?: boolean },
  now: Instant,
): Promise<Reachable> {
  const sendable = { kind, sms: ctx.sms !== undefined };
  const [followers, number] = await Promise.all([
    (locked ? lockFollowers : listFollowers)(tx, dossier.id, sendable, now),
    byNumber ? findNumberRoads(tx, dossier, sendable) : null,
  ]);
  if (ctx.tellAtNight === true) for (const { standing } of followers) standing.nightAllowed = true;
  return { followers, number };
}

/** Lets the planner choose among those who can be reached. */
export function recipientsAmong(
  { followers, number }: Reachable,
  notice: ToTell,
  now: Instant,
): KnownRecipient[] {
  const applicant = { phone: number?.phone === true, channels: number?.channels ?? nothing };
  return chooseRecipients(notice, followers, applicant, now).map((each) => ({
    ...each,
    oaId: leavesByNumber(each) ? (number?.oaId ?? null) : null,
  }));
}

const nothing: DeliveryChannels = { account: null, template: null, sms: null };

function leavesByNumber({ plan }: Recipient<Follower>): boolean {
  return plan.road === 'template_phone' || plan.road === 'template_user';
}
