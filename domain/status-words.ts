// Turns of phrase that every sentence about a dossier shares: how it is named, when a thing was, how money and lists read.

import { hourText, momentText } from './clock-time.ts';
import type { SupplementItem } from './dossier.ts';
import type { StatusView } from './status-view.ts';
import { dateOf, type Instant } from './time.ts';
import { lowerFirst } from './wording.ts';

/** `Hồ sơ 000.00.27.H53-261122-0007 (Đăng ký khai sinh)`; before there is a code, by its procedure. */
export function dossierName(view: StatusView, now: Instant): string {
  const procedure = clip(view.procedureName, 120);
  if (view.code !== null) return `Hồ sơ ${view.code} (${procedure})`;
  return `Hồ sơ ${procedure} Anh/Chị nộp lúc ${whenText(view.submittedAt, now)}`;
}

/** `9 giờ hôm nay`, `17 giờ thứ Tư, 25/11`. */
export function whenText(at: Instant, now: Instant): string {
  return dateOf(at) === dateOf(now) ? `${hourText(at)} hôm nay` : momentText(at, dateOf(now));
}

/** `Trung tâm`, as an office calls itself in the middle of a talk. */
export const selfName = 'Trung tâm';

/** A reason as the end of a sentence: begins small, has no full stop of its own, is never endless. */
export function reasonText(reason: string, limit = 400): string {
  return clip(lowerFirst(reason.trim()).replace(/[.\s]+$/, ''), limit);
}

/** Several reasons in one breath. */
export function reasonsText(reasons: readonly string[], limit = 700): string {
  return clip(reasons.map((reason) => reasonText(reason)).join('; '), limit);
}

const listedItems = 6;

/** `2 giấy tờ: (1) Giấy chứng sinh: ảnh bị mờ; (2) …`; more than six are counted and left to the paper. */
export function itemsText(items: readonly SupplementItem[]): string {
  const listed = items
    .slice(0, listedItems)
    .map((item, at) => `(${at + 1}) ${clip(item.label, 90)}: ${reasonText(item.reason, 130)}`);
  const rest = items.length - listed.length;
  const more = rest > 0 ? `; và ${rest} mục khác ghi trong phiếu yêu cầu bổ sung` : '';
  return `${countText(items)}: ${listed.join('; ')}${more}`;
}

/** `2 giấy tờ`, `1 mục`, `2 giấy tờ và 1 mục trong tờ khai`. */
function countText(items: readonly SupplementItem[]): string {
  const papers = items.filter((item) => item.target.kind === 'paper').length;
  const fields = items.length - papers;
  if (fields === 0) return `${papers} giấy tờ`;
  if (papers === 0) return `${fields} mục trong tờ khai`;
  return `${papers} giấy tờ và ${fields} mục trong tờ khai`;
}

/** Cuts by characters as Zalo counts them, at a word where there is one. */
export function clip(text: string, limit: number): string {
  const composed = text.normalize('NFC');
  if (composed.length <= limit) return composed;
  const letters = Array.from(composed);
  if (letters.length <= limit) return composed;
  const cut = letters.slice(0, limit - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`;
}
