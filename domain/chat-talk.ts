// The part of the conversation in which a person meets an officer: where the talk opens, what is promised, and silence meanwhile.

import type { Intent } from './chat-intent.ts';
import { type OfficeFacts, type Reply, say, whereText } from './chat-replies.ts';
import type { ChatState, Conversation } from './chat-state.ts';
import type { Facts, Handover, KnownDossier, Turn } from './chat-step.ts';
import { beforeText, momentText } from './clock-time.ts';
import { isEnded } from './dossier.ts';
import { clip } from './status-words.ts';
import { promiseText } from './talk.ts';
import { dateOf, type Instant } from './time.ts';

const withHuman: ChatState = { kind: 'with_human', told: true };
const menu = 'Menu';
/** The last choice is the general inbox. */
const mostDossiers = 4;
const other = 'Việc khác';

/**
 * The person wants an officer. A talk that is open goes on; a new one opens within the one dossier it can be about, or in
 * the general inbox; between several dossiers the person chooses.
 */
export function callHuman(living: Conversation, facts: Facts): Turn {
  const { handover } = facts;
  if (handover.open !== null)
    return {
      state: withHuman,
      reply: again(handover, facts),
      effects: [{ kind: 'say_in_talk', waits: true }],
    };
  const open = facts.linked.filter(({ view }) => !isEnded(view.status));
  const about = open.length > 0 ? open : facts.linked;
  const [only, ...more] = about;
  if (more.length === 0) return openTalk(only ?? null, living.missed, facts);
  const choices = about.slice(0, mostDossiers).map(({ dossierId, view }) => ({
    dossierId: dossierId as string | null,
    label: clip(`${view.procedureName}${view.code === null ? '' : ` ${view.code}`}`, 80),
  }));
  const state: ChatState = {
    kind: 'asked_talk_about',
    choices: [...choices, { dossierId: null, label: other }],
  };
  return { state, reply: which(state.choices), missed: living.missed + 1 };
}

/** The answer to which dossier it is about; words in place of a number are the question itself. */
export function chooseTalk(living: Conversation, intent: Intent, facts: Facts): Turn | null {
  const { state, missed } = living;
  if (state.kind !== 'asked_talk_about') return null;
  if (intent.kind === 'unknown') return openTalk(null, missed, facts);
  if (intent.kind !== 'choice' || intent.number === 0) return null;
  const chosen = state.choices[intent.number - 1];
  if (chosen === undefined) return { state, reply: which(state.choices), missed };
  const about = facts.linked.find(({ dossierId }) => dossierId === chosen.dossierId);
  return openTalk(about ?? null, missed, facts);
}

/** With an officer everything goes to the officer; only what carries a proof is surely meant for the machine. */
export function silence(living: Conversation, intent: Intent, facts: Facts): Turn | null {
  if (living.state.kind !== 'with_human') return null;
  if (intent.kind === 'link_code' || intent.kind === 'qr_token') return null;
  const { handover, sent } = facts;
  if (handover.open === null) return openTalk(null, 0, facts);
  if (sent !== null && !sent.ok)
    return { state: withHuman, reply: say(`Ảnh hoặc tệp này chưa nhận được. ${sent.why}`, [menu]) };
  return {
    state: withHuman,
    reply: living.state.told ? late(handover, facts) : again(handover, facts),
    effects: [{ kind: 'say_in_talk', waits: intent.kind !== 'thanks' }],
  };
}

/** `missed` messages before this one were not understood: they are the question. */
function openTalk(about: KnownDossier | null, missed: number, facts: Facts): Turn {
  const { office, handover, now } = facts;
  return {
    state: withHuman,
    reply: say(
      `${receivedBy(about, office)} ${promiseText(handover.promise, now)} Anh/Chị nhắn câu hỏi, gửi ảnh tại đây. Cần ngay, xin hỏi ${whereText(office)}, giờ làm việc ${office.hours}. Gõ "menu" để quay lại với trợ lý tự động.`,
      [menu],
    ),
    effects: [{ kind: 'open_talk', dossierId: about?.dossierId ?? null, messages: missed + 1 }],
  };
}

function receivedBy(about: KnownDossier | null, office: OfficeFacts): string {
  if (about === null) return `Trung tâm đã chuyển Anh/Chị tới cán bộ trực của ${office.name}.`;
  const { view } = about;
  const dossier = `hồ sơ ${view.code ?? view.procedureName}`;
  if (view.step === null) return `Trung tâm đã chuyển Anh/Chị tới cán bộ phụ trách ${dossier}.`;
  const { officer, unitName } = view.step;
  return `Trung tâm đã chuyển Anh/Chị tới ${officer === null ? unitName : `${officer}, ${unitName}`}, nơi đang giữ ${dossier}.`;
}

function again({ open }: Handover, { now, office }: Facts): Reply {
  const promised =
    open?.answerBy == null
      ? 'Anh/Chị nhắn tiếp tại đây, cán bộ đọc và trả lời.'
      : open.answerBy < now
        ? lateText(open.answerBy, office, now)
        : `Cán bộ đã nhận và trả lời ${beforeText(open.answerBy, dateOf(now))}. Anh/Chị cứ nhắn tiếp tại đây.`;
  return say(`${promised} Gõ "menu" để quay lại với trợ lý tự động.`, [menu]);
}

/** Silence, unless the promise was not kept. */
function late({ open }: Handover, { now, office }: Facts): Reply | null {
  if (open?.answerBy == null || open.answerBy >= now) return null;
  return say(`${lateText(open.answerBy, office, now)} Gõ "menu" để quay lại với trợ lý tự động.`, [menu]);
}

const lateText = (answerBy: Instant, office: OfficeFacts, now: Instant): string =>
  `Trung tâm xin lỗi Anh/Chị: lẽ ra cán bộ đã trả lời trước ${momentText(answerBy, dateOf(now))}. Việc này đã được nhắc; cần ngay, xin hỏi ${whereText(office)}.`;

function which(choices: readonly { label: string }[]): Reply {
  const listed = choices.map(({ label }, at) => `${at + 1}. ${label}`).join('  ');
  return {
    text: `Anh/Chị muốn hỏi cán bộ về: ${listed}. (Trả lời số, hoặc gõ luôn câu hỏi.)`,
    buttons: choices.map(({ label }, at) => ({ title: `${at + 1}. ${label}`, payload: String(at + 1) })),
  };
}
