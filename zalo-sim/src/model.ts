// The words of the street: everything the simulator remembers, as plain JSON.

import type { Bent, FaultState } from './faults-kinds.ts';
import type { Office, SharedInfo } from './office-model.ts';
import type { Settings } from './settings.ts';
import type { Social } from './social-model.ts';
import type { Traffic } from './traffic.ts';
import type { RatingLevel, TemplateButton, TemplateTag, Zbs } from './zbs-model.ts';

export type OaType = 'business' | 'state';

export interface App {
  id: string;
  secret: string;
  /** The callback registered in the console; null accepts any. */
  callbackUrl: string | null;
}

export interface Oa {
  id: string;
  name: string;
  type: OaType;
  verified: boolean;
  /** "OA Secret Key" of the console's webhook page: signs events, never signs tokens. */
  secretKey: string;
  /** Messages between 48 hours and 7 days after the last interaction use this package. */
  packageQuota: { total: number; used: number };
}

export interface Person {
  /** The OA-scoped id: webhook `sender.id`, and `user_id` when sending. */
  id: string;
  /** The app-scoped id: webhook `user_id_by_app`. */
  idByApp: string;
  name: string;
  phone: string | null;
  follows: boolean;
  blocked: boolean;
  /** Used the data-subject right (`user_withdraw`) and has not written since; Zalo does not refuse messages for it. */
  withdrawn: boolean;
  /** A phone that is off receives nothing, so no receipt is sent until it is on again. */
  online: boolean;
  clickedChatNow: boolean;
  /** Epoch milliseconds; null when the person and the OA have never met. */
  lastInteractionAt: number | null;
  /** How this phone number takes template messages. */
  reach: Reach;
  /** Kinds of template messages this person has switched off (−139). */
  refusedTags: TemplateTag[];
  /** An administrator of the app or the OA: takes messages in development mode. */
  admin: boolean;
  /** Banned, or away for more than 45 days (−227). */
  dormant: boolean;
  /** What the OA calls this person, and the id of its own account for them. */
  alias: string;
  externalId: string;
  shared: SharedInfo;
}

/** `no_zalo` −118, `cannot_receive` −119, `inactive` −114, `not_eligible` −140, `old_app` −110, `refuses_oa` −141. */
export const reaches = [
  'ok',
  'no_zalo',
  'cannot_receive',
  'inactive',
  'not_eligible',
  'old_app',
  'refuses_oa',
] as const;
export type Reach = (typeof reaches)[number];

export type Button =
  | { title: string; type: 'oa.open.url'; url: string }
  | { title: string; type: 'oa.query.show' | 'oa.query.hide'; query: string }
  | { title: string; type: 'oa.open.sms'; phone: string; content: string }
  | { title: string; type: 'oa.open.phone'; phone: string };

export interface ListElement {
  title: string;
  subtitle: string;
  imageUrl: string | null;
  url: string | null;
}

/** Where bytes are: kept by the simulator (`mediaId`) or somewhere else (`url`). */
export type Place = { mediaId: string } | { url: string };

export type Content =
  | { kind: 'text'; text: string; buttons: Button[] }
  | { kind: 'image' | 'gif'; place: Place; text: string }
  | { kind: 'file'; place: Place; name: string; size: number; type: string; checksum: string }
  | { kind: 'list'; elements: ListElement[] }
  | { kind: 'sticker'; stickerId: string }
  | { kind: 'audio'; place: Place }
  | { kind: 'location'; latitude: string; longitude: string }
  | { kind: 'video'; place: Place; description: string }
  | { kind: 'link' | 'business_card'; url: string; thumbnail: string; description: string }
  | { kind: 'request_info'; title: string; subtitle: string; imageUrl: string; answered: boolean }
  | { kind: 'article'; articles: { title: string; description: string; coverUrl: string; url: string }[] }
  | TemplateCard;

/** A template message with its parameters filled in, and what the person did with it. */
export interface TemplateCard {
  kind: 'template';
  templateId: string;
  /** The number or its hash as the OA gave it; null when sent by user id. */
  to: string | null;
  trackingId: string | null;
  title: string;
  paragraphs: string[];
  rows: { label: string; value: string }[];
  buttons: TemplateButton[];
  responses: string[];
  levels: RatingLevel[];
  rating: { rate: number; note: string; feedbacks: string[]; at: number } | null;
  response: string | null;
}

export interface Message {
  id: string;
  /** Position in the whole street; readers page by it. */
  order: number;
  personId: string;
  from: 'oa' | 'person';
  at: number;
  content: Content;
  quoteMsgId: string | null;
  /** Sent by an `oa.query.hide` button: the OA hears it, the chat does not show it. */
  silent: boolean;
  reaction: string | null;
  /** How often the OA has reacted to it. */
  reactions?: number;
  /** When the OA's webhook took it (messages of a person). */
  acknowledgedAt: number | null;
  /** When it reached the phone, and when it was looked at (messages of the OA). */
  receivedAt: number | null;
  seenAt: number | null;
}

/** What the simulator knows of bytes it keeps; the bytes themselves are in the media store. */
export interface Media {
  id: string;
  /** What an upload handed out as `attachment_id` or `token`; null for what people sent. */
  ticket: string | null;
  kind: 'image' | 'gif' | 'file' | 'audio' | 'video';
  name: string;
  mime: string;
  size: number;
  checksum: string;
  expiresAt: number;
}

export interface Attempt {
  at: number;
  /** HTTP status, or null when nothing answered within the deadline. */
  status: number | null;
  ms: number;
}

export interface WebhookPost {
  id: string;
  personId: string | null;
  messageId: string | null;
  eventName: string;
  /** Named in the header `X-ZEvent-Server`; absent for the OA's own events. */
  server?: 'ZNS';
  timestamp: string;
  /** The exact text that is posted and signed. */
  body: string;
  attempts: Attempt[];
  /**
   * `lost`: nobody was registered, or the subscription was cancelled. `withheld`: Zalo never posts it, by a
   * switch of the console or a fault.
   */
  status: 'waiting' | 'done' | 'lost' | 'withheld';
  nextAt: number;
  /** The console's sample: posted once, never again. */
  once?: true;
  bent?: Bent;
}

export interface Tokens {
  access: { value: string; expiresAt: number } | null;
  /** Live refresh tokens only; a used one is forgotten, so that using it again is refused. */
  refresh: { value: string; expiresAt: number; source: 'grant' | 'console' }[];
  codes: { value: string; expiresAt: number; challenge: string | null }[];
}

export interface State {
  version: 1;
  idsUsed: number;
  app: App;
  oa: Oa;
  tokens: Tokens;
  people: Person[];
  messages: Message[];
  media: Media[];
  webhook: { url: string | null; subscribed: boolean };
  posts: WebhookPost[];
  settings: Settings;
  faults: FaultState;
  traffic: Traffic;
  /** How far the street's clock was put forward by hand. */
  clockAheadMs: number;
  zbs: Zbs;
  office: Office;
  social: Social;
}
