// How far a notice came, in words for the officer: the message, template, SMS or call that carries it.

import { whenText } from '@motcua/domain/status-words';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import type { Notice } from './store.ts';

const words: Record<string, string> = {
  no_channel: 'Chưa có Zalo nào theo dõi hồ sơ này; báo công dân qua điện thoại hoặc giấy',
  not_needed: 'Không cần báo riêng: không phải làm gì, hỏi lúc nào cũng được trả lời',
  planned: 'Đang chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  received: 'Đã nhận',
  seen: 'Đã xem',
  failed: 'Không gửi được',
  unknown: 'Chưa rõ đã tới hay chưa, đang kiểm tra',
  cancelled: 'Người nhận đã thôi theo dõi',
  superseded: 'Đã có tin mới hơn thay',
  told: 'Cán bộ đã báo',
};

const paperWords: Record<string, string> = { planned: 'Cán bộ cần báo qua điện thoại hoặc giấy' };

const roadWords: Record<string, string> = {
  template_user: 'tin mẫu Zalo',
  template_phone: 'tin mẫu Zalo tới số điện thoại',
  sms: 'SMS',
};

export function noticeStateText(notice: Omit<Notice, 'id' | 'eventSeq' | 'text'>, now: Instant): string {
  const parts = [baseText(notice, now)];
  const { state, stateReason, resent, road, together, toldHow } = notice;
  if (road !== null && roadWords[road] !== undefined && state !== 'superseded')
    parts[0] = `${parts[0]} (${roadWords[road]})`;
  if (together > 0 && state !== 'superseded') parts.push(`, chung một tin với ${together} hồ sơ khác`);
  if (toldHow !== null) parts.push(` (${toldHow})`);
  if (stateReason !== null) parts.push(`: ${stateReason}`);
  if (resent > 0) parts.push(` (đã gửi lại ${resent} lần vì Zalo không trả lời rõ)`);
  return parts.join('');
}

/** A phone that is on tells within seconds that it has a message. */
const receiptMinutes = 15;

function baseText(
  { state, road, dueAt, at }: Pick<Notice, 'state' | 'road' | 'dueAt' | 'at'>,
  now: Instant,
): string {
  if (road === 'paper') return paperWords[state] ?? words[state] ?? state;
  if (state === 'planned' && dueAt !== null && dueAt > now) return `Chờ gửi lúc ${whenText(dueAt, now)}`;
  // Zalo tells what phones receive, a gateway of SMS does not.
  if (state === 'sent' && road !== 'sms' && plusMinutes(at, receiptMinutes) <= now)
    return 'Đã gửi, chưa thấy máy nhận';
  return words[state] ?? state;
}
