// Who is told of a change: everyone who follows and can be reached by chat, or else the applicant, once.

import { type DeliveryPlan, planDelivery } from './delivery.ts';
import type { ChatStanding, DeliveryChannels, Road, ToTell } from './delivery-facts.ts';
import type { Instant } from './time.ts';

export interface Recipient<Follower> {
  /** Null: the applicant, by telephone number, by hand or not at all. */
  follower: Follower | null;
  plan: DeliveryPlan;
}

/** What leads to the applicant and not to a chat, the better first. */
const applicantRoads: readonly Road[] = ['template_phone', 'sms', 'paper', 'none'];

/**
 * Nobody is called who can read it in the chat, and nobody is told twice because three follow: the applicant's number or
 * an officer comes in only when no follower can be reached.
 */
export function chooseRecipients<Follower extends { standing: ChatStanding; channels: DeliveryChannels }>(
  notice: ToTell,
  followers: readonly Follower[],
  applicant: { phone: boolean; channels: DeliveryChannels },
  now: Instant,
): Recipient<Follower>[] {
  const { phone } = applicant;
  const each = followers.map((follower) => ({
    follower,
    plan: planDelivery(notice, { chat: follower.standing, phone }, follower.channels, now),
  }));
  const reached = each.filter(({ plan }) => plan.road === 'chat' || plan.road === 'template_user');
  if (reached.length > 0) return reached;
  const plans = each.map(({ plan }) => plan);
  if (plans.length === 0) plans.push(planDelivery(notice, { chat: null, phone }, applicant.channels, now));
  const [best] = plans.toSorted((a, b) => applicantRoads.indexOf(a.road) - applicantRoads.indexOf(b.road));
  return best === undefined ? [] : [{ follower: null, plan: best }];
}
