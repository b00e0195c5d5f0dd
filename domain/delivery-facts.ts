// What the planner of messages is told, and the roads it chooses from.

import type { NoticeWish } from './chat-wishes.ts';
import type { Instant } from './time.ts';

/**
 * `chat`: an ordinary message of the Official Account. `template_user`, `template_phone`: a paid ZBS template to the chat
 * or to the number. `sms`: the SMS interface. `paper`: an officer calls or writes. `none`: nobody has to be told.
 */
export type Road = 'chat' | 'template_user' | 'template_phone' | 'sms' | 'paper' | 'none';

/** `answer`: to what the person has just written. `important`: needs an act of the person, or ends the matter. */
export type Importance = 'answer' | 'important' | 'good_to_know';

export interface ToTell {
  importance: Importance;
  /** An officer must tell it by telephone or letter when nothing else can (`needsTelling`). */
  needsTelling: boolean;
  /** Roads that have already failed for this notice. */
  tried?: readonly Road[];
}

/** What is known of the person's chat with the Official Account. */
export interface ChatStanding {
  /** The last time the person wrote, tapped or followed; null: never known. */
  interactedAt: Instant | null;
  unfollowed: boolean;
  /** Zalo's last refusal of this person, forgotten at the next interaction. */
  refusedCode: number | null;
  wishes: NoticeWish;
  nightAllowed: boolean;
  /** When the last notice left to this person. */
  lastToldAt: Instant | null;
}

export interface DeliveryPerson {
  /** Null: no chat follows, there is a telephone number at most. */
  chat: ChatStanding | null;
  /** A mobile number of the applicant is known. */
  phone: boolean;
}

/** What the office can send through. A quota that is not known is null, one that is used up 0. */
export interface DeliveryChannels {
  /** The connected Official Account; null: none. For an agency of the state Zalo publishes no windows: they are unknown. */
  account: { windows: 'known' | 'unknown'; packageLeft: number | null } | null;
  /** The approved ZBS template for this kind of notice; null: none. Prices in đồng, null when unknown. */
  template: { userDong: number | null; phoneDong: number | null; left: number | null } | null;
  sms: { dong: number | null } | null;
}

/** A road that is open, with its moment and its price. */
export interface Offer {
  road: Road;
  sendAfter: Instant | null;
  costDong: number | null;
  freeUntil: Instant | null;
  /** The price to compare by, in đồng: what is not known counts as what it usually costs. */
  weight: number;
}
