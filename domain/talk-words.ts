// What is said of talks: to the person when one ends, to officers in the inbox and in the transcript.

import { beforeText, momentText } from './clock-time.ts';
import type { TalkEnd } from './talk.ts';
import { dateOf, type Instant } from './time.ts';

const firsts: Record<TalkEnd, string> = {
  answered: 'Cán bộ đã trả lời xong, cuộc trao đổi kết thúc tại đây.',
  by_phone: 'Cán bộ đã trả lời Anh/Chị qua điện thoại, cuộc trao đổi kết thúc tại đây.',
  silence: 'Đã một ngày Anh/Chị không nhắn thêm, nên cuộc trao đổi với cán bộ kết thúc tại đây.',
  left: 'Cuộc trao đổi với cán bộ kết thúc tại đây.',
};

/** Tells the person what comes next; `status` is the sentence of the dossier, when the talk was about one. */
export function endSentence(how: TalkEnd, status: string | null): string {
  const next = status === null ? '' : ` ${status}`;
  return `${firsts[how]}${next} Trợ lý tự động lại trả lời Anh/Chị; cần hỏi thêm, nhắn "gặp cán bộ".`;
}

const ends: Record<TalkEnd, string> = {
  answered: 'Cán bộ kết thúc sau khi trả lời',
  by_phone: 'Cán bộ đã trả lời qua điện thoại',
  silence: 'Tự kết thúc: một ngày người dân không nhắn thêm',
  left: 'Kết thúc: người dân đã huỷ liên kết với hồ sơ',
};

/** The end, for officers. */
export function endedText(how: TalkEnd, at: Instant, now: Instant): string {
  return `${ends[how]}, ${momentText(at, dateOf(now))}.`;
}

/** Since when a person waits, and what was promised; nulls while nothing is owed. */
export function waitingTexts(
  { waitingSince, answerBy }: { waitingSince: Instant | null; answerBy: Instant | null },
  now: Instant,
): { waitingText: string | null; promiseText: string | null; overdue: boolean } {
  if (waitingSince === null || answerBy === null)
    return { waitingText: null, promiseText: null, overdue: false };
  const today = dateOf(now);
  const overdue = answerBy < now;
  return {
    waitingText: `chờ trả lời từ ${momentText(waitingSince, today)}`,
    promiseText: overdue
      ? `quá giờ hẹn trả lời từ ${momentText(answerBy, today)}`
      : `hẹn trả lời ${beforeText(answerBy, today)}`,
    overdue,
  };
}

/** How far a message of the office came. */
export const saidStates = {
  planned: 'đang chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  received: 'đã tới máy',
  seen: 'đã xem',
  failed: 'không tới',
  unknown: 'chưa rõ đã tới',
} as const;
