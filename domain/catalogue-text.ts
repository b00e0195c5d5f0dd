// Text of imported catalogues made safe to keep: composed, without invisible characters, within its limits.

/** Something in an imported row that a person should look at; the row is taken in all the same. */
export interface Doubt {
  /** The field, as an operator knows it: `Thời hạn (trực tiếp)`. */
  field: string;
  /** What was found and what was assumed. */
  problem: string;
}

/** Control characters but tab and newline, halves of characters, and what prints nothing, as soft hyphens do. */
const invisible = /(?![\t\n])\p{Cc}|\p{Cf}|\p{Cs}/gu;

/** True for a plain object, such as a record of a file. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** NFC, without invisible characters, with single spaces; lines are kept. Anything but text and numbers is empty. */
export function cleanText(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return '';
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Clean text on one line. */
export function cleanLine(value: unknown): string {
  return cleanText(value).replace(/\n+/g, ' ');
}

/** Cuts text to a length at a word's end, closing with `…`; the text itself when it is short enough. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  const space = head.lastIndexOf(' ');
  const cut = space > length / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[\s,;:.(/-]+$/u, '')}…`;
}

/**
 * A name of at most 60 characters for lists and chat: without the word "Thủ tục" that every name could begin with,
 * then cut at a word's end.
 */
export function shortNameOf(name: string): string {
  const bare = name.replace(/^thủ tục\s+(?=\S)/iu, '');
  return cutAtWord(bare.charAt(0).toUpperCase() + bare.slice(1), 60);
}

/** Text within a limit; when it had to be cut, a doubt says so. */
export function within(text: string, limit: number, field: string, doubts: Doubt[]): string {
  if (text.length <= limit) return text;
  doubts.push({
    field,
    problem: `dài ${text.length} ký tự, hệ thống giữ tối đa ${limit}; phần sau đã được cắt.`,
  });
  return cutAtWord(text, limit);
}
