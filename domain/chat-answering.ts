// The part of the conversation in which a form is filled in: one question, its answer echoed, the next one.

import { answerText, plain } from './chat-answer-text.ts';
import { askNext, askToCheck, change } from './chat-checking.ts';
import type { DraftFacts, FilingFacts } from './chat-filing-facts.ts';
import { leaveForLater, toWeb } from './chat-filing-words.ts';
import { type Answering, ask, photosIn, promptReply, stateOf } from './chat-form-question.ts';
import type { Intent } from './chat-intent.ts';
import { answeredWith, passedOver, placeBefore, questionAt } from './chat-interview.ts';
import { say } from './chat-replies.ts';
import type { Facts, Turn } from './chat-step.ts';
import { foldedKey } from './folding.ts';
import type { Question } from './form-interview.ts';
import { readReply } from './form-reply.ts';
import { mostPhotos } from './paper-file.ts';
import { clip } from './status-words.ts';

/** What a message means while a question waits. */
export function answering(state: Answering, intent: Intent, draft: DraftFacts, facts: Facts): Turn {
  const { reading, kept } = facts.filing;
  const question = questionAt(draft, state.path, reading);
  // The form has changed since, or an answer given elsewhere has made this question needless.
  if (question === null) return askNext(draft, facts, null);
  const asked: Question = state.choices === undefined ? question : { ...question, choices: state.choices };
  if (kept !== null) return takePaper(state, intent, draft, asked, facts);
  switch (intent.kind) {
    case 'form_reply':
      return takeReply(state, intent.text, draft, asked, facts);
    case 'form_act':
      return steer(state, intent, draft, asked, facts);
    case 'on_web':
      return toWeb(state, draft, facts);
    case 'choice':
      return takeReply(state, String(intent.number), draft, asked, facts);
    case 'thanks':
    case 'greeting':
    case 'resume':
      return again(state, draft, asked, null);
    default:
      return again(state, draft, asked, notReadable(intent.kind));
  }
}

function takeReply(state: Answering, text: string, draft: DraftFacts, asked: Question, facts: Facts): Turn {
  const { reading } = facts.filing;
  const reply = readReply(asked, asUsual(asked, text), reading);
  switch (reply.kind) {
    case 'again':
      return again(state, draft, asked, reply.message);
    case 'choose': {
      const choices = reply.choices.slice(0, 9);
      const question = { ...asked, choices, prompt: reply.message, hint: null, problem: null };
      return { ...ask(draft, question, null), state: stateOf(draft, question, choices) };
    }
    case 'pass':
      return askNext(passedOver(draft, reply.path), facts, 'Bỏ qua câu này.', [
        { kind: 'pass_over', draftId: draft.draftId, path: reply.path },
      ]);
    case 'answer': {
      const { path, value } = reply;
      const text =
        asked.kind === 'detail' || asked.kind === 'more'
          ? plainOf(value)
          : answerText(asked.field, value, reading.units);
      const echo = text === '' ? null : `Đã ghi ${clip(asked.field.label, 60)}: ${text}.`;
      return askNext(answeredWith(draft, path, value), facts, echo, [
        { kind: 'save_answer', draftId: draft.draftId, path, value },
      ]);
    }
  }
}

/** What nearly everybody answers keeps its accents when it is typed without: `viet nam`. */
function asUsual({ field }: Question, text: string): string {
  const usual = 'usual' in field ? field.usual : undefined;
  return usual !== undefined && foldedKey(usual) === foldedKey(text) ? usual : text;
}

const plainOf = (value: unknown): string => (typeof value === 'string' ? plain(value) : '');

function steer(
  state: Answering,
  { act, text }: Extract<Intent, { kind: 'form_act' }>,
  draft: DraftFacts,
  asked: Question,
  facts: Facts,
): Turn {
  switch (act) {
    case 'back': {
      const place = placeBefore(draft, state.path);
      const before = place === null ? null : questionAt(draft, place, facts.filing.reading);
      return before === null
        ? again(state, draft, asked, 'Đây là câu đầu tiên.')
        : ask(draft, before, 'Quay lại câu trước.');
    }
    case 'skip':
      return takeReply(state, 'bỏ qua', draft, asked, facts);
    case 'pause':
      return leaveForLater(draft, facts);
    case 'done':
      if (asked.kind === 'paper' && photosIn(draft, state.path) > 0)
        return afterPaper(draft, state.path, facts);
      return asked.kind === 'paper' && asked.optional
        ? takeReply(state, 'bỏ qua', draft, asked, facts)
        : again(state, draft, asked, null);
    case 'review':
      return askToCheck(draft, facts, null);
    case 'change':
      return change(text, draft, facts);
  }
}

/** A photograph came while its paper is asked for; it is in its slot already, or there is a reason why not. */
function takePaper(state: Answering, intent: Intent, draft: DraftFacts, asked: Question, facts: Facts): Turn {
  const { kept } = facts.filing as FilingFacts & { kept: NonNullable<FilingFacts['kept']> };
  if (!kept.ok) {
    const reply = promptReply(draft, asked, kept.why);
    return { state: { ...state, ...(kept.doubtful ? { doubted: true } : {}) }, reply };
  }
  if (asked.kind !== 'paper') return again(state, draft, asked, null);
  if (intent.kind === 'form_act' && intent.act === 'done') return afterPaper(draft, state.path, facts);
  const { doubted: _, ...next } = state;
  const count = photosIn(draft, state.path);
  return {
    state: next,
    reply: say(
      `Đã nhận ${count} ảnh cho “${clip(asked.field.label, 90)}”. Giấy còn trang nào, Anh/Chị gửi tiếp (nhiều nhất ${mostPhotos} ảnh, mỗi ảnh dưới 10 MB). Đủ rồi, nhắn “xong”.`,
      ['Xong', 'Dừng'],
    ),
  };
}

const afterPaper = (draft: DraftFacts, path: string, facts: Facts): Turn =>
  askNext(draft, facts, `Đã xong phần này: ${photosIn(draft, path)} ảnh.`);

function again(state: Answering, draft: DraftFacts, asked: Question, why: string | null): Turn {
  return { state, reply: promptReply(draft, asked, why) };
}

function notReadable(kind: Intent['kind']): string | null {
  switch (kind) {
    case 'voice':
      return 'Tôi chưa nghe được tin thoại. Anh/Chị gõ giúp bằng chữ.';
    case 'photo_without_qr':
    case 'file':
      return 'Câu này trả lời bằng chữ; ảnh giấy tờ sẽ được hỏi ở phần sau.';
    case 'photo_unreadable':
      return 'Ảnh này chưa mở được. Anh/Chị chụp lại rồi gửi, ảnh JPG hoặc PNG dưới 10 MB.';
    case 'sticker':
    case 'location':
    case 'other_media':
      return 'Tôi chưa đọc được loại tin này.';
    default:
      return null;
  }
}
