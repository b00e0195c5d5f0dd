// Takes secrets out of a message before it is stored: what remains tells what was wanted, not by which key.

import { longestKept } from './chat-safety.ts';
import type { ChatState } from './chat-state.ts';
import { splitAtDossierCodes } from './dossier-code.ts';
import { withoutCapabilities } from './link-code.ts';

/**
 * Replaces proofs (six digits), identity numbers, one-time passwords, link codes and tokens. Dossier codes stay: they
 * open nothing. Phone numbers stay: the desk needs them to call back. Very long text is cut; NUL, which no database takes,
 * goes.
 */
export function redactSecrets(text: string): string {
  return splitAtDossierCodes(withoutCapabilities(text.slice(0, longestKept).replaceAll('\u0000', '')))
    .map((part) => (part.isCode ? part.text : redactPart(part.text)))
    .join('');
}

/** What is kept of an answer: to a question for an identity number nothing, however it was typed. */
export function redactAnswer(text: string, state: ChatState): string {
  return state.kind === 'answering' && state.secret === true && /\p{Nd}/u.test(text)
    ? '[số giấy tờ]'
    : redactSecrets(text);
}

const announced =
  /((?:otp|m[aậ]t kh[aẩ]u|password|pass|pin|m[aã] x[aá]c (?:nh[aậ]n|th[uự]c))(?:\s+(?:la|là|cua|của|toi|tôi|em))*\s*[:=]?\s*)([^\s,;]*[\p{N}][^\s,;]*)/giu;
const digitRun = /(?<![\p{N}])\p{Nd}(?:[ .\-–]{0,2}\p{Nd}){3,}(?![\p{N}])/gu;
const longToken = /(?<![\p{L}\p{N}_-])(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{20,}/gu;

function redactPart(text: string): string {
  return text
    .replace(announced, '$1[mật]')
    .replace(longToken, '[mã]')
    .replace(digitRun, (run) => wordFor(run));
}

function wordFor(run: string): string {
  const digits = run.normalize('NFKC').replace(/\D/g, '');
  if (digits.length < 6) return run;
  if (/^(?:0|84)\d{9}$/.test(digits) || /^01\d{9}$/.test(digits)) return run;
  return digits.length === 6 ? '[6 số]' : '[số giấy tờ]';
}
