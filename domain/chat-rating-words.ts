// How ratings are said in the chat: the buttons, the three levels in people's words, and what is listened for.

import type { Intent, Listening } from './chat-intent.ts';
import { questionOf } from './rating-questions.ts';
import { levelLabels, offeredLevels } from './rating-words.ts';

/** What may be said beside the level; also the numbers. */
export const moreLabels = ['Trả lời câu hỏi ngắn', 'Ghi lời góp ý', 'Thôi'] as const;

/** The words of a button of `ratingButtons`; null for anything else. */
export function readRatingButton(said: string): Intent | null {
  const read = /^Đánh giá ([\w.-]{10,40}): (.+)$/u.exec(said);
  const level = offeredLevels.find((each) => levelLabels[each] === read?.[2]);
  return read === null || level === undefined ? null : { kind: 'rating', level, code: read[1] ?? null };
}

/** “Rất hài lòng ạ”, “ko hai long lam”, “chưa hài lòng”: short, and about nothing else. */
export function readRating(key: string): Intent | null {
  if (!/\bhai long\b/.test(key) || key.split(' ').length > 8 || /\bho so\b|\bthu tuc\b/.test(key))
    return null;
  const before = key.slice(0, key.indexOf('hai long'));
  if (/\b(?:khong|chua|chang|cha|ko)\b/.test(before))
    return { kind: 'rating', level: 'not_satisfied', code: null };
  const level = /\b(?:rat|cuc|vo cung|qua)\b/.test(key) ? 'very_satisfied' : 'satisfied';
  return { kind: 'rating', level, code: null };
}

export function listeningForRating({ set, ask }: { set: string; ask: string }): Listening {
  if (ask === 'words') return { for: 'words', labels: [] };
  const question = questionOf(set, ask);
  return { for: 'choice', labels: question?.options.map(({ label }) => label) ?? moreLabels };
}
