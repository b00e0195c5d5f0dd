// The conversation as a pure machine: what was said, what is known → what is remembered, answered and done.

import type { Aspect } from './chat-aspect.ts';
import { answerAboutCode, answerPartial, answerProof, answerStatus, offerLink } from './chat-dossiers.ts';
import { askWhatToFile, fileDossier, mentioningDraft } from './chat-filing.ts';
import type { Intent } from './chat-intent.ts';
import { elsewhereReply, procedureReply, whichReply } from './chat-procedure.ts';
import { askOffice } from './chat-questions.ts';
import { rateDossier } from './chat-rating.ts';
import { replies } from './chat-replies.ts';
import { type ChatState, type Conversation, livingConversation, menuLabels } from './chat-state.ts';
import type { ChatEffect, Facts, Step, Turn } from './chat-step.ts';
import { completeDossier } from './chat-supplement.ts';
import { callHuman, chooseTalk, silence } from './chat-talk.ts';
import type { Instant } from './time.ts';

const idle: ChatState = { kind: 'idle' };

/**
 * Takes one step. Ways out (menu, 0, huỷ, gặp cán bộ, huỷ liên kết) and safety work in every state; whatever is said,
 * the answer says what to do next, except while an officer is talking and the person has been told so.
 */
export function step(conversation: Conversation, intent: Intent, facts: Facts): Step {
  const living = livingConversation(conversation, facts.now);
  const taken =
    rateDossier(living, intent, facts) ??
    waysOut(living, intent, facts) ??
    fileDossier(living.state, intent, facts) ??
    completeDossier(living.state, intent, facts) ??
    silence(living, intent, facts) ??
    chooseTalk(living, intent, facts) ??
    askOffice(living, intent, facts) ??
    business(living, intent, facts);
  const turn = told.has(intent.kind) ? taken : mentioningDraft(living.state, taken, facts);
  return {
    conversation: { v: 1, state: turn.state, at: facts.now, missed: turn.missed ?? 0 },
    reply: turn.reply,
    effects: turn.effects ?? [],
    traceless: turn.traceless ?? intent.kind === 'denunciation',
  };
}

/** Who is in danger, or must keep a secret, is told nothing else. */
const told: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>(['denunciation', 'emergency']);

/** An officer wrote by hand: the bot withdraws until it is called. */
export function officerTookOver(conversation: Conversation, now: Instant): Conversation {
  return { ...conversation, state: { kind: 'with_human', told: true }, at: now, missed: 0 };
}

/** An officer answered at the desk: whoever is in the middle of something with the machine finishes that first. */
export function officerAnswered(conversation: Conversation, now: Instant): Conversation {
  const { kind } = livingConversation(conversation, now).state;
  const free =
    kind === 'idle' || kind === 'asked_menu' || kind === 'asked_talk_about' || kind === 'with_human';
  return free ? officerTookOver(conversation, now) : conversation;
}

function waysOut(living: Conversation, intent: Intent, facts: Facts): Turn | null {
  switch (intent.kind) {
    case 'denunciation':
      return { state: idle, reply: replies.denunciation(), effects: [{ kind: 'leave_no_trace' }] };
    case 'emergency':
      return { state: idle, reply: replies.emergency(intent.service) };
    case 'menu':
      return { state: { kind: 'asked_menu' }, reply: replies.menu() };
    case 'cancel':
      return { state: { kind: 'asked_menu' }, reply: replies.cancelled() };
    case 'human':
      return callHuman(living, facts);
    case 'unlink':
      return {
        state: idle,
        reply: replies.unlinked(facts.linked.length, intent.forget),
        effects: [{ kind: 'unlink', forget: intent.forget }],
      };
    case 'wishes': {
      const { notices, nightAllowed } = intent;
      return {
        state: idle,
        reply: replies.wishes(intent),
        effects: [{ kind: 'set_wishes', notices, nightAllowed }],
      };
    }
    case 'followed':
      return { state: idle, reply: replies.followed(facts.office) };
    default:
      return null;
  }
}

function business(living: Conversation, intent: Intent, facts: Facts): Turn {
  const { state } = living;
  switch (intent.kind) {
    case 'status':
      if (asksProcedure(state) && facts.procedures.length > 0) return answerPapers(intent.words, facts);
      return state.kind === 'asked_consent' && facts.shown !== null
        ? offerLink(facts.shown, state.way, facts, true)
        : answerStatus(intent.words, facts);
    case 'status_of_code':
      return answerAboutCode(intent.code, facts);
    case 'status_of_partial':
      return answerPartial(intent, facts);
    case 'digits':
      return state.kind === 'asked_digits'
        ? answerProof(state.code, facts)
        : { state: idle, reply: replies.digitsWithoutCode() };
    case 'not_six_digits':
      return { state, reply: replies.sixDigitsPlease(intent.count) };
    case 'link_code':
      if (facts.shown === null) return { state: idle, reply: replies.linkCodeDead() };
      return withEffect(offerLink(facts.shown, 'link_code', facts, false), {
        kind: 'use_link_code',
        code: intent.code,
      });
    case 'qr_token':
      return facts.shown === null
        ? { state: idle, reply: replies.qrDead() }
        : offerLink(facts.shown, 'qr', facts, true);
    case 'choice':
      return choose(state, intent.number, living, facts);
    case 'yes':
      return state.kind === 'asked_consent' ? consent(state, facts) : misunderstood(living, facts);
    case 'no':
      return state.kind === 'asked_consent'
        ? { state: idle, reply: replies.notLinked() }
        : misunderstood(living, facts);
    case 'papers':
      return answerPapers(intent.words, facts, intent.about);
    case 'petition':
      return { state: idle, reply: replies.petition(facts.office) };
    case 'unknown':
      return asksProcedure(state) || namesProcedure(facts)
        ? answerPapers(intent.words, facts)
        : misunderstood(living, facts);
    default:
      return smallTalk(state, intent.kind, living, facts);
  }
}

/** Courtesies and things a chat cannot read: answered without forgetting what was asked. */
function smallTalk(state: ChatState, kind: Intent['kind'], living: Conversation, facts: Facts): Turn {
  switch (kind) {
    case 'thanks':
      return { state, reply: replies.thanks() };
    case 'greeting':
      return { state: { kind: 'asked_menu' }, reply: replies.greeting(facts.office) };
    case 'photo_without_qr':
      return { state, reply: replies.photoWithoutQr() };
    case 'photo_unreadable':
      return { state, reply: replies.photoUnreadable() };
    case 'sticker':
      return { state, reply: replies.sticker() };
    case 'voice':
      return { state, reply: replies.voice() };
    case 'location':
      return { state, reply: replies.location(facts.office) };
    case 'file':
      return { state, reply: replies.file() };
    case 'other_media':
      return { state, reply: replies.otherMedia() };
    default:
      return misunderstood(living, facts);
  }
}

function choose(state: ChatState, number: number, living: Conversation, facts: Facts): Turn {
  if (number === 0) return { state: { kind: 'asked_menu' }, reply: replies.menu() };
  if (state.kind === 'asked_consent' && number <= 2)
    return number === 1 ? consent(state, facts) : { state: idle, reply: replies.notLinked() };
  if (state.kind === 'asked_which_dossier') {
    const chosen = state.choices[number - 1];
    const known = facts.linked.filter((dossier) => dossier.dossierId === chosen?.dossierId);
    return known.length > 0 ? answerStatus([], { ...facts, linked: known }) : answerStatus([], facts);
  }
  if (state.kind === 'asked_menu' && number <= menuLabels.length) {
    if (number === 1) return answerStatus([], facts);
    if (number === 2) return { state: { kind: 'asked_procedure' }, reply: replies.whichProcedure() };
    return number === 3 ? askWhatToFile() : callHuman(living, facts);
  }
  if (state.kind === 'asked_which_procedure' && facts.procedures.length > 0) return answerPapers([], facts);
  return misunderstood(living, facts);
}

function consent(state: Extract<ChatState, { kind: 'asked_consent' }>, facts: Facts): Turn {
  if (facts.shown === null) return { state: idle, reply: replies.qrDead() };
  const { dossierId } = facts.shown;
  const linked = [facts.shown, ...facts.linked.filter((dossier) => dossier.dossierId !== dossierId)];
  const answer = answerStatus([], { ...facts, linked: linked.slice(0, 1) });
  const asked = offerLink(facts.shown, state.way, facts, false).reply?.text ?? '';
  return {
    ...answer,
    reply: answer.reply && { ...answer.reply, text: `Đã liên kết. ${answer.reply.text}` },
    effects: [{ kind: 'link', dossierId, way: state.way, consent: asked }],
  };
}

const asksProcedure = ({ kind }: ChatState): boolean =>
  kind === 'asked_procedure' || kind === 'asked_what_to_file';

/** Words without a question that name a procedure and nothing else. */
const namesProcedure = ({ procedures, which }: Facts): boolean =>
  procedures.length > 0 || (which ?? null) !== null;

function answerPapers(words: readonly string[], facts: Facts, about: Aspect = 'papers'): Turn {
  if (facts.which !== undefined && facts.which !== null) return whichReply(facts.which);
  const found = procedureReply(facts.procedures, about, facts.office);
  if (found !== null) return { state: idle, reply: found };
  if (facts.elsewhere !== undefined && facts.elsewhere !== null)
    return { state: { kind: 'asked_procedure' }, reply: elsewhereReply(facts.elsewhere, facts.office) };
  return {
    state: { kind: 'asked_procedure' },
    reply: words.length === 0 ? replies.whichProcedure() : replies.procedureNotFound(facts.office),
  };
}

function misunderstood(living: Conversation, facts: Facts): Turn {
  const { state, missed } = living;
  const again = missed > 0;
  if (!again && state.kind === 'asked_digits')
    return { state, reply: replies.digitsNeeded(state.code), missed: missed + 1 };
  if (!again && state.kind === 'asked_consent' && facts.shown !== null)
    return { ...offerLink(facts.shown, state.way, facts, false), missed: missed + 1 };
  return {
    state: { kind: 'asked_menu' },
    reply: again ? replies.stillNotUnderstood(facts.office) : replies.notUnderstood(),
    missed: missed + 1,
  };
}

function withEffect(turn: Turn, effect: ChatEffect): Turn {
  return { ...turn, effects: [...(turn.effects ?? []), effect] };
}
