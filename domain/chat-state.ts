// What the chat remembers of a talk between two messages: few states, versioned, forgotten when they grow old.

import { z } from 'zod';
import { type Listening, listeningForAnything } from './chat-intent.ts';
import { listeningForRating } from './chat-rating-words.ts';
import { type Instant, instantSchema, plusMinutes } from './time.ts';

export const linkWaySchema = z.enum(['link_code', 'qr', 'six_digits', 'filed']);
/** By which proof a chat came to a dossier; `filed`: it was filed in this chat. */
export type LinkWay = z.infer<typeof linkWaySchema>;

const stateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('asked_menu') }),
  z.object({
    kind: z.literal('asked_which_dossier'),
    choices: z.array(z.object({ dossierId: z.string(), label: z.string() })).max(5),
  }),
  z.object({ kind: z.literal('asked_digits'), code: z.string() }),
  z.object({ kind: z.literal('asked_consent'), dossierId: z.string(), way: linkWaySchema }),
  z.object({ kind: z.literal('asked_procedure') }),
  /** Several procedures may be meant by a question. */
  z.object({
    kind: z.literal('asked_which_procedure'),
    choices: z.array(z.object({ code: z.string(), label: z.string() })).max(5),
  }),
  /** Which procedure the person wants to file for. */
  z.object({
    kind: z.literal('asked_what_to_file'),
    choices: z
      .array(z.object({ procedure: z.string(), label: z.string() }))
      .max(5)
      .exactOptional(),
  }),
  /** What a filing takes was said; whether to begin is open. */
  z.object({ kind: z.literal('asked_to_begin'), procedure: z.string() }),
  z.object({
    kind: z.literal('asked_which_draft'),
    choices: z.array(z.object({ draftId: z.string(), label: z.string() })).max(5),
  }),
  z.object({ kind: z.literal('asked_draft_digits'), code: z.string() }),
  /** A question of a draft's form: where its answer goes, and how a reply is read. */
  z.object({
    kind: z.literal('answering'),
    draftId: z.string(),
    path: z.string(),
    /** Any words may be the answer. */
    words: z.boolean(),
    labels: z.array(z.string()).max(60),
    /** Of several places that were meant, one is to be chosen. */
    choices: z
      .array(z.object({ value: z.string(), label: z.string() }))
      .max(9)
      .exactOptional(),
    /** The answer is an identity number: what is typed is not kept. */
    secret: z.boolean().exactOptional(),
    /** A photograph was hard to read; the next is taken as it is. */
    doubted: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal('checking'), draftId: z.string(), labels: z.array(z.string()).max(5) }),
  z.object({ kind: z.literal('asked_what_to_change'), draftId: z.string() }),
  /** A photograph came, and several papers are asked for. */
  z.object({
    kind: z.literal('asked_which_paper'),
    slots: z.array(z.object({ dossierId: z.string(), item: z.int(), label: z.string() })).max(9),
  }),
  /** The next message is a question for the office. */
  z.object({ kind: z.literal('asked_question') }),
  /** The person wants an officer, and there are several dossiers it may be about; null: none of them. */
  z.object({
    kind: z.literal('asked_talk_about'),
    choices: z.array(z.object({ dossierId: z.string().nullable(), label: z.string() })).max(5),
  }),
  /** A dossier is rated: whether more is said, one of the official questions, or free words. */
  z.object({
    kind: z.literal('asked_rating'),
    dossierId: z.string(),
    set: z.string(),
    ask: z.string(),
  }),
  /** `told`: the person knows that an officer will answer; the bot then keeps silent. */
  z.object({ kind: z.literal('with_human'), told: z.boolean() }),
]);
export type ChatState = z.infer<typeof stateSchema>;

const conversationSchema = z.object({
  v: z.literal(1),
  state: stateSchema,
  /** When the person's last message was answered. */
  at: instantSchema,
  /** Messages in a row that were not understood. */
  missed: z.int().min(0).max(1000),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** How long an answer is waited for, in minutes. After that a message begins a new talk. */
const lifetimes: Record<ChatState['kind'], number> = {
  idle: 24 * 60,
  asked_menu: 24 * 60,
  asked_which_dossier: 24 * 60,
  asked_digits: 30,
  asked_consent: 24 * 60,
  asked_procedure: 60,
  asked_which_procedure: 24 * 60,
  asked_what_to_file: 24 * 60,
  asked_to_begin: 24 * 60,
  asked_which_draft: 24 * 60,
  asked_draft_digits: 30,
  answering: 24 * 60,
  checking: 24 * 60,
  asked_what_to_change: 24 * 60,
  asked_which_paper: 24 * 60,
  asked_question: 60,
  asked_talk_about: 24 * 60,
  asked_rating: 24 * 60,
  with_human: 24 * 60,
};

export function newConversation(now: Instant): Conversation {
  return { v: 1, state: { kind: 'idle' }, at: now, missed: 0 };
}

/** The conversation as stored, or a new one: an older or newer version never strands anybody. */
export function parseConversation(stored: unknown, now: Instant): Conversation {
  const parsed = conversationSchema.safeParse(stored);
  return parsed.success ? parsed.data : newConversation(now);
}

/** The conversation as it counts now: what was asked long ago is no longer waited for. */
export function livingConversation(conversation: Conversation, now: Instant): Conversation {
  const until = plusMinutes(conversation.at, lifetimes[conversation.state.kind]);
  return now <= until ? conversation : newConversation(now);
}

export const menuLabels = ['Xem hồ sơ', 'Tìm thủ tục, hỏi giấy tờ', 'Nộp hồ sơ', 'Gặp cán bộ'] as const;
export const beginLabels = ['Đồng ý, khai tại đây', 'Khai trên web', 'Để sau'] as const;
export const consentLabels = ['Đồng ý', 'Không'] as const;

/** How a bare number or word is to be read, given what was last asked. */
export function listeningOf({ state }: Conversation): Listening {
  switch (state.kind) {
    case 'asked_menu':
      return { for: 'choice', labels: menuLabels };
    case 'asked_which_dossier':
    case 'asked_talk_about':
    case 'asked_which_procedure':
      return { for: 'choice', labels: state.choices.map((choice) => choice.label) };
    case 'asked_which_paper':
      return { for: 'choice', labels: state.slots.map(({ label }) => label) };
    case 'asked_rating':
      return listeningForRating(state);
    case 'asked_digits':
      return { for: 'six_digits', labels: [] };
    case 'asked_consent':
      return { for: 'yes_no', labels: consentLabels };
    case 'asked_to_begin':
      return { for: 'yes_no', labels: beginLabels };
    case 'asked_which_draft':
      return { for: 'choice', labels: state.choices.map(({ label }) => label) };
    case 'asked_draft_digits':
      return { for: 'six_digits', labels: [] };
    case 'asked_what_to_file':
      return { for: 'choice', labels: state.choices?.map(({ label }) => label) ?? [] };
    case 'answering':
      return { for: state.words ? 'form_words' : 'form', labels: state.labels };
    case 'checking':
      return { for: 'form', labels: state.labels };
    case 'asked_what_to_change':
      return { for: 'form_words', labels: [] };
    case 'idle':
    case 'asked_procedure':
    case 'with_human':
    case 'asked_question':
      return listeningForAnything;
  }
}

/** Nothing in particular was asked of the person: whatever is said may be a question. */
export function seeksAnswer({ kind }: ChatState): boolean {
  return kind === 'idle' || kind === 'asked_menu' || kind === 'asked_procedure';
}
