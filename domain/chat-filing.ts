// The part of the conversation in which a citizen files: which procedure, whether to begin, and going on with what was begun.

import { answering } from './chat-answering.ts';
import { askNext, checking } from './chat-checking.ts';
import { beginning, type DraftFacts, isFilling } from './chat-filing-facts.ts';
import {
  alreadyFiledReply,
  draftLabel,
  elsewhereReply,
  goneReply,
  introReply,
  keptText,
  toWeb,
} from './chat-filing-words.ts';
import type { Intent } from './chat-intent.ts';
import { type ProcedureFacts, papersReply } from './chat-procedure.ts';
import { replies, say } from './chat-replies.ts';
import type { ChatState } from './chat-state.ts';
import type { Facts, Turn } from './chat-step.ts';
import { clip } from './status-words.ts';

const idle: ChatState = { kind: 'idle' };
const mostChoices = 4;

/** What a message means for filing; null when it is about something else. */
export function fileDossier(state: ChatState, intent: Intent, facts: Facts): Turn | null {
  // What is said while an officer talks is for the officer.
  if (state.kind === 'with_human' || (state.kind === 'asked_question' && intent.kind === 'apply'))
    return null;
  if (intent.kind === 'resume' && intent.code !== null) return openByCode(intent.code, facts);
  if (isFilling(state)) {
    if (!belongs.has(intent.kind)) return null;
    const { draft } = facts.filing;
    if (draft === null || draft === 'gone') return { state: idle, reply: goneReply(), mentionsDraft: true };
    if (draft === 'filed') return { state: idle, reply: alreadyFiledReply(), mentionsDraft: true };
    return state.kind === 'answering'
      ? answering(state, intent, draft, facts)
      : checking(state, intent, draft, facts);
  }
  return beforeFilling(state, intent, facts);
}

/** What stays within the filling in; everything else leaves it, and the draft is kept. */
const belongs: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'form_reply',
  'form_act',
  'choice',
  'on_web',
  'resume',
  'apply',
  'thanks',
  'greeting',
  'photo_without_qr',
  'photo_unreadable',
  'sticker',
  'voice',
  'location',
  'file',
  'other_media',
  'unknown',
]);

function beforeFilling(state: ChatState, intent: Intent, facts: Facts): Turn | null {
  if (intent.kind === 'apply') return chooseProcedure(intent.words, facts);
  if (intent.kind === 'resume') return goOn(facts);
  switch (state.kind) {
    case 'asked_to_begin':
      return begin(intent, facts);
    case 'asked_what_to_file':
      return whatToFile(state, intent, facts);
    case 'asked_which_draft':
      return intent.kind === 'choice' && intent.number > 0 ? goOnWith(facts.filing.draft, facts) : null;
    case 'asked_draft_digits':
      return intent.kind === 'digits' ? openByCode(state.code, facts) : null;
    default:
      return intent.kind === 'on_web' ? newestToWeb(state, facts) : null;
  }
}

/** "Nộp hồ sơ" without a procedure. */
export function askWhatToFile(): Turn {
  return {
    state: { kind: 'asked_what_to_file' },
    reply: say(
      'Anh/Chị muốn nộp hồ sơ thủ tục nào? Gõ tên thủ tục, ví dụ: khai sinh, kết hôn, hộ kinh doanh.',
      ['Gặp cán bộ', 'Menu'],
    ),
  };
}

function whatToFile(
  state: Extract<ChatState, { kind: 'asked_what_to_file' }>,
  intent: Intent,
  facts: Facts,
): Turn | null {
  if (intent.kind === 'choice' && intent.number > 0 && state.choices !== undefined)
    return facts.filing.plan === null ? askWhatToFile() : propose(facts);
  if (intent.kind === 'papers' || intent.kind === 'unknown' || intent.kind === 'status')
    return chooseProcedure(intent.words, facts);
  return null;
}

function chooseProcedure(words: readonly string[], facts: Facts): Turn {
  const { procedures } = facts;
  const [first] = procedures;
  if (first === undefined)
    return procedureWords(words)
      ? { ...askWhatToFile(), reply: replies.procedureNotFound(facts.office) }
      : askWhatToFile();
  const forms = procedures.filter(({ hasForm }) => hasForm);
  if (forms.length === 0) return withoutForm(procedures);
  if (facts.filing.plan !== null) return propose(facts);
  const choices = forms
    .slice(0, mostChoices)
    .map(({ code, name }) => ({ procedure: code, label: clip(name, 90) }));
  const listed = choices.map(({ label }, at) => `${at + 1}. ${label}`).join('\n');
  return {
    state: { kind: 'asked_what_to_file', choices },
    reply: say(`Anh/Chị muốn nộp hồ sơ nào?\n${listed}\n(Trả lời số, hoặc gõ tên thủ tục khác.)`, [
      ...choices.map(({ label }) => label),
      'Menu',
    ]),
  };
}

const procedureWords = (words: readonly string[]): boolean =>
  words.some(
    (word) =>
      !'toi em minh anh chi muon can xin nop ho so lam giay to cho don duoc'.split(' ').includes(word),
  );

/** No form for it yet: what it takes, and that it is filed at the counter. */
function withoutForm(procedures: readonly ProcedureFacts[]): Turn {
  const papers = papersReply(procedures);
  return {
    state: idle,
    reply: papers && {
      ...papers,
      text: `${papers.text} Thủ tục này chưa khai được tại đây; Anh/Chị nộp tại quầy.`,
    },
  };
}

function propose({ filing: { plan } }: Facts): Turn {
  if (plan === null) return askWhatToFile();
  if (plan.place.kind === 'ministry_system') return { state: idle, reply: elsewhereReply(plan) };
  return { state: { kind: 'asked_to_begin', procedure: plan.procedure }, reply: introReply(plan) };
}

function begin(intent: Intent, facts: Facts): Turn | null {
  const { draft } = facts.filing;
  const number = beginning(intent);
  if (number === null) return intent.kind === 'unknown' || intent.kind === 'thanks' ? propose(facts) : null;
  if (number === 3)
    return { state: idle, reply: say('Vâng, chưa khai gì. Khi cần, Anh/Chị nhắn "nộp hồ sơ".') };
  if (draft === null || typeof draft === 'string') return propose(facts);
  if (number === 2) return toWeb(idle, draft, facts);
  return askNext(
    draft,
    facts,
    `Mã bản nháp: ${draft.code}. Nhắn “0” để quay lại một câu, “dừng” để khai sau.`,
  );
}

function goOn(facts: Facts): Turn {
  const { drafts, draft } = facts.filing;
  if (drafts.length > 1) return whichDraft(facts);
  if (draft !== null) return goOnWith(draft, facts);
  return {
    state: idle,
    reply: say(
      'Zalo này không có hồ sơ nào đang khai dở. Có mã NHAP-… khai trên web, Anh/Chị nhắn mã đó; muốn khai mới, nhắn "nộp hồ sơ". Bản nháp được giữ 30 ngày từ lần sửa cuối.',
      ['Nộp hồ sơ', 'Menu'],
    ),
  };
}

function whichDraft({ filing }: Facts): Turn {
  const shown = filing.drafts.slice(0, mostChoices);
  const listed = shown.map((each, at) => `${at + 1}. ${draftLabel(each)}`).join('\n');
  return {
    state: {
      kind: 'asked_which_draft',
      choices: shown.map((each) => ({ draftId: each.draftId, label: draftLabel(each) })),
    },
    reply: say(`Anh/Chị đang khai dở ${filing.drafts.length} hồ sơ:\n${listed}\nTrả lời số để khai tiếp.`, [
      ...shown.map(draftLabel),
      'Menu',
    ]),
  };
}

function goOnWith(draft: DraftFacts | 'filed' | 'gone' | null, facts: Facts): Turn {
  if (draft === 'filed') return { state: idle, reply: alreadyFiledReply() };
  if (draft === null || draft === 'gone') return { state: idle, reply: goneReply() };
  const renewed = draft.olderForm
    ? ' Tờ khai có bản mới từ lần trước; hồ sơ này vẫn dùng bản đã khai, Anh/Chị không phải khai lại câu nào.'
    : '';
  return askNext(draft, facts, `Tiếp tục ${clip(draft.plan.name, 120)} (${draft.code}).${renewed}`);
}

/** A draft by its code: begun here, or elsewhere and then with six digits once it names somebody. */
function openByCode(code: string, facts: Facts): Turn {
  const { closed, draft } = facts.filing;
  if (draft !== null) return goOnWith(draft, facts);
  const asked: ChatState = { kind: 'asked_draft_digits', code };
  if (closed?.kind === 'spent') return { state: idle, reply: replies.noMoreTries(facts.now) };
  if (closed?.kind === 'wrong')
    return closed.triesLeft > 0
      ? {
          state: asked,
          reply: say(
            `Mã bản nháp và 6 số chưa khớp với nhau. Anh/Chị xem lại rồi nhập lại 6 số (hôm nay còn ${closed.triesLeft} lần), hoặc gõ "huỷ".`,
            ['Huỷ', 'Gặp cán bộ'],
          ),
        }
      : { state: idle, reply: replies.noMoreTries(facts.now) };
  return {
    state: asked,
    reply: say(
      `Bản nháp ${code}. Để bảo vệ nội dung đã khai, xin nhập 6 số cuối căn cước hoặc số điện thoại đã khai trong đó. Tin nhắn này không được giữ lại trong lịch sử của Trung tâm. Gõ "huỷ" để thôi.`,
      ['Huỷ', 'Gặp cán bộ'],
    ),
  };
}

function newestToWeb(state: ChatState, facts: Facts): Turn {
  const { drafts, link } = facts.filing;
  const [newest] = drafts;
  return newest === undefined || link === null ? goOn(facts) : toWeb(state, newest, facts);
}

/** Whoever leaves a form for something else is told once that it is kept, and how to go on. */
export function mentioningDraft(before: ChatState, turn: Turn, facts: Facts): Turn {
  const { draft } = facts.filing;
  if (!isFilling(before) || isFilling(turn.state) || turn.mentionsDraft === true) return turn;
  if (draft === null || typeof draft === 'string' || turn.reply === null) return turn;
  const text = `${turn.reply.text}\n\n${keptText(draft, facts.now)}`;
  return { ...turn, reply: { ...turn.reply, text: clip(text, 2_000) } };
}
