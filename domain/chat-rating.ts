// The part of the conversation in which a finished dossier is rated: one tap, then, only if wanted, the official questions and a word.

import type { Intent } from './chat-intent.ts';
import { moreLabels } from './chat-rating-words.ts';
import { type Reply, type ReplyButton, say } from './chat-replies.ts';
import type { ChatState, Conversation } from './chat-state.ts';
import type { Facts, ToRate, Turn } from './chat-step.ts';
import { dayText } from './clock-time.ts';
import { longestRatingWords, type RatingLevel, ratingRefusalText, takeRating } from './rating.ts';
import { questionSet, questionsFor, type RatingQuestion } from './rating-questions.ts';
import { levelLabels, offeredLevels } from './rating-words.ts';
import { clip } from './status-words.ts';
import { dateOf } from './time.ts';

/** One tap under the question. What a button says still means the same dossier months later. */
export function ratingButtons(code: string): ReplyButton[] {
  return offeredLevels.map((level) => ({
    title: levelLabels[level],
    payload: `Đánh giá ${code}: ${levelLabels[level]}`,
  }));
}

type Asked = Extract<ChatState, { kind: 'asked_rating' }>;

/**
 * What a message means for a rating; null when it is about something else. A bare number rates only when nothing else
 * was asked since the question went out.
 */
export function rateDossier({ state, at }: Conversation, intent: Intent, facts: Facts): Turn | null {
  const { toRate } = facts;
  if (intent.kind === 'rating') return takeLevel(state, intent.level, facts);
  if (state.kind === 'asked_rating') return toRate === null ? null : goOn(state, intent, toRate, facts);
  const level = intent.kind === 'choice' ? offeredLevels[intent.number - 1] : undefined;
  if (level === undefined || toRate === null || toRate.rating.level !== null) return null;
  const askedLast = toRate.askedAt > at || state.kind === 'idle';
  return askedLast ? takeLevel(state, level, facts) : null;
}

function takeLevel(state: ChatState, level: RatingLevel, { toRate, now }: Facts): Turn {
  // With an officer it stays, whatever is rated meanwhile.
  const beside: ChatState = state.kind === 'with_human' ? state : { kind: 'idle' };
  if (toRate === null) return { state: beside, reply: say(nothingToRate) };
  const taken = takeRating(toRate.rating, { level }, now);
  if (!taken.ok) return { state: beside, reply: say(ratingRefusalText[taken.why]) };
  const { dossierId, name, rating } = toRate;
  const thanks =
    level === 'not_satisfied'
      ? `Trung tâm xin lỗi Anh/Chị. Đã ghi: không hài lòng với hồ sơ ${name}. Lãnh đạo Trung tâm sẽ xem và trả lời trước ${dayText(dateOf(toRate.replyBy), dateOf(now))}.`
      : `Cảm ơn Anh/Chị. Đã ghi: ${levelLabels[level].toLowerCase()} với hồ sơ ${name}.`;
  const effects: Turn['effects'] = [{ kind: 'rate', dossierId, level }];
  if (state.kind === 'with_human') return { state, reply: say(thanks), effects };
  return {
    state: { kind: 'asked_rating', dossierId, set: rating.questionSet, ask: 'more' },
    reply: more(thanks),
    effects,
  };
}

function goOn(state: Asked, intent: Intent, toRate: ToRate, { now }: Facts): Turn | null {
  const question = openQuestions(toRate).find(({ id }) => id === state.ask);
  if (intent.kind === 'cancel' || intent.kind === 'no') return over;
  if (state.ask === 'words') return intent.kind === 'said' ? takeWords(intent.text, toRate, now) : null;
  if (state.ask === 'more' && (intent.kind === 'yes' || intent.kind === 'choice'))
    return chooseMore(state, intent.kind === 'yes' ? 1 : intent.number, toRate);
  if (intent.kind === 'choice' && intent.number > 0 && question !== undefined)
    return answerQuestion(state, question, intent.number - 1, toRate, now);
  if (intent.kind !== 'unknown') return null;
  return {
    state,
    reply: question === undefined ? more('Tôi chưa hiểu.') : ask(question, toRate, 'Tôi chưa hiểu. '),
  };
}

function chooseMore(state: Asked, number: number, toRate: ToRate): Turn | null {
  if (number === 1) return nextQuestion(state, toRate, '');
  if (number === 2) return { state: { ...state, ask: 'words' }, reply: wordsPlease('') };
  return number === 3 ? over : null;
}

function answerQuestion(
  state: Asked,
  question: RatingQuestion,
  option: number,
  toRate: ToRate,
  now: string,
): Turn {
  const given = { answers: { [question.id]: option } };
  const taken = takeRating(toRate.rating, given, now);
  if (!taken.ok)
    return taken.why === 'unknown_answer'
      ? { state, reply: ask(question, toRate, 'Câu này không có số đó. ') }
      : { state: { kind: 'idle' }, reply: say(ratingRefusalText[taken.why]) };
  const effects: Turn['effects'] = [{ kind: 'rate', dossierId: toRate.dossierId, ...given }];
  return { ...nextQuestion(state, { ...toRate, rating: taken.rating }, 'Đã ghi. '), effects };
}

/** The next question that has no answer yet; after the last, a word may be added. */
function nextQuestion(state: Asked, toRate: ToRate, first: string): Turn {
  const next = openQuestions(toRate).find(({ id }) => toRate.rating.answers[id] === undefined);
  if (next !== undefined) return { state: { ...state, ask: next.id }, reply: ask(next, toRate, first) };
  return { state: { ...state, ask: 'words' }, reply: wordsPlease(first) };
}

function takeWords(text: string, toRate: ToRate, now: string): Turn {
  const given = { words: clip(text, longestRatingWords) };
  const taken = takeRating(toRate.rating, given, now);
  if (!taken.ok) return { state: { kind: 'idle' }, reply: say(ratingRefusalText[taken.why]) };
  return { ...over, effects: [{ kind: 'rate', dossierId: toRate.dossierId, ...given }] };
}

function openQuestions({ rating }: ToRate): RatingQuestion[] {
  return questionsFor(questionSet(rating.questionSet), rating.channel);
}

function ask(question: RatingQuestion, { rating }: ToRate, first: string): Reply {
  const all = questionsFor(questionSet(rating.questionSet), rating.channel);
  const place = all.findIndex(({ id }) => id === question.id) + 1;
  const options = question.options.map(({ label }, at) => `${at + 1}. ${label}`).join('  ');
  return {
    text: `${first}Câu ${place}/${all.length}: ${question.text} ${options}. (Trả lời số; “thôi” để dừng.)`,
    buttons: question.options.map(({ label }, at) => ({
      title: `${at + 1}. ${label}`,
      payload: String(at + 1),
    })),
  };
}

function more(first: string): Reply {
  const options = moreLabels.map((label, at) => `${at + 1}. ${label}`);
  return {
    text: `${first} Anh/Chị muốn nói thêm? ${options.join('  ')}. (Trả lời số; không bắt buộc.)`,
    buttons: options.map((title, at) => ({ title, payload: String(at + 1) })),
  };
}

function wordsPlease(first: string): Reply {
  return {
    text: `${first}Anh/Chị nhắn một lời góp ý, tối đa 1.000 ký tự: điều gì tốt, điều gì cần sửa? Gõ “thôi” nếu không có.`,
    buttons: [{ title: 'Thôi', payload: 'Thôi' }],
  };
}

const over: Turn = {
  state: { kind: 'idle' },
  reply: say(
    'Cảm ơn Anh/Chị, đánh giá đã được ghi. Muốn đổi ý, trong 30 ngày Anh/Chị nhắn lại “hài lòng” hoặc “không hài lòng”, đổi được một lần.',
  ),
};

const nothingToRate =
  'Hiện không có hồ sơ nào liên kết với Zalo này chờ Anh/Chị đánh giá. Hồ sơ được đánh giá trong 30 ngày từ khi trả kết quả.';
