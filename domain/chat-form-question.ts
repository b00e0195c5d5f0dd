// How a question of a form is put in the chat: one message, its choices numbered, the ways out on buttons.

import type { DraftFacts } from './chat-filing-facts.ts';
import { type Reply, say } from './chat-replies.ts';
import type { ChatState } from './chat-state.ts';
import type { Turn } from './chat-step.ts';
import type { Choice } from './form.ts';
import { answerAt } from './form-answers.ts';
import type { Question } from './form-interview.ts';
import { clip } from './status-words.ts';

export type Answering = Extract<ChatState, { kind: 'answering' }>;

const mostButtons = 4;

/** Asks a question that stands at its place; what is known of it is forgotten only when the answer comes. */
export function ask(draft: DraftFacts, question: Question, first: string | null): Turn {
  return { state: stateOf(draft, question), reply: promptReply(draft, question, first) };
}

export function stateOf({ draftId }: DraftFacts, question: Question, choices?: Choice[]): Answering {
  const { path, kind } = question;
  const words = ['text', 'long_text', 'detail', 'address'].includes(kind);
  return {
    kind: 'answering',
    draftId,
    path,
    words,
    labels: question.choices.map(({ label }) => clip(label, 90)),
    ...(choices === undefined ? {} : { choices }),
    ...(kind === 'identity' ? { secret: true } : {}),
  };
}

export function promptReply(draft: DraftFacts, question: Question, first: string | null): Reply {
  const { kind, prompt, hint, choices, optional, problem, field } = question;
  const listed = choices.map(({ label }, at) => `${at + 1}. ${clip(label, 120)}`).join('\n');
  const usual = 'usual' in field && field.usual !== undefined && kind === 'text' ? field.usual : null;
  const notes = [
    kind === 'paper' ? paperHint : null,
    kind === 'choices' ? 'Chọn được nhiều số, ví dụ: 1, 2.' : null,
    optional && kind !== 'more' ? 'Không có thì nhắn “bỏ qua”.' : null,
  ].filter((note) => note !== null);
  const lines = [
    [first, problem].filter((part) => part !== null).join(' '),
    prompt,
    hint ?? '',
    listed,
    notes.join(' '),
  ].filter((line) => line !== '');
  const offered = choices.slice(0, mostButtons).map(({ label }) => clip(label, 90));
  const titles =
    choices.length > 0 && choices.length <= mostButtons ? offered : usual === null ? [] : [usual];
  const ways =
    kind === 'paper' && photosIn(draft, question.path) > 0
      ? ['Xong', 'Dừng']
      : optional && kind !== 'more'
        ? ['Bỏ qua', 'Dừng']
        : ['Dừng'];
  return say(clip(lines.join('\n'), 2_000), [...titles, ...ways].slice(0, 5));
}

const paperHint =
  'Chụp rõ, đủ sáng, thấy trọn tờ giấy; gửi được nhiều ảnh, mỗi ảnh dưới 10 MB, hoặc một tệp PDF.';

export function photosIn(draft: DraftFacts, path: string): number {
  const names = answerAt(draft.answers, path);
  return Array.isArray(names) ? names.length : 0;
}
