// What an officer is told before typing to a person: whether the message arrives, until when, and what to do otherwise.

import { planDelivery } from './delivery.ts';
import type { ChatStanding, DeliveryChannels } from './delivery-facts.ts';
import { whenText } from './status-words.ts';
import { type Instant, plusMinutes } from './time.ts';

export interface TalkReach {
  /** False: nothing is sent, whatever is typed. */
  open: boolean;
  free: boolean;
  /** Until when that holds; null when nobody knows. */
  until: Instant | null;
  sentence: string;
}

/** Zalo takes messages for money until seven days after the person's last act. */
const paidMinutes = 7 * 24 * 60;
const call = 'Xin gọi điện hoặc gặp trực tiếp.';

/** An answer to what the person asked: the night, the wishes for notices and other roads do not matter. */
export function reachOfTalk(chat: ChatStanding, { account }: DeliveryChannels, now: Instant): TalkReach {
  const { road, freeUntil, costDong } = planDelivery(
    { importance: 'important', needsTelling: false },
    { chat: { ...chat, wishes: 'all', nightAllowed: true }, phone: false },
    { account, template: null, sms: null },
    now,
  );
  if (road !== 'chat') return { open: false, free: false, until: null, sentence: `${whyNot(chat)} ${call}` };
  if (freeUntil !== null)
    return {
      open: true,
      free: true,
      until: freeUntil,
      sentence: `Tin tới Zalo của người dân ngay, miễn phí đến ${whenText(freeUntil, now)} (48 giờ từ lần nhắn gần nhất).`,
    };
  const free = costDong === 0;
  if (account?.windows === 'known' && chat.interactedAt !== null) {
    const until = plusMinutes(chat.interactedAt, paidMinutes);
    const price = free ? 'dùng tin trong gói' : 'có phí';
    return {
      open: true,
      free,
      until,
      sentence: `Tin tới Zalo của người dân được đến ${whenText(until, now)}, ${price}: đã quá 48 giờ từ lần nhắn gần nhất.`,
    };
  }
  return {
    open: true,
    free,
    until: null,
    sentence:
      'Đã quá 48 giờ từ lần nhắn gần nhất nên Zalo có thể không chuyển. Khi đó tin ghi “không tới” ở đây và việc trở lại danh sách chờ: xin gọi điện.',
  };
}

function whyNot(chat: ChatStanding): string {
  if (chat.unfollowed) return 'Người dân đã bỏ quan tâm Official Account nên tin không tới được.';
  if (chat.refusedCode !== null) return 'Zalo đã từ chối chuyển tin tới người này, cho tới khi họ nhắn lại.';
  return 'Đã quá 7 ngày từ lần nhắn gần nhất nên Zalo không chuyển tin nữa.';
}
