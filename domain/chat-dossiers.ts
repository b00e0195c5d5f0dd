// The part of the conversation that speaks of dossiers: one, several, none, by code, by proof, with an offer to link.

import { myDossiers, type Reply, replies, say } from './chat-replies.ts';
import type { LinkWay } from './chat-state.ts';
import type { Facts, KnownDossier, Turn } from './chat-step.ts';
import { matchesPartialCode } from './dossier-code.ts';
import { foldedKey } from './folding.ts';
import { statusLine, statusSentence } from './status-answer.ts';
import { clip } from './status-words.ts';

const listed = 5;

/** "Hồ sơ của tôi": the one there is, the one still open, or a list to choose from. `words` narrow it down. */
export function answerStatus(words: readonly string[], facts: Facts): Turn {
  const dossiers = narrowed(facts.linked, words);
  const [first] = dossiers;
  if (first === undefined) return { state: { kind: 'idle' }, reply: replies.howToFind() };
  const open = dossiers.filter(({ view }) => isOpen(view.status));
  if (dossiers.length === 1) return tell(first, facts, '');
  const [onlyOpen] = open;
  if (open.length === 1 && onlyOpen !== undefined && words.length === 0 && dossiers.length > 1) {
    const others = dossiers.filter((dossier) => dossier !== onlyOpen);
    return tell(
      onlyOpen,
      facts,
      ` Anh/Chị còn ${others.length} hồ sơ đã xong; muốn xem lại, nhắn mã hồ sơ đó.`,
    );
  }
  return list(dossiers, facts);
}

/** A typed code: an answer only to a chat that is linked to it, or that has just proved its right. */
export function answerAboutCode(code: string, facts: Facts): Turn {
  const linked = facts.linked.find(({ view }) => view.code === code);
  if (linked !== undefined) return tell(linked, facts, '');
  if (facts.proof !== null) return answerProof(code, facts);
  return { state: { kind: 'asked_digits', code }, reply: replies.digitsNeeded(code) };
}

/** A number without its code: among the linked dossiers, else made whole when the day was given. */
export function answerPartial(partial: { date: string | null; sequence: number }, facts: Facts): Turn {
  const fitting = facts.linked.filter(
    ({ view }) => view.code !== null && matchesPartialCode(view.code, partial),
  );
  const [only] = fitting;
  if (fitting.length > 1) return list(fitting, facts);
  if (only !== undefined) return tell(only, facts, '');
  if (partial.date === null) return { state: { kind: 'idle' }, reply: replies.codeNeeded(facts.office) };
  const code = `${facts.office.codePrefix}-${partial.date}-${String(partial.sequence).padStart(4, '0')}`;
  return { state: { kind: 'asked_digits', code }, reply: replies.digitsNeeded(code) };
}

/** What a code with six digits proved: the status, the one refusal there is, or that the day's tries are used up. */
export function answerProof(code: string, facts: Facts): Turn {
  const { proof } = facts;
  if (proof === null) return { state: { kind: 'asked_digits', code }, reply: replies.digitsNeeded(code) };
  if (proof.kind === 'spent') return { state: { kind: 'idle' }, reply: replies.noMoreTries(facts.now) };
  if (proof.kind === 'right') return offerLink(proof, 'six_digits', facts, true);
  return proof.triesLeft > 0
    ? { state: { kind: 'asked_digits', code }, reply: replies.wrongProof(proof.triesLeft) }
    : { state: { kind: 'idle' }, reply: replies.noMoreTries(facts.now) };
}

/** Asks consent to link; a chat that is linked already simply gets its answer. */
export function offerLink(dossier: KnownDossier, way: LinkWay, facts: Facts, withStatus: boolean): Turn {
  if (facts.linked.some(({ dossierId }) => dossierId === dossier.dossierId)) return tell(dossier, facts, '');
  const question = replies.consent(nameOf(dossier));
  const reply: Reply = withStatus
    ? { ...question, text: `${statusSentence(dossier.view, facts.now)}\n\n${question.text}` }
    : question;
  return { state: { kind: 'asked_consent', dossierId: dossier.dossierId, way }, reply: fitting(reply) };
}

function tell({ view }: KnownDossier, facts: Facts, more: string): Turn {
  return {
    state: { kind: 'idle' },
    reply: fitting(say(statusSentence(view, facts.now) + more, [myDossiers, 'Gặp cán bộ', 'Menu'])),
  };
}

function list(dossiers: readonly KnownDossier[], facts: Facts): Turn {
  const shown = dossiers.slice(0, listed);
  const lines = shown.map(({ view }, at) => `${at + 1}. ${statusLine(view, facts.now)}`);
  const rest = dossiers.length - shown.length;
  const more = rest > 0 ? `\nVà ${rest} hồ sơ khác: nhắn mã hồ sơ để xem.` : '';
  const choices = shown.map((dossier) => ({
    dossierId: dossier.dossierId,
    label: clip(nameOf(dossier), 100),
  }));
  return {
    state: { kind: 'asked_which_dossier', choices },
    reply: {
      text: `Anh/Chị có ${dossiers.length} hồ sơ:\n${lines.join('\n')}${more}\nTrả lời số để xem, hoặc gõ "menu".`,
      // The code and not the number: a button pressed months later still means the same.
      buttons: shown.map(({ view }, at) => ({
        title: clip(`${at + 1}. ${view.procedureName}`, 90),
        payload: view.code ?? String(at + 1),
      })),
    },
  };
}

/** Dossiers whose procedure shares most words with what was named; all of them when none does. */
function narrowed(dossiers: readonly KnownDossier[], words: readonly string[]): readonly KnownDossier[] {
  const score = ({ view }: KnownDossier): number => {
    const name = foldedKey(view.procedureName).split(' ');
    return words.filter((word) => name.includes(word)).length;
  };
  const best = Math.max(0, ...dossiers.map(score));
  return best === 0 ? dossiers : dossiers.filter((dossier) => score(dossier) === best);
}

function nameOf({ view }: KnownDossier): string {
  const procedure = clip(view.procedureName, 60);
  return view.code === null ? procedure : `${view.code} (${procedure})`;
}

function isOpen(status: KnownDossier['view']['status']): boolean {
  return !['refused_at_intake', 'withdrawn', 'stopped', 'returned'].includes(status);
}

/** Zalo takes 2,000 characters. */
function fitting(reply: Reply): Reply {
  return { ...reply, text: clip(reply.text, 2_000) };
}
