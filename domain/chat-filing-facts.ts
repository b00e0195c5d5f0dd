// Filing in the chat: what a step may know of a draft, and what must be looked up or done before it.

import type { Intent } from './chat-intent.ts';
import type { ProcedureFacts } from './chat-procedure.ts';
import type { ChatState } from './chat-state.ts';
import { chatKey, withoutParticles } from './chat-words.ts';
import type { FilingPlace } from './filing-place.ts';
import { foldedKey } from './folding.ts';
import type { Form } from './form.ts';
import type { Answers } from './form-answers.ts';
import type { ReplyFacts } from './form-reply.ts';
import type { Instant } from './time.ts';

/** A procedure somebody may file for: what is needed, how long, the cost, and where it legally lands. */
export interface FilingPlan {
  procedure: string;
  name: string;
  papers: readonly string[];
  termText: string | null;
  feeText: string | null;
  place: FilingPlace;
  /** The form offered today. */
  form: Form;
}

/** A draft that the chat goes on with. */
export interface DraftFacts {
  draftId: string;
  code: string;
  plan: FilingPlan;
  /** With the lists of what lies in the slots of its papers. */
  answers: Answers;
  /** Questions passed over. */
  passed: readonly string[];
  keptUntil: Instant;
  /** It was begun with an older form than today's, and goes on with that one. */
  olderForm: boolean;
}

export interface DraftLine {
  draftId: string;
  code: string;
  name: string;
  keptUntil: Instant;
}

/** What may be known of filing; gathered by `filingNeeds`. */
export interface FilingFacts {
  /** Names of units, and what else reading an answer takes. */
  reading: ReplyFacts;
  /** Of the procedure that was chosen; null when it cannot be filed for here. */
  plan: FilingPlan | null;
  /** What this chat has begun and not filed, the newest first. */
  drafts: readonly DraftLine[];
  /** The draft at hand; `filed`: it became a dossier; `gone`: its time is over, or another chat goes on with it. */
  draft: DraftFacts | 'filed' | 'gone' | null;
  /** Why a draft that was named by its code does not open. */
  closed: { kind: 'needs_proof' } | { kind: 'wrong'; triesLeft: number } | { kind: 'spent' } | null;
  /** What became of a photograph or file that came while its paper was asked for. */
  kept: { ok: true } | { ok: false; doubtful: boolean; why: string } | null;
  /** What became of the filing. */
  filed: { ok: true; dossierId: string } | { ok: false; why: string } | null;
  /** The address of the draft's page. */
  link: string | null;
}

/** What must be looked up, or done within the step's transaction, before it is known what to say. */
export interface FilingNeeds {
  /** The procedure whose plan is asked for. */
  plan: string | null;
  begin: boolean;
  drafts: boolean;
  draftId: string | null;
  resume: { code: string; digits: string | null } | null;
  keep: { path: string; doubted: boolean } | null;
  file: boolean;
  link: boolean;
}

/** What a draft's page may be asked for. */
const wantsLink = (state: ChatState, intent: Intent): boolean =>
  intent.kind === 'on_web' ||
  state.kind === 'checking' ||
  (state.kind === 'asked_to_begin' && beginning(intent) === 2);

export function filingNeeds(state: ChatState, intent: Intent): FilingNeeds {
  const begin = state.kind === 'asked_to_begin' && [1, 2].includes(beginning(intent) ?? 0);
  return {
    plan: planOf(state, intent),
    begin,
    drafts: listsDrafts.has(intent.kind),
    draftId: draftOf(state, intent),
    resume: resumed(state, intent),
    keep:
      state.kind === 'answering' && !steers(intent)
        ? { path: state.path, doubted: state.doubted === true }
        : null,
    file: agreesToFile(state, intent),
    link: wantsLink(state, intent),
  };
}

const listsDrafts: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'resume',
  'on_web',
  'menu',
  'greeting',
  'apply',
]);

/** A picture beside one of these words is no answer. */
const steers = ({ kind }: Intent): boolean =>
  ['menu', 'human', 'unlink', 'denunciation', 'emergency', 'on_web'].includes(kind);

/** Which of `beginLabels` is meant; null when none. */
export function beginning(intent: Intent): number | null {
  if (intent.kind === 'yes') return 1;
  if (intent.kind === 'no' || intent.kind === 'cancel') return 3;
  if (intent.kind === 'on_web') return 2;
  return intent.kind === 'choice' && intent.number >= 1 && intent.number <= 3 ? intent.number : null;
}

/** The number of the label a text means: by number, in full, or by its beginning; null when none. A bare `ok` is none. */
export function chosenLabel(labels: readonly string[], text: string): number | null {
  const key = withoutParticles(chatKey(text));
  const number = /^(?:so |chon )?(\d)$/.exec(key)?.[1];
  if (number !== undefined) return Number(number) <= labels.length ? Number(number) : null;
  const keys = labels.map((label) => chatKey(label));
  const found = keys.findIndex((each) => each === key || (key.length >= 3 && each.startsWith(`${key} `)));
  return found === -1 ? null : found + 1;
}

/** What files: the first of the labels under the list, or "nộp hồ sơ" said there. */
function agreesToFile(state: ChatState, intent: Intent): boolean {
  if (state.kind !== 'checking') return false;
  if (intent.kind === 'choice') return intent.number === 1;
  return (
    intent.kind === 'apply' || (intent.kind === 'form_reply' && chosenLabel(state.labels, intent.text) === 1)
  );
}

function planOf(state: ChatState, intent: Intent): string | null {
  if (state.kind === 'asked_to_begin') return state.procedure;
  if (state.kind === 'asked_what_to_file' && intent.kind === 'choice')
    return state.choices?.[intent.number - 1]?.procedure ?? null;
  return null;
}

function draftOf(state: ChatState, intent: Intent): string | null {
  if (isFilling(state)) return state.draftId;
  return state.kind === 'asked_which_draft' && intent.kind === 'choice'
    ? (state.choices[intent.number - 1]?.draftId ?? null)
    : null;
}

function resumed(state: ChatState, intent: Intent): FilingNeeds['resume'] {
  if (intent.kind === 'resume' && intent.code !== null) return { code: intent.code, digits: null };
  return state.kind === 'asked_draft_digits' && intent.kind === 'digits'
    ? { code: state.code, digits: intent.digits }
    : null;
}

export type FillingState = Extract<ChatState, { kind: 'answering' | 'checking' | 'asked_what_to_change' }>;

/** Whether a draft is being filled in. */
export const isFilling = (state: ChatState): state is FillingState =>
  state.kind === 'answering' || state.kind === 'checking' || state.kind === 'asked_what_to_change';

/**
 * The procedure that is surely meant: every word of its name was said, but those that many names share. Of several the
 * one with most words; null when none is.
 */
export function surelyMeant(procedures: readonly ProcedureFacts[], words: readonly string[]): string | null {
  const said = new Set(words);
  const own = ({ name }: ProcedureFacts) =>
    foldedKey(name)
      .split(' ')
      .filter((word) => !shared.has(word));
  const meant = procedures
    .filter(({ hasForm }) => hasForm)
    .filter((each) => own(each).every((word) => said.has(word)))
    .sort((a, b) => own(b).length - own(a).length);
  const forms = procedures.filter(({ hasForm }) => hasForm);
  return (meant[0] ?? (procedures.length === 1 ? forms[0] : undefined))?.code ?? null;
}

const shared = new Set('thu tuc dang ky cap giay viec ve'.split(' '));
