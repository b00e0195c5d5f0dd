// Finds the top-level `timestamp` of a webhook body as it was written: the signature covers those very characters.

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * The digits of the one top-level `timestamp`, quoted or not. Undefined when the bytes are not a single JSON object,
 * when the key is missing or occurs twice (which one was signed is anyone's guess), or when its value is not plain
 * digits. Read from bytes, without re-serialising, so that nested or quoted look-alikes cannot be taken for it.
 */
export function timestampLexeme(body: Buffer): string | undefined {
  const open = skipSpace(body, hasByteOrderMark(body) ? 3 : 0);
  if (body[open] !== openBrace) return undefined;
  let found: string | undefined;
  let at = skipSpace(body, open + 1);
  while (body[at] === quote) {
    const keyEnd = endOfString(body, at);
    const colonAt = skipSpace(body, keyEnd);
    if (body[colonAt] !== colon) return undefined;
    const valueStart = skipSpace(body, colonAt + 1);
    const valueEnd = endOfValue(body, valueStart);
    if (valueEnd <= valueStart) return undefined;
    if (isTimestampKey(body.toString('utf8', at, keyEnd))) {
      if (found !== undefined) return undefined;
      found = body.toString('latin1', valueStart, valueEnd);
    }
    at = skipSpace(body, valueEnd);
    if (body[at] === comma) at = skipSpace(body, at + 1);
    else break;
  }
  // One object and nothing behind it: where body ends and timestamp begins must not be a matter of opinion.
  if (body[at] !== closeBrace || skipSpace(body, at + 1) !== body.length) return undefined;
  return found === undefined ? undefined : /^("?)(\d{1,20})\1$/.exec(found)?.[2];
}

function isTimestampKey(literal: string): boolean {
  if (literal === '"timestamp"') return true;
  if (!literal.includes('\\')) return false;
  try {
    return JSON.parse(literal) === 'timestamp';
  } catch {
    return false;
  }
}

function hasByteOrderMark(body: Buffer): boolean {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
}

function skipSpace(body: Buffer, from: number): number {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x0a || body[at] === 0x0d || body[at] === 0x09) at += 1;
  return at;
}

/** Index after the closing quote of the string opening at `start`; the end of the bytes if it never closes. */
function endOfString(body: Buffer, start: number): number {
  for (let at = start + 1; at < body.length; at += 1) {
    if (body[at] === backslash) at += 1;
    else if (body[at] === quote) return at + 1;
  }
  return body.length;
}

function endOfValue(body: Buffer, start: number): number {
  const first = body[start];
  if (first === quote) return endOfString(body, start);
  if (first === openBrace || first === openBracket) return endOfNest(body, start);
  let at = start;
  while (at < body.length && !endsScalar(body[at])) at += 1;
  return at;
}

function endsScalar(byte: number | undefined): boolean {
  return byte === comma || byte === closeBrace || byte === closeBracket || byte === undefined || byte <= 0x20;
}

function endOfNest(body: Buffer, start: number): number {
  let depth = 0;
  let at = start;
  while (at < body.length) {
    const byte = body[at];
    if (byte === quote) {
      at = endOfString(body, at);
      continue;
    }
    if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return at;
}
