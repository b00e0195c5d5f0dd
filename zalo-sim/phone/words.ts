// How days, hours and previews read in Vietnamese.

import type { MessageView, PersonView } from './client.ts';

const zone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const clockWithSeconds = new Intl.DateTimeFormat('vi-VN', { timeStyle: 'medium', timeZone: zone });
const day = new Intl.DateTimeFormat('vi-VN', {
  weekday: 'long',
  day: 'numeric',
  month: 'numeric',
  timeZone: zone,
});
const dayKey = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone });
const hourMs = 3_600_000;

export function timeOf(at: number): string {
  return clock.format(at);
}

export function exactTimeOf(at: number): string {
  return clockWithSeconds.format(at);
}

/** Two moments of the same Vietnamese day have the same key. */
export function dayKeyOf(at: number): string {
  return dayKey.format(at);
}

/** "Hôm nay", "Hôm qua", or "Thứ Sáu, 27/11". */
export function dayOf(at: number, now: number): string {
  if (dayKeyOf(at) === dayKeyOf(now)) return 'Hôm nay';
  if (dayKeyOf(at) === dayKeyOf(now - 24 * hourMs)) return 'Hôm qua';
  return day.format(at);
}

/** One line for lists and banners. */
export function previewOf(message: MessageView | null): string {
  if (!message) return 'Chưa có tin nhắn';
  const { content } = message;
  const said = {
    text: content.kind === 'text' ? content.text : '',
    image: '[Hình ảnh]',
    gif: '[Ảnh động]',
    file: content.kind === 'file' ? `[Tệp] ${content.name}` : '',
    list: content.kind === 'list' ? (content.elements[0]?.title ?? '') : '',
    sticker: '[Nhãn dán]',
    audio: '[Tin thoại]',
    location: '[Vị trí]',
    video: '[Video]',
    link: '[Liên kết]',
    business_card: '[Danh thiếp]',
    request_info: content.kind === 'request_info' ? content.title : '',
    article: content.kind === 'article' ? (content.articles[0]?.title ?? '') : '',
    template: content.kind === 'template' ? content.title : '',
  }[content.kind];
  return message.from === 'person' ? `Bạn: ${said}` : said;
}

export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  const amount = kilobytes < 1024 ? kilobytes : kilobytes / 1024;
  return `${amount.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} ${kilobytes < 1024 ? 'KB' : 'MB'}`;
}

/** What the OA may send this person now. */
export function windowOf(person: PersonView): string {
  if (person.blocked) return 'Đã chặn Official Account';
  if (person.lastInteractionAt === null) return 'Chưa từng tương tác: OA chưa được nhắn';
  const { freeMsLeft, allowedMsLeft } = person.window;
  if (freeMsLeft > 0) return `Trong 48 giờ: nhắn miễn phí, còn ${spanOf(freeMsLeft)}`;
  if (allowedMsLeft > 0) return `Ngoài 48 giờ: nhắn theo gói, còn ${spanOf(allowedMsLeft)}`;
  return 'Quá 7 ngày: OA không được nhắn';
}

export function spanOf(span: number): string {
  const hours = Math.floor(span / hourMs);
  if (hours >= 48) return `${Math.floor(hours / 24)} ngày`;
  return hours >= 1 ? `${hours} giờ` : `${Math.ceil(span / 60_000)} phút`;
}
