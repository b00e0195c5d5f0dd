// Understands a citizen's message: real Vietnamese, with or without accents, in capitals, abbreviated, mistyped.

import { aspectOf } from './chat-aspect.ts';
import { readFormWords, readResume, wantsToFile } from './chat-form-words.ts';
import { type Intent, type Listening, listeningForAnything } from './chat-intent.ts';
import {
  exactPhrases,
  forget,
  human,
  maybePapers,
  petition,
  statusWords,
  surelyPapers,
  surelyStatus,
  unlink,
} from './chat-phrases.ts';
import { readRating, readRatingButton } from './chat-rating-words.ts';
import { emergencyOf, isDenunciation } from './chat-safety.ts';
import { readWishes } from './chat-wishes.ts';
import { chatKey, untypedKey, withinOneEdit, withoutParticles } from './chat-words.ts';
import { parseDossierCode, splitAtDossierCodes } from './dossier-code.ts';
import { composed } from './folding.ts';
import { findLinkCode, findQrToken } from './link-code.ts';

/** More than anybody types in a chat; what lies beyond is not read. */
const longestRead = 2_000;

/**
 * What a message means. Safety first, then what is exact (codes, commands, answers to what was asked), then wording.
 * Never throws; what is not understood is `unknown`.
 */
export function understand(text: string, listening: Listening = listeningForAnything): Intent {
  if (isDenunciation(text)) return { kind: 'denunciation' };
  const said = composed(text.slice(0, longestRead));
  if (said === '') return { kind: 'unknown', words: [] };
  const service = emergencyOf(said);
  if (service !== null) return { kind: 'emergency', service };
  const words = readSupplement(said);
  if (words !== null) return words;
  const button = readRatingButton(said);
  if (button !== null) return button;
  if (listening.for === 'words') return readWordsAskedFor(said);
  if (listening.for === 'form' || listening.for === 'form_words') return readInForm(said, listening);
  const plain = readKey(said, chatKey(said), listening);
  return plain.kind === 'unknown' ? readKey(said, untypedKey(said), listening) : plain;
}

/** Where free words are asked for, only a secret or a short command means something else. */
function readWordsAskedFor(said: string): Intent {
  const key = chatKey(said);
  const command = shortEnough(key, 4) ? readCommand(key) : null;
  return readSecret(said) ?? command ?? { kind: 'said', text: said.slice(0, 1000) };
}

function readKey(said: string, key: string, listening: Listening): Intent {
  return (
    readSecret(said) ??
    readCommand(key) ??
    readResume(said, key) ??
    readNumbers(said, key, listening) ??
    readAnswer(key, listening) ??
    readWish(key) ?? { kind: 'unknown', words: procedureWords(key) }
  );
}

/** While a form waits, what is no command and no business of its own is the answer, as it was typed. */
function readInForm(said: string, listening: Listening): Intent {
  const answer: Intent = { kind: 'form_reply', text: said };
  const steered = readSecret(said) ?? readFormWords(said, listening);
  if (steered !== null) return steered;
  if (numberOfLabel(withoutParticles(chatKey(said)), listening.labels) !== null) return answer;
  // A long text is an answer, or nothing.
  if (said.length > longestAside) return answer;
  const other = understand(said);
  const leaves = listening.for === 'form' ? besideForms : evenAmongWords;
  return leaves.has(other.kind) ? other : answer;
}

/** Letters of a question that somebody asks beside the form. */
const longestAside = 200;

const evenAmongWords: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>(['menu', 'unlink', 'wishes']);
const besideForms: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  ...evenAmongWords,
  'human',
  'status',
  'status_of_code',
  'supplement_words',
  'petition',
  'papers',
  'apply',
  'thanks',
  'greeting',
]);

/** `BS 2: Long An`, `bổ sung 2 - Long An`, `mục 2: …`: what is to be written, kept as it was typed. */
function readSupplement(said: string): Intent | null {
  const read = /^(?:bs|bổ sung|bo sung|mục|muc)\s*(?:số |so )?(\d{1,2})\s*[:：=–-]\s*(\S[\s\S]*)$/iu.exec(
    said,
  );
  return read === null
    ? null
    : { kind: 'supplement_words', number: Number(read[1]), text: (read[2] ?? '').slice(0, 1000) };
}

function readSecret(said: string): Intent | null {
  const token = findQrToken(said);
  if (token !== null) return { kind: 'qr_token', token };
  const linkCode = findLinkCode(said);
  return linkCode === null ? null : { kind: 'link_code', code: linkCode };
}

/** The ways out: they work whatever was asked. */
function readCommand(key: string): Intent | null {
  const bare = withoutParticles(key);
  const wishes = readWishes(key);
  if (wishes !== null) return { kind: 'wishes', ...wishes };
  if (matches(forget, key)) return { kind: 'unlink', forget: true };
  if (matches(unlink, key)) return { kind: 'unlink', forget: false };
  if (
    exactPhrases.menu.has(bare) ||
    exactPhrases.menu.has(key) ||
    (key.length >= 4 && withinOneEdit(key, 'menu'))
  )
    return { kind: 'menu' };
  if (exactPhrases.cancel.has(bare) || exactPhrases.cancel.has(key)) return { kind: 'cancel' };
  if (/\b(?:gui|dat) (?:mot )?cau hoi\b/.test(key)) return { kind: 'ask_office' };
  return matches(human, key) && !/\bho so\b.*\b(?:giu|cam|toi dau|den dau)\b/.test(key)
    ? { kind: 'human' }
    : null;
}

function readNumbers(said: string, key: string, listening: Listening): Intent | null {
  const typed = parseDossierCode(said);
  if (typed?.kind === 'full')
    return { kind: 'status_of_code', code: typed.code, digits: digitsAfterCode(said) };
  const proof = proofDigits(said);
  if (proof !== null && (listening.for === 'six_digits' || isOnlyNumber(said)))
    return { kind: 'digits', digits: proof };
  if (typed?.kind === 'partial' && typed.date !== null)
    return { kind: 'status_of_partial', date: typed.date, sequence: typed.sequence };
  if (listening.for === 'six_digits' && isOnlyNumber(said))
    return { kind: 'not_six_digits', count: said.replace(/\D/g, '').length };
  const choice = /^(?:(?:chon|muc|cau|lua chon|cai|cai so|cai thu) )?(\d)$/.exec(withoutParticles(key))?.[1];
  const numbered = listening.labels.length > 0 ? /^so (\d)$/.exec(withoutParticles(key))?.[1] : undefined;
  if (choice !== undefined || numbered !== undefined)
    return { kind: 'choice', number: Number(choice ?? numbered) };
  return typed === null ? null : { kind: 'status_of_partial', date: null, sequence: typed.sequence };
}

function readAnswer(key: string, listening: Listening): Intent | null {
  const bare = withoutParticles(key);
  const rating = readRating(key);
  if (rating !== null) return rating;
  const label = numberOfLabel(bare, listening.labels) ?? numberOfOrdinal(bare);
  if (listening.labels.length > 0 && label !== null) return { kind: 'choice', number: label };
  if (exactPhrases.done.has(bare)) return { kind: 'done' };
  if (exactPhrases.no.has(bare) || exactPhrases.no.has(key)) return { kind: 'no' };
  if (exactPhrases.yes.has(bare) || exactPhrases.yes.has(key)) return { kind: 'yes' };
  if (
    exactPhrases.thanks.has(bare) ||
    exactPhrases.thanks.has(key) ||
    /^(?:da |vang |ok )*cam on\b/.test(key)
  )
    return shortEnough(key, 8) ? { kind: 'thanks' } : null;
  if (exactPhrases.greeting.has(bare) || exactPhrases.greeting.has(key)) return { kind: 'greeting' };
  return null;
}

function readWish(key: string): Intent | null {
  const bare = withoutParticles(key);
  if (exactPhrases.status.has(bare)) return { kind: 'status', words: [] };
  if (matches(petition, key)) return { kind: 'petition' };
  const status = matches(surelyStatus, key);
  const papers = matches(surelyPapers, key);
  if (
    status &&
    (!papers ||
      /\b(?:toi dau|xong chua|ai (?:dang )?giu|tre hen|thieu|bo sung|cua (?:toi|em|minh))\b/.test(key))
  )
    return { kind: 'status', words: procedureWords(key) };
  if (!papers && wantsToFile(key)) return { kind: 'apply', words: wordsOf(key) };
  if (papers || matches(maybePapers, key)) return papersIntent(key);
  if (asksWhatItDoes.test(key)) return { kind: 'menu' };
  if (aspectOf(key) !== 'papers' || asksThings.test(key)) return papersIntent(key);
  if (/\bho so\b/.test(key) && shortEnough(key, 6)) return { kind: 'status', words: procedureWords(key) };
  if (/^(?:xin )?chao\b|^(?:alo|hello|hi)\b/.test(key) && shortEnough(key, 5)) return { kind: 'greeting' };
  return null;
}

/** The machine itself is asked. */
const asksWhatItDoes =
  /\b(?:ban|he thong|bot|tro ly|kenh nay)(?: \w+){0,4} (?:lam|giup|ho tro)(?: \w+){0,3} gi\b|\bchuc nang\b|^kha nang\b/;
const asksThings =
  /\b(?:chuan bi gi|tai lieu (?:gi|nao|can)|can (?:nhung )?(?:gi|giay)|lam nhu nao|ho so va|le phi)\b/;

function papersIntent(key: string): Intent {
  const about = aspectOf(key);
  return { kind: 'papers', words: wordsOf(key), ...(about === 'papers' ? {} : { about }) };
}

function matches(patterns: readonly RegExp[], key: string): boolean {
  return patterns.some((pattern) => pattern.test(key));
}

const wordsOf = (key: string): string[] => key.split(' ').filter((word) => /^[a-z]+$/.test(word));

function shortEnough(key: string, words: number): boolean {
  return key.split(' ').length <= words;
}

/** The six digits of a proof: six digits, or the last six of a whole identity number. Spaces are forgiven. */
function proofDigits(said: string): string | null {
  const runs = digitRuns(said);
  return runs.length === 1 ? lastSixOf(runs) : null;
}

function digitsAfterCode(said: string): string | null {
  return lastSixOf(digitRuns(splitAtDossierCodes(said).at(-1)?.text ?? ''));
}

function digitRuns(text: string): string[] {
  return text.match(/\d(?:[ .-]?\d)*/g)?.map((run) => run.replace(/\D/g, '')) ?? [];
}

function lastSixOf(runs: readonly string[]): string | null {
  return runs.find((run) => run.length === 6 || run.length === 12)?.slice(-6) ?? null;
}

/** Nothing but digits and the few words people put around them. */
function isOnlyNumber(said: string): boolean {
  const rest = chatKey(said).replace(/\d+/g, ' ').trim().split(/\s+/);
  const around = 'so cuoi la can cuoc cua toi em minh a ah nha nhe day ne 6 sau ma nop nguoi cc da vang';
  return /\d/.test(said) && rest.every((word) => word === '' || around.split(' ').includes(word));
}

const ordinals = ['dau tien|thu nhat|mot', 'thu hai|hai', 'thu ba|ba', 'thu tu|bon', 'thu nam|nam'];

function numberOfOrdinal(bare: string): number | null {
  const word = bare.replace(/^(?:cai|so|muc|chon) /, '');
  const found = ordinals.findIndex((names) => names.split('|').includes(word));
  return found === -1 ? null : found + 1;
}

/** A label offered, written whole, nearly whole, or its beginning when no other begins so. */
function numberOfLabel(bare: string, labels: readonly string[]): number | null {
  const keys = labels.map((label) => chatKey(label));
  const whole = keys.findIndex((key) => key === bare || (bare.length >= 4 && withinOneEdit(key, bare)));
  if (whole !== -1) return whole + 1;
  const beginning = bare.length < 3 ? [] : keys.filter((key) => key.startsWith(`${bare} `));
  return beginning.length === 1 ? keys.findIndex((key) => key === beginning[0]) + 1 : null;
}

function procedureWords(key: string): string[] {
  return key.split(' ').filter((word) => /^[a-z]+$/.test(word) && !statusWords.has(word));
}
