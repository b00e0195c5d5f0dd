// Reads the reply to a question of the interview: an answer, a wish to pass over, or what to ask back.

import { foldedKey } from './folding.ts';
import type { Choice } from './form.ts';
import { type Answer, type Answers, withAnswer } from './form-answers.ts';
import type { CheckFacts } from './form-defect.ts';
import type { Question } from './form-interview.ts';
import { chosen, readTyped } from './form-read.ts';
import { placeText, type Units } from './units.ts';

export type Reply =
  /** `withAnswer(answers, path, value)`. */
  | { kind: 'answer'; path: string; value: Answer }
  /** Add `path` to `passed`, and take away what stood under `clears`: it would not do. */
  | { kind: 'pass'; path: string; clears: string | null }
  /** Say the message and ask again. */
  | { kind: 'again'; message: string }
  /** Several are meant: ask the same question with these choices. */
  | { kind: 'choose'; message: string; choices: Choice[] };

export interface ReplyFacts extends CheckFacts {
  units: Units;
}

/** How far somebody has come with a form, by whatever road. */
export interface Progress {
  answers: Answers;
  /** The questions that were passed over. */
  passed: readonly string[];
}

/** The progress after a reply that could be read. */
export function withReply(
  { answers, passed }: Progress,
  reply: Extract<Reply, { kind: 'answer' | 'pass' }>,
): Progress {
  if (reply.kind === 'answer')
    return {
      answers: withAnswer(answers, reply.path, reply.value),
      passed: passed.filter((path) => path !== reply.path),
    };
  return {
    answers: reply.clears === null ? answers : withAnswer(answers, reply.clears, undefined),
    passed: [...new Set([...passed, reply.path])],
  };
}

/** What a person meant by a text. A photograph as a reply to a `paper` is the caller's to keep. */
export function readReply(question: Question, sent: string, facts: ReplyFacts): Reply {
  const text = sent.slice(0, mostRead);
  const key = foldedKey(text);
  if (question.kind === 'more') return readMore(question, text, facts);
  if (passWords.test(key) || (question.kind !== 'yes_no' && noWords.test(key) && !means(question, text))) {
    if (question.optional) return { kind: 'pass', path: question.passes, clears: question.path };
    if (passWords.test(key))
      return { kind: 'again', message: 'Câu này tờ khai bắt buộc phải có, nên chưa bỏ qua được.' };
  }
  if (question.kind === 'paper')
    return { kind: 'again', message: 'Anh/Chị chụp giấy tờ này và gửi ảnh ngay tại đây.' };
  if (question.kind === 'address') return readPlace(question, text, facts.units);
  const field =
    question.kind === 'detail'
      ? ({ id: 'detail', label: 'Số nhà, đường', kind: 'text', maxLength: 200 } as const)
      : question.field;
  if (key === '' && !/[\p{L}\p{N}]/u.test(text))
    return { kind: 'again', message: 'Tôi chưa đọc được câu trả lời. Anh/Chị gõ lại giúp bằng chữ hoặc số.' };
  const result = readTyped(field, text, facts);
  return result.ok
    ? { kind: 'answer', path: question.path, value: result.value }
    : { kind: 'again', message: result.message };
}

/** Letters that are looked at: no answer is longer, and a million of them would take a second. */
const mostRead = 12_000;

const passWords =
  /^(bo qua|skip|next|qua|cau sau|cau khac|khong co|ko co|k co|chua co|khong biet|ko biet|k biet|khong nho|ko nho|chua biet|de sau)( .{0,20})?$/;
const noWords = /^(khong|ko|k|no|chua)$/;

/** Whether the words are one of the choices that are offered. */
function means(question: Question, text: string): boolean {
  return chosen(question.choices, text) !== undefined;
}

function readMore(question: Question, text: string, facts: CheckFacts): Reply {
  if (passWords.test(foldedKey(text))) return { kind: 'pass', path: question.passes, clears: null };
  const result = readTyped({ id: 'more', label: 'Thêm', kind: 'yes_no' }, text, facts);
  if (!result.ok) return { kind: 'again', message: result.message };
  return result.value === true
    ? { kind: 'answer', path: question.path, value: {} }
    : { kind: 'pass', path: question.passes, clears: null };
}

const mostOffered = 5;

function readPlace(question: Question, text: string, units: Units): Reply {
  const offered = question.choices.length > 0 ? chosen(question.choices, text) : undefined;
  const communes = offered === undefined ? units.find(text) : [units.commune(offered.value)];
  const [only] = communes;
  if (only !== undefined && communes.length === 1)
    return { kind: 'answer', path: question.path, value: { province: only.province, commune: only.code } };
  if (communes.length === 0)
    return {
      kind: 'again',
      message:
        'Tôi chưa tìm thấy xã, phường này trong danh mục hiện nay (không còn cấp huyện). Anh/Chị gõ tên xã, phường mới và tên tỉnh, ví dụ: Kiến Tường, Tây Ninh.',
    };
  const choices = communes
    .filter((each) => each !== undefined)
    .slice(0, mostOffered)
    .map((each) => ({ value: each.code, label: placeText(units, each.code) ?? each.name }));
  const rest = communes.length - choices.length;
  return {
    kind: 'choose',
    message:
      rest > 0
        ? `Có ${communes.length} nơi tên như vậy. Anh/Chị chọn một số, hoặc gõ thêm tên tỉnh:`
        : 'Anh/Chị chọn giúp một nơi:',
    choices,
  };
}
