// A citizen's rating of a finished dossier: one each, completed as long as one likes, changed once, until a day.

import type { Dossier } from './dossier.ts';
import { questionOf, questionSet, questionsFor } from './rating-questions.ts';
import { type Instant, plusDays } from './time.ts';

/** The three levels of the law; their number is their points. */
export const ratingLevels = ['not_satisfied', 'satisfied', 'very_satisfied'] as const;
export type RatingLevel = (typeof ratingLevels)[number];

/** For how many days after the end a dossier may be rated. */
const daysOpen = 30;
/** The longest free word, in characters. */
export const longestRatingWords = 1_000;

export interface Rating {
  /** The set whose questions the answers name. */
  questionSet: string;
  /** How the dossier was filed: it decides which questions are asked. */
  channel: string;
  openUntil: Instant;
  /** Null until rated. */
  level: RatingLevel | null;
  /** By question, the index of the option chosen. */
  answers: Readonly<Record<string, number>>;
  words: string | null;
  /** Whether the one change has been made. */
  revised: boolean;
}

/** What a person gives at once; what is absent stays as it was. */
export interface Given {
  level?: RatingLevel;
  answers?: Readonly<Record<string, number>>;
  words?: string;
}

export type RatingRefusal = 'closed' | 'already_revised' | 'level_missing' | 'unknown_answer';

/** What a person is told whose rating is not taken, and what to do instead. */
export const ratingRefusalText: Readonly<Record<RatingRefusal, string>> = {
  closed:
    'Thời gian đánh giá hồ sơ này đã hết (30 ngày từ khi kết thúc). Có điều chưa hài lòng, Anh/Chị hỏi trực tiếp cán bộ.',
  already_revised:
    'Đánh giá hồ sơ này đã được đổi một lần nên giữ nguyên như lần sau cùng. Có điều cần nói thêm, Anh/Chị hỏi trực tiếp cán bộ.',
  level_missing: 'Anh/Chị cho biết mức hài lòng trước: rất hài lòng, hài lòng hay không hài lòng.',
  unknown_answer: 'Câu trả lời không có trong các lựa chọn. Anh/Chị xem lại câu hỏi.',
};

/**
 * Dossiers that have ended may be rated, whatever became of them: the service is judged, not the outcome. Not before the
 * result is in the person's hands. Only whoever got a result is asked by us (`isAskedToRate`).
 */
export function mayBeRated({ status }: Pick<Dossier, 'status'>): boolean {
  return ['returned', 'refused_at_intake', 'withdrawn', 'stopped'].includes(status);
}

/** Refused or withdrawn, a person may still rate the service, and is not asked to. */
export function isAskedToRate({ status }: Pick<Dossier, 'status'>): boolean {
  return status === 'returned';
}

export function ratingOpenUntil(ended: Instant): Instant {
  return plusDays(ended, daysOpen);
}

/** What may still be done: rate, change what was said (once), or only add to it. Null after the last day. */
export function ratingStage(rating: Rating, now: Instant): 'new' | 'revisable' | 'completable' | null {
  if (now > rating.openUntil) return null;
  if (rating.level === null) return 'new';
  return rating.revised ? 'completable' : 'revisable';
}

/**
 * Takes what was given into a rating. To answer what was not answered yet completes it, as often as one likes; to say
 * something else than before is the one change.
 */
export function takeRating(
  rating: Rating,
  given: Given,
  now: Instant,
): { ok: true; rating: Rating; changed: boolean } | { ok: false; why: RatingRefusal } {
  if (ratingStage(rating, now) === null) return { ok: false, why: 'closed' };
  const level = given.level ?? rating.level;
  if (level === null) return { ok: false, why: 'level_missing' };
  const answers = Object.entries(given.answers ?? {});
  const asked = questionsFor(questionSet(rating.questionSet), rating.channel);
  const isOffered = ([id, option]: [string, number]): boolean =>
    asked.find((each) => each.id === id)?.options[option] !== undefined;
  if (!answers.every(isOffered)) return { ok: false, why: 'unknown_answer' };
  const words = given.words === undefined || given.words === '' ? rating.words : given.words;
  const changed =
    (rating.level !== null && level !== rating.level) ||
    (rating.words !== null && words !== rating.words) ||
    answers.some(([id, option]) => rating.answers[id] !== undefined && rating.answers[id] !== option);
  if (changed && rating.revised) return { ok: false, why: 'already_revised' };
  return {
    ok: true,
    changed,
    rating: {
      ...rating,
      level,
      answers: { ...rating.answers, ...Object.fromEntries(answers) },
      words,
      revised: rating.revised || changed,
    },
  };
}

/** Why the head has to look at a rating; null when nobody has to. The gravest reason first. */
export function followUpReason(
  rating: Pick<Rating, 'questionSet' | 'level' | 'answers'>,
): 'extra_costs' | 'not_satisfied' | 'attitude' | null {
  if (answeredPoints(rating, 'costs') === 0) return 'extra_costs';
  if (rating.level === 'not_satisfied') return 'not_satisfied';
  return answeredPoints(rating, 'attitude') === 0 ? 'attitude' : null;
}

/** The points of the answer given to a question; null where none was given, or it judges nothing. */
export function answeredPoints(
  { questionSet: version, answers }: Pick<Rating, 'questionSet' | 'answers'>,
  id: string,
): 0 | 1 | 2 | null {
  const option = answers[id];
  return option === undefined ? null : (questionOf(version, id)?.options[option]?.points ?? null);
}
export type FollowUpReason = NonNullable<ReturnType<typeof followUpReason>>;
