// The one planner of what is sent: by which road a person is told, when, at what cost, what comes next if it fails, and why.

import type { NoticeWish } from './chat-wishes.ts';
import type { DeliveryChannels, DeliveryPerson, Importance, Offer, Road, ToTell } from './delivery-facts.ts';
import { offersFor } from './delivery-roads.ts';
import { planText, wishText } from './delivery-words.ts';
import type { Instant } from './time.ts';

export interface DeliveryPlan {
  road: Road;
  /** Not before this moment; null: at once. */
  sendAfter: Instant | null;
  /** In đồng; 0 is free, null not known. */
  costDong: number | null;
  /** Until when the person can be told for nothing; null when not for nothing. */
  freeUntil: Instant | null;
  /** The plan as a sentence for the officer. */
  why: string;
  /** What to try next, in order, when this road fails: its end is always `paper` or `none`. */
  otherwise: Road[];
}

/**
 * Chooses the cheapest road that law, windows, quotas and the person's wishes leave open; of two at one price the one
 * nearer to the person. An answer is never delayed and never goes another way. What is only good to know never costs
 * the price of a template and calls nobody.
 */
export function planDelivery(
  notice: ToTell,
  person: DeliveryPerson,
  channels: DeliveryChannels,
  now: Instant,
): DeliveryPlan {
  const end: Road = notice.needsTelling ? 'paper' : 'none';
  if (notice.importance === 'answer')
    return finish(
      { road: 'chat', sendAfter: null, costDong: 0, freeUntil: null, weight: 0 },
      ['none'],
      (offer) => planText(notice, person, offer, 'none', now),
    );
  if (person.chat !== null && !isWished(person.chat.wishes, notice.importance))
    return finish(nothing(end), [], () => wishText(person, end));
  const offers = offersFor(notice, person, channels, now).toSorted((a, b) => a.weight - b.weight);
  const roads = [...offers.map(({ road }) => road), end];
  return finish(offers[0] ?? nothing(end), roads.slice(1), (offer) =>
    planText(notice, person, offer, roads[1] ?? end, now),
  );
}

function isWished(wish: NoticeWish, importance: Importance): boolean {
  return wish === 'all' || (wish === 'important' && importance === 'important');
}

function nothing(road: Road): Offer {
  return { road, sendAfter: null, costDong: road === 'none' ? 0 : null, freeUntil: null, weight: 0 };
}

function finish(offer: Offer, otherwise: Road[], sentence: (offer: Offer) => string): DeliveryPlan {
  const { road, sendAfter, costDong, freeUntil } = offer;
  return { road, sendAfter, costDong, freeUntil, why: sentence(offer), otherwise };
}
