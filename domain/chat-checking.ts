// The part of the conversation in which the answers are checked: the list, what happens next, one word that files.

import { answerText } from './chat-answer-text.ts';
import { chosenLabel, type DraftFacts, type FillingState } from './chat-filing-facts.ts';
import { filedReply, leaveForLater, needsText, toWeb } from './chat-filing-words.ts';
import { ask } from './chat-form-question.ts';
import type { Intent } from './chat-intent.ts';
import { answeredOf, placeBefore, questionAfter, questionAt } from './chat-interview.ts';
import { say } from './chat-replies.ts';
import type { ChatEffect, Facts, Turn } from './chat-step.ts';
import { filingPlaceText } from './filing-place.ts';
import { foldedKey, lengthOf } from './folding.ts';
import { clip } from './status-words.ts';

type Checking = Exclude<FillingState, { kind: 'answering' }>;

/** What somebody agrees to who files here; kept with the link between chat and dossier. */
const consent = 'Đồng ý nộp; Trung tâm báo tin về hồ sơ tại Zalo này.';
/** Letters of a message that the list may take. */
const listLetters = 1_150;

/** The next question of a draft after a first sentence; when none is left, the list to check. */
export function askNext(
  draft: DraftFacts,
  facts: Facts,
  first: string | null,
  effects: ChatEffect[] = [],
): Turn {
  const question = questionAfter(draft, facts.filing.reading);
  if (question === null) return { ...askToCheck(draft, facts, first), effects };
  return { ...ask(draft, question, first), effects };
}

/** The answers as a list, what follows, and the choice to file. */
export function askToCheck(draft: DraftFacts, facts: Facts, first: string | null): Turn {
  const labels = labelsOf(draft, facts);
  const options = labels.map((label, at) => `${at + 1}. ${label}`).join('  ');
  const complete = labels[0] !== goOnLabel;
  const text = [
    first,
    `${clip(draft.plan.name, 120)}: Anh/Chị xem lại trước khi nộp.`,
    ...listed(draft, facts),
    ...(complete ? afterwards(draft) : ['Còn câu chưa trả lời.']),
    `Trả lời: ${options}. Sửa một mục, nhắn “sửa” và số của mục, ví dụ: sửa 2.`,
  ]
    .filter((part) => part !== null)
    .join('\n');
  return {
    state: { kind: 'checking', draftId: draft.draftId, labels },
    reply: say(clip(text, 2_000), [...labels, 'Làm tiếp trên web']),
  };
}

const goOnLabel = 'Khai tiếp';

function labelsOf(draft: DraftFacts, facts: Facts): string[] {
  const first =
    questionAfter(draft, facts.filing.reading) !== null
      ? goOnLabel
      : draft.plan.place.kind === 'here'
        ? 'Đồng ý nộp'
        : 'Nhận bộ hồ sơ để nộp trên Cổng';
  return [first, 'Sửa', 'Để sau'];
}

function listed(draft: DraftFacts, { filing }: Facts): string[] {
  const lines = answeredOf(draft).map(
    ({ field, answer }, at) =>
      `${at + 1}. ${clip(field.label, 60)}: ${answerText(field, answer, filing.reading.units)}`,
  );
  let letters = 0;
  const shown = lines.filter((line) => (letters += lengthOf(line) + 1) <= listLetters);
  const rest = lines.length - shown.length;
  return rest === 0 ? shown : [...shown, `Và ${rest} mục nữa: xem đủ trên web, nhắn “làm tiếp trên web”.`];
}

/** What happens next, when, the cost, and who is told. */
function afterwards({ plan }: DraftFacts): string[] {
  const { papers: _, ...costs } = plan;
  return [
    filingPlaceText(plan.place),
    needsText({ ...costs, papers: [] }),
    plan.place.kind === 'here' ? 'Tin về hồ sơ được nhắn tại Zalo này.' : null,
    plan.form.affirmation,
  ].filter((line): line is string => line !== null && line !== '');
}

/** What a message means while the list is on the table. */
export function checking(state: Checking, intent: Intent, draft: DraftFacts, facts: Facts): Turn {
  switch (intent.kind) {
    case 'on_web':
      return toWeb(state, draft, facts);
    case 'resume':
      return askNext(draft, facts, null);
    case 'apply':
      return file(draft, facts);
    case 'form_act':
      if (intent.act === 'pause') return leaveForLater(draft, facts);
      if (intent.act === 'change') return change(intent.text, draft, facts);
      return intent.act === 'back' ? stepBack(state, draft, facts) : askToCheck(draft, facts, null);
    case 'form_reply':
      return state.kind === 'checking'
        ? choose(chosenLabel(state.labels, intent.text), intent.text, draft, facts)
        : change(intent.text, draft, facts);
    case 'choice':
      return state.kind === 'checking'
        ? choose(intent.number, '', draft, facts)
        : change(String(intent.number), draft, facts);
    default:
      return askToCheck(draft, facts, null);
  }
}

function choose(number: number | null, text: string, draft: DraftFacts, facts: Facts): Turn {
  if (number === 1) return file(draft, facts);
  if (number === 2) return change('', draft, facts);
  if (number === 3) return leaveForLater(draft, facts);
  return askToCheck(draft, facts, text === '' ? null : 'Tôi chưa chắc đã hiểu.');
}

function file(draft: DraftFacts, facts: Facts): Turn {
  const { filed } = facts.filing;
  if (questionAfter(draft, facts.filing.reading) !== null) return askNext(draft, facts, null);
  if (draft.plan.place.kind !== 'here') return toWeb({ kind: 'idle' }, draft, facts);
  if (filed === null) return askToCheck(draft, facts, null);
  if (!filed.ok) return askToCheck(draft, facts, `Chưa nộp được: ${filed.why}`);
  return {
    state: { kind: 'idle' },
    reply: filedReply(draft.plan),
    effects: [{ kind: 'link', dossierId: filed.dossierId, way: 'filed', consent }],
    mentionsDraft: true,
  };
}

function stepBack(state: Checking, draft: DraftFacts, facts: Facts): Turn {
  if (state.kind === 'asked_what_to_change') return askToCheck(draft, facts, null);
  const place = placeBefore(draft, '');
  const question = place === null ? null : questionAt(draft, place, facts.filing.reading);
  return question === null ? askToCheck(draft, facts, null) : ask(draft, question, 'Quay lại câu trước.');
}

/** Asks the answer that is meant again: by its number in the list, or by words of its label. */
export function change(text: string, draft: DraftFacts, facts: Facts): Turn {
  const answered = answeredOf(draft);
  const key = foldedKey(text);
  const number = /^(?:cau |muc |so )*(\d{1,3})$/.exec(key)?.[1];
  const named = answered.filter(({ field }) => ` ${foldedKey(field.label)} `.includes(` ${key} `));
  const meant = number !== undefined ? answered[Number(number) - 1] : key !== '' ? named[0] : undefined;
  const question = meant === undefined ? null : questionAt(draft, meant.path, facts.filing.reading);
  if (question !== null) return ask(draft, question, null);
  return {
    state: { kind: 'asked_what_to_change', draftId: draft.draftId },
    reply: say(
      answered.length === 0
        ? 'Chưa có câu nào được trả lời. Nhắn “tiếp tục” để khai.'
        : `Anh/Chị muốn sửa mục nào? Trả lời số của mục (1 đến ${answered.length}), hoặc tên mục, ví dụ: ${clip(answered[0]?.field.label ?? '', 60)}. Không sửa nữa, nhắn “0”.`,
      ['0', 'Tiếp tục', 'Dừng'],
    ),
  };
}
