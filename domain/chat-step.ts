// One step of the conversation: what it may know, what it gives back, and what must be looked up before it.

import { type FilingFacts, type FilingNeeds, filingNeeds, isFilling } from './chat-filing-facts.ts';
import type { Intent } from './chat-intent.ts';
import type { ProcedureFacts, WhichProcedure } from './chat-procedure.ts';
import type { OfficeFacts, Reply } from './chat-replies.ts';
import {
  type ChatState,
  type Conversation,
  type LinkWay,
  livingConversation,
  seeksAnswer,
} from './chat-state.ts';
import type { Wishes } from './chat-wishes.ts';
import type { Answer } from './form-answers.ts';
import type { Rating, RatingLevel } from './rating.ts';
import type { StatusView } from './status-view.ts';
import type { ReplyPromise } from './talk.ts';
import type { Instant } from './time.ts';

export interface KnownDossier {
  dossierId: string;
  view: StatusView;
}

/** An item that is asked of the person, of whatever dossier they follow. */
export interface Slot {
  dossierId: string;
  /** Its place in the request. */
  item: number;
  /** By which the person names it: counted from 1, as the request listed it. */
  number: number;
  label: string;
  kind: 'paper' | 'field';
  answered: boolean;
  answerBy: Instant;
}

/** A published answer that fits what was said, and until when a new question would be answered. */
export interface Asking {
  quoted: { title: string; answer: string; legalSource: string; publishedText: string } | null;
  by: Instant;
}

/** The talk with an officer that is open, and what a new one would be promised. */
export interface Handover {
  /** `answerBy`: until when an answer was promised; null when none is owed. */
  open: { answerBy: Instant | null } | null;
  promise: ReplyPromise;
}

/** A dossier of the person that may be rated. */
export interface ToRate {
  dossierId: string;
  /** `000.00.27.H53-261120-0007 (Đăng ký khai sinh)` */
  name: string;
  rating: Rating;
  askedAt: Instant;
  /** Until when the office answers somebody who is not content. */
  replyBy: Instant;
}

/** What the machine may know of the world when it takes a step; gathered by `factsNeeded`. */
export interface Facts {
  now: Instant;
  office: OfficeFacts;
  /** Dossiers linked to this chat: open ones first, newest first. */
  linked: readonly KnownDossier[];
  /** The outcome of a code with six digits; `wrong` is the same whether the code exists or not. */
  proof: ({ kind: 'right' } & KnownDossier) | { kind: 'wrong'; triesLeft: number } | { kind: 'spent' } | null;
  /** The dossier behind a link code, a QR, or a consent that was asked for; null when there is none. */
  shown: KnownDossier | null;
  procedures: readonly ProcedureFacts[];
  /** What to ask first when several procedures may be meant; absent when the first is surely meant. */
  which?: WhichProcedure | null;
  /** The name of a procedure that fits and is taken in elsewhere. */
  elsewhere?: string | null;
  /** What is asked of the person now; answered items too, until an officer has looked. */
  slots: readonly Slot[];
  /** The dossier meant by a rating: the one named, the one talked of, else the last that ended. */
  toRate: ToRate | null;
  /** The photograph or file that came with the message; `why` it cannot be taken. Null when none came, or none is wanted. */
  sent: { ok: true } | { ok: false; why: string } | null;
  handover: Handover;
  asking: Asking;
  filing: FilingFacts;
}

/** What has to be done besides answering, in the same transaction. */
export type ChatEffect =
  | { kind: 'link'; dossierId: string; way: LinkWay; consent: string }
  | { kind: 'unlink'; forget: boolean }
  | { kind: 'use_link_code'; code: string }
  | ({ kind: 'set_wishes' } & Wishes)
  /** The photographs at hand, this one and those held, are of this paper. */
  | { kind: 'answer_with_photo'; dossierId: string; item: number }
  | { kind: 'answer_in_words'; dossierId: string; item: number; value: string }
  | { kind: 'hold_photo' }
  /** What was said is a question for the office. */
  | { kind: 'ask_question' }
  /** A talk with officers begins, with the last so many messages of the person, this one among them. */
  | { kind: 'open_talk'; dossierId: string | null; messages: number }
  /** The message belongs to the talk; `waits`: it wants an answer. */
  | { kind: 'say_in_talk'; waits: boolean }
  | { kind: 'rate'; dossierId: string; level?: RatingLevel; answers?: Record<string, number>; words?: string }
  | { kind: 'save_answer'; draftId: string; path: string; value: Answer }
  | { kind: 'pass_over'; draftId: string; path: string }
  /** Nothing of the message may stay anywhere, nor of the answer once it is delivered. */
  | { kind: 'leave_no_trace' };

export interface Step {
  conversation: Conversation;
  /** One message, or null: silence while an officer talks. Never two. */
  reply: Reply | null;
  effects: ChatEffect[];
  /** The reply holds a capability: it is not kept once it has arrived. */
  traceless: boolean;
}

/** What one answer sets in motion; how a turn is written before the conversation is wrapped around it. */
export interface Turn {
  state: ChatState;
  reply: Reply | null;
  effects?: ChatEffect[];
  missed?: number;
  traceless?: boolean;
  /** The reply says what becomes of the draft that was being filled in. */
  mentionsDraft?: boolean;
}

/** What must be looked up before a step; everything else would be read in vain. */
export interface Needs {
  linked: boolean;
  proof: { code: string; digits: string } | null;
  shown:
    | { by: 'link_code'; code: string }
    | { by: 'qr'; token: string }
    | { by: 'id'; dossierId: string }
    | null;
  /** Words that may name a procedure; `surely`: the person asks for one, so that finding none is worth counting. */
  procedures: { words: string[]; surely: boolean; code?: string } | null;
  /** What is asked of the person; beside whenever a photograph came. */
  slots: boolean;
  /** Words for which a published answer is looked up, should no procedure be found for them. */
  answers: string[] | null;
  /** The dossier to be rated, and how it is found. */
  toRate: { by: 'id'; dossierId: string } | { by: 'code'; code: string } | { by: 'last' } | null;
  filing: FilingNeeds;
}

export function factsNeeded(conversation: Conversation, intent: Intent, now: Instant): Needs {
  const { state } = livingConversation(conversation, now);
  return {
    linked: needLinked.has(intent.kind),
    proof: proofIn(state, intent),
    shown: shownBy(state, intent),
    procedures: proceduresIn(state, intent),
    answers: answersIn(state, intent),
    filing: filingNeeds(state, intent),
    slots: state.kind === 'asked_which_paper' || intent.kind === 'supplement_words' || intent.kind === 'done',
    toRate: toRateBy(state, intent),
  };
}

function toRateBy(state: ChatState, intent: Intent): Needs['toRate'] {
  if (intent.kind === 'rating')
    return intent.code === null ? { by: 'last' } : { by: 'code', code: intent.code };
  if (state.kind === 'asked_rating') return { by: 'id', dossierId: state.dossierId };
  return intent.kind === 'choice' ? { by: 'last' } : null;
}

const needLinked: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'status',
  'status_of_code',
  'status_of_partial',
  'human',
  'digits',
  'choice',
  'yes',
  'unlink',
  'link_code',
  'qr_token',
]);

function answersIn(state: ChatState, intent: Intent): string[] | null {
  const asks = intent.kind === 'unknown' || intent.kind === 'papers';
  return asks && seeksAnswer(state) ? intent.words : null;
}

function proofIn(state: ChatState, intent: Intent): Needs['proof'] {
  if (intent.kind === 'status_of_code' && intent.digits !== null)
    return { code: intent.code, digits: intent.digits };
  if (intent.kind === 'digits' && state.kind === 'asked_digits')
    return { code: state.code, digits: intent.digits };
  return null;
}

function shownBy(state: ChatState, intent: Intent): Needs['shown'] {
  if (intent.kind === 'link_code') return { by: 'link_code', code: intent.code };
  if (intent.kind === 'qr_token') return { by: 'qr', token: intent.token };
  return state.kind === 'asked_consent' ? { by: 'id', dossierId: state.dossierId } : null;
}

function proceduresIn(state: ChatState, intent: Intent): Needs['procedures'] {
  if (intent.kind === 'papers') return { words: intent.words, surely: true };
  if (intent.kind === 'apply') return isFilling(state) ? null : { words: intent.words, surely: true };
  if (state.kind === 'asked_which_procedure' && intent.kind === 'choice') {
    const code = state.choices[intent.number - 1]?.code;
    return code === undefined ? null : { words: [], surely: false, code };
  }
  const isAsked = state.kind === 'asked_procedure' || state.kind === 'asked_what_to_file';
  if (intent.kind === 'unknown' && (isAsked || mayNameOne.has(state.kind)))
    return { words: intent.words, surely: isAsked };
  return isAsked && intent.kind === 'status' ? { words: intent.words, surely: false } : null;
}

/** Where nothing else is waited for, words that are no question may be the name of a procedure. */
const mayNameOne: ReadonlySet<ChatState['kind']> = new Set<ChatState['kind']>([
  'idle',
  'asked_menu',
  'asked_which_procedure',
]);
