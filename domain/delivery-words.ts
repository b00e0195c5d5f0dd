// The plan of a message as a sentence for the officer: who is told, how, when, at what price, and what follows if it fails.

import { hourText } from './clock-time.ts';
import type { DeliveryPerson, Offer, Road, ToTell } from './delivery-facts.ts';
import { quietFrom, quietUntil } from './delivery-hours.ts';
import { moneyText } from './money-words.ts';
import { whenText } from './status-words.ts';
import { type Instant, minuteOfDay } from './time.ts';

/** `next` is the road taken when this one fails. */
export function planText(
  notice: ToTell,
  person: DeliveryPerson,
  offer: Offer,
  next: Road,
  now: Instant,
): string {
  if (notice.importance === 'answer') return 'Trả lời ngay tin người dân vừa nhắn, không phụ thuộc giờ giấc.';
  switch (offer.road) {
    case 'chat':
      return chatText(person, offer, next, now);
    case 'template_user':
      return `Người theo dõi trên Zalo được báo bằng tin mẫu Zalo ${momentWords(offer, now)}${priceText(offer)}, vì ${whyNoChat(person)}.`;
    case 'template_phone':
      return `Người nộp được báo bằng tin mẫu Zalo tới số điện thoại ${momentWords(offer, now)}${priceText(offer)}, vì ${whyNoChat(person)}.`;
    case 'sms':
      return `Người nộp được báo bằng tin nhắn SMS ${momentWords(offer, now)}${priceText(offer)}, vì ${whyNoChat(person)}.`;
    case 'paper':
      return `${upperFirst(whyNoChat(person))}: cán bộ báo người nộp ${byHand(person)} (danh sách cần báo).`;
    case 'none':
      return 'Không cần báo riêng: không phải làm gì, hỏi lúc nào cũng được trả lời.';
  }
}

/** What is said when the person has chosen not to be told this. */
export function wishText(person: DeliveryPerson, end: Road): string {
  const wish =
    person.chat?.wishes === 'important'
      ? 'Người theo dõi trên Zalo chỉ muốn nhận tin khi cần làm gì hoặc khi có kết quả'
      : 'Người theo dõi trên Zalo đã chọn không nhận tin';
  return end === 'paper'
    ? `${wish}: cán bộ báo người nộp ${byHand(person)} (danh sách cần báo).`
    : `${wish}: không gửi, hỏi lúc nào cũng được trả lời.`;
}

function chatText(person: DeliveryPerson, offer: Offer, next: Road, now: Instant): string {
  const head = `Người theo dõi trên Zalo được báo ${momentWords(offer, now)}`;
  if (offer.freeUntil !== null)
    return `${head}, miễn phí (còn trong 48 giờ từ lần nhắn gần nhất, đến ${whenText(offer.freeUntil, now)}).`;
  if (offer.costDong === 0) return `${head}, dùng tin trong gói (đã quá 48 giờ từ lần nhắn gần nhất).`;
  if (offer.costDong !== null) return `${head}${priceText(offer)} (đã quá 48 giờ từ lần nhắn gần nhất).`;
  const lately =
    person.chat?.interactedAt == null ? 'chưa rõ lần nhắn gần nhất' : 'đã lâu từ lần nhắn gần nhất';
  return `${head}, nhưng ${lately} nên Zalo có thể không chuyển; khi đó ${nextText(next, person)}.`;
}

function nextText(next: Road, person: DeliveryPerson): string {
  switch (next) {
    case 'chat':
    case 'template_user':
      return 'gửi tin mẫu Zalo';
    case 'template_phone':
      return 'gửi tin mẫu Zalo tới số điện thoại người nộp';
    case 'sms':
      return 'gửi SMS';
    case 'paper':
      return `cán bộ báo ${byHand(person)}`;
    case 'none':
      return 'không báo riêng';
  }
}

/** `ngay`, or when and why not at once. */
function momentWords({ sendAfter }: Offer, now: Instant): string {
  if (sendAfter === null) return 'ngay';
  const minute = minuteOfDay(now);
  const night = minute >= quietFrom || minute < quietUntil;
  const why = night ? 'ban đêm không gửi tin' : 'gộp các tin trong một giờ';
  const when = sendAfter.slice(0, 10) === now.slice(0, 10) ? hourText(sendAfter) : whenText(sendAfter, now);
  return `lúc ${when} (${why})`;
}

function priceText({ costDong }: Offer): string {
  if (costDong === null) return ', có phí';
  return costDong === 0 ? ', miễn phí' : `, khoảng ${moneyText(costDong)}`;
}

function byHand(person: DeliveryPerson): string {
  return person.phone ? 'qua điện thoại hoặc giấy' : 'bằng giấy (không có số điện thoại)';
}

function whyNoChat({ chat }: DeliveryPerson): string {
  if (chat === null) return 'chưa có Zalo nào theo dõi hồ sơ';
  if (chat.unfollowed) return 'người theo dõi đã bỏ quan tâm Official Account';
  if (chat.refusedCode !== null) return 'Zalo không chuyển tin thường tới người theo dõi';
  return 'đã quá 7 ngày từ lần nhắn gần nhất';
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
