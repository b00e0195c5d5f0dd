// Which roads are open to a person, each with its moment and its price: windows, quotas, refusals and hours decide.

import type { ChatStanding, DeliveryChannels, DeliveryPerson, Offer, ToTell } from './delivery-facts.ts';
import { afterGathering, afterQuiet, afterTemplateNight } from './delivery-hours.ts';
import { type Instant, plusMinutes } from './time.ts';

/** Zalo takes a message for nothing within 48 hours of the person's last act, and for money within seven days. */
const freeMinutes = 48 * 60;
const openMinutes = 7 * 24 * 60;

/** What each road usually costs in đồng, to compare by where the price is not known. */
const usualDong = { chat: 55, template_user: 100, template_phone: 120, sms: 800 } as const;

/** Refusals that close the chat until the person writes again: not following, blocked, inactive, window over. */
const closesChat = new Set([-213, -217, -227, -230, -232, -244]);
/** Refusals of the person that close the chat to templates too. */
const closesTemplates = new Set([-114, -118, -119, -139, -140, -141, -217, -244, -249]);

/** The open roads in their natural order; neither paper nor nothing is among them. */
export function offersFor(
  notice: ToTell,
  person: DeliveryPerson,
  channels: DeliveryChannels,
  now: Instant,
): Offer[] {
  const paid = notice.importance === 'important' ? paidOffers(person, channels, now) : [];
  return [chatOffer(notice, person.chat, channels, now), ...paid].filter(
    (offer) => offer !== null && !(notice.tried ?? []).includes(offer.road),
  ) as Offer[];
}

function chatOffer(
  notice: ToTell,
  chat: ChatStanding | null,
  { account }: DeliveryChannels,
  now: Instant,
): Offer | null {
  if (chat === null || account === null || chat.unfollowed) return null;
  if (chat.refusedCode !== null && closesChat.has(chat.refusedCode)) return null;
  const freeUntil = chat.interactedAt === null ? null : plusMinutes(chat.interactedAt, freeMinutes);
  const soonest = afterQuiet(now, chat.nightAllowed);
  const gathered = afterQuiet(afterGathering(now, chat.lastToldAt), chat.nightAllowed);
  // Waiting for company is not worth what the message would then cost.
  const losesWindow = freeUntil !== null && soonest <= freeUntil && gathered > freeUntil;
  const at = notice.importance === 'good_to_know' && !losesWindow ? gathered : soonest;
  const sendAfter = at > now ? at : null;
  if (freeUntil !== null && at <= freeUntil)
    return { road: 'chat', sendAfter, costDong: 0, freeUntil, weight: 0 };
  const open = chat.interactedAt !== null && at <= plusMinutes(chat.interactedAt, openMinutes);
  if (!open && account.windows === 'known') return null;
  const costDong = laterCost(open, account);
  return { road: 'chat', sendAfter, costDong, freeUntil: null, weight: costDong ?? usualDong.chat };
}

/** Between two and seven days a message comes out of the package or is charged; where no window is known, nobody knows. */
function laterCost(open: boolean, account: NonNullable<DeliveryChannels['account']>): number | null {
  if (!open) return null;
  if (account.packageLeft !== null && account.packageLeft > 0) return 0;
  return account.windows === 'known' ? usualDong.chat : null;
}

/** Templates and SMS: for what is important only. */
function paidOffers(person: DeliveryPerson, channels: DeliveryChannels, now: Instant): (Offer | null)[] {
  const { account, template, sms } = channels;
  const { chat, phone } = person;
  const soonest = afterQuiet(now, chat?.nightAllowed ?? false);
  const byTemplate = afterTemplateNight(soonest);
  const templates = account !== null && template !== null && template.left !== 0 ? template : null;
  const mayUser =
    chat !== null &&
    !chat.unfollowed &&
    (chat.refusedCode === null || !closesTemplates.has(chat.refusedCode));
  return [
    templates !== null && mayUser ? paid('template_user', templates.userDong, byTemplate, now) : null,
    templates !== null && phone ? paid('template_phone', templates.phoneDong, byTemplate, now) : null,
    sms !== null && phone ? paid('sms', sms.dong, soonest, now) : null,
  ];
}

function paid(
  road: 'template_user' | 'template_phone' | 'sms',
  costDong: number | null,
  at: Instant,
  now: Instant,
): Offer {
  const sendAfter = at > now ? at : null;
  return { road, sendAfter, costDong, freeUntil: null, weight: costDong ?? usualDong[road] };
}
