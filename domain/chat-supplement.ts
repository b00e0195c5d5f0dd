// The part of the conversation in which a citizen completes a dossier: a photograph finds its paper, words find their field.

import type { Intent } from './chat-intent.ts';
import { myDossiers, type Reply, say } from './chat-replies.ts';
import type { ChatState } from './chat-state.ts';
import type { Facts, Slot, Turn } from './chat-step.ts';
import { dayText } from './clock-time.ts';
import { clip } from './status-words.ts';
import { dateOf } from './time.ts';

const idle: ChatState = { kind: 'idle' };
/** A person answers with one figure. */
const mostChoices = 9;
const mostButtons = 4;

/**
 * What a message means while something is asked of the person; null when it is about something else. An officer who
 * talks with them is not in the way of a photograph.
 */
export function completeDossier(state: ChatState, intent: Intent, facts: Facts): Turn | null {
  const { slots, sent } = facts;
  if (intent.kind === 'supplement_words') return takeWords(state, intent, facts);
  if (slots.length === 0) return null;
  if (sent !== null) return takeFile(state, intent, facts);
  if (state.kind === 'asked_which_paper') {
    if (intent.kind === 'choice' && intent.number > 0) return choosePaper(state, intent.number, facts);
    if (intent.kind === 'unknown' || intent.kind === 'done') return { state, reply: whichPaper(state.slots) };
  }
  return intent.kind === 'done' ? { state: afterwards(state), reply: progress(slots, facts, null) } : null;
}

function takeFile(state: ChatState, intent: Intent, facts: Facts): Turn {
  const { slots, sent } = facts;
  if (sent !== null && !sent.ok) return { state, reply: say(`Ảnh hoặc tệp này chưa nhận được. ${sent.why}`) };
  const papers = slots.filter(({ kind }) => kind === 'paper');
  const open = papers.filter(({ answered }) => !answered);
  const named = intent.kind === 'choice' ? papers.find(({ number }) => number === intent.number) : undefined;
  const candidates = named === undefined ? (open.length > 0 ? open : papers) : [named];
  const [only, ...others] = candidates;
  if (only === undefined)
    return { state, reply: progress(slots, facts, 'Phần cần bổ sung là chữ, không phải ảnh.') };
  if (others.length === 0 && (named !== undefined || state.kind !== 'asked_which_paper'))
    return taken(state, only, facts);
  const choices = candidates
    .slice(0, mostChoices)
    .map(({ dossierId, item, label }) => ({ dossierId, item, label: clip(label, 90) }));
  return {
    state: { kind: 'asked_which_paper', slots: choices },
    reply: whichPaper(choices),
    effects: [{ kind: 'hold_photo' }],
  };
}

function choosePaper(
  state: Extract<ChatState, { kind: 'asked_which_paper' }>,
  number: number,
  facts: Facts,
): Turn {
  const chosen = state.slots[number - 1];
  const slot = facts.slots.find(
    ({ dossierId, item }) => dossierId === chosen?.dossierId && item === chosen.item,
  );
  return slot === undefined ? { state, reply: whichPaper(state.slots) } : taken(idle, slot, facts);
}

function takeWords(
  state: ChatState,
  { number, text }: Extract<Intent, { kind: 'supplement_words' }>,
  facts: Facts,
): Turn {
  const { slots } = facts;
  const slot = slots.find((each) => each.number === number);
  if (slots.length === 0) return { state: afterwards(state), reply: say(nothingAsked, [myDossiers, 'Menu']) };
  if (slot === undefined)
    return { state: afterwards(state), reply: progress(slots, facts, `Không có mục số ${number}.`) };
  if (slot.kind === 'paper')
    return {
      state: afterwards(state),
      reply: progress(slots, facts, `“${clip(slot.label, 90)}” cần ảnh chụp hoặc tệp PDF.`),
    };
  const { dossierId, item } = slot;
  return {
    state: afterwards(state),
    reply: progress(withAnswer(slots, slot), facts, `Đã nhận nội dung cho “${clip(slot.label, 90)}”.`),
    effects: [{ kind: 'answer_in_words', dossierId, item, value: text }],
  };
}

function taken(state: ChatState, slot: Slot, facts: Facts): Turn {
  const { dossierId, item, label } = slot;
  return {
    state: afterwards(state),
    reply: progress(withAnswer(facts.slots, slot), facts, `Đã nhận ảnh cho “${clip(label, 90)}”.`),
    effects: [{ kind: 'answer_with_photo', dossierId, item }],
  };
}

const withAnswer = (slots: readonly Slot[], slot: Slot): Slot[] =>
  slots.map((each) => (each === slot ? { ...each, answered: true } : each));

/** With an officer it stays; a question of ours has been answered. */
const afterwards = (state: ChatState): ChatState => (state.kind === 'with_human' ? state : idle);

const nothingAsked =
  'Hiện không có hồ sơ nào liên kết với Zalo này đang chờ bổ sung. Muốn biết hồ sơ tới đâu, Anh/Chị nhắn "hồ sơ của tôi".';

/** How many of how many have come, what is missing and how to send it; or that all is there and what follows. */
function progress(slots: readonly Slot[], { now }: Facts, first: string | null): Reply {
  const missing = slots.filter(({ answered }) => !answered);
  const got = slots.length - missing.length;
  const count = `Đã nhận ${got}/${slots.length} mục.`;
  if (missing.length === 0)
    return say(
      [
        first,
        `${count} Trung tâm đã nhận đủ; cán bộ xem rồi báo Anh/Chị, thời gian giải quyết tính từ lúc này.`,
        'Cần gửi thêm trang nào, Anh/Chị cứ gửi ảnh.',
      ]
        .filter((part) => part !== null)
        .join(' '),
    );
  const listed = missing.slice(0, 6).map(({ number, label }) => `(${number}) ${clip(label, 90)}`);
  const words = missing.find(({ kind }) => kind === 'field');
  const until = missing.map(({ answerBy }) => answerBy).toSorted()[0] ?? now;
  return say(
    [
      first,
      `${count} Còn: ${listed.join('; ')}.`,
      missing.some(({ kind }) => kind === 'paper')
        ? 'Anh/Chị gửi tiếp ảnh tại đây'
        : 'Anh/Chị gửi tiếp tại đây',
      `trước ${dayText(dateOf(until), dateOf(now))}.`,
      words === undefined ? null : `Mục cần ghi chữ, gõ: “BS ${words.number}: nội dung đúng”.`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );
}

function whichPaper(slots: readonly { label: string }[]): Reply {
  const listed = slots.map(({ label }, at) => `${at + 1}. ${label}`).join('  ');
  return {
    text: `Đã nhận ảnh. Ảnh này là giấy nào? ${listed}. (Trả lời số; giấy có nhiều trang thì gửi hết ảnh rồi trả lời.)`,
    buttons: slots
      .slice(0, mostButtons)
      .map(({ label }, at) => ({ title: `${at + 1}. ${label}`, payload: String(at + 1) })),
  };
}
