// Reads a text file line by line without ever holding more than one line of it.

import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** No line of a catalogue is longer: the longest national record has about 0.2 MB. */
export const longestLine = 4 * 1024 * 1024;

/** One line as bytes; `null` when it is too long to hold. `offset` is the byte at which it begins. */
export interface ByteLine {
  line: number;
  offset: number;
  bytes: Buffer | null;
  /** False for a last line that the file ends without a line break. */
  ended: boolean;
}

const lineBreak = 0x0a;

/** The lines of a file, a byte-order mark left out. Memory stays below one line and one chunk. */
export async function* readLines(file: string): AsyncGenerator<ByteLine> {
  let line = 1;
  let offset = 0;
  let parts: Buffer[] = [];
  let held = 0;
  const take = (ended: boolean): ByteLine => {
    const bytes = held > longestLine ? null : withoutMark(Buffer.concat(parts), offset);
    const taken = { line, offset, bytes, ended };
    offset += held + 1;
    line += 1;
    parts = [];
    held = 0;
    return taken;
  };
  for await (const chunk of createReadStream(file)) {
    if (!Buffer.isBuffer(chunk)) continue;
    let start = 0;
    for (let end = chunk.indexOf(lineBreak); end !== -1; end = chunk.indexOf(lineBreak, start)) {
      hold(chunk.subarray(start, end));
      yield take(true);
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (held > 0) yield take(false);

  /** Bytes beyond the limit are counted, not kept. */
  function hold(part: Buffer): void {
    held += part.length;
    if (held <= longestLine) parts.push(part);
  }
}

function withoutMark(bytes: Buffer, offset: number): Buffer {
  return offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? bytes.subarray(3)
    : bytes;
}

/** The index of the first byte that is not UTF-8, or -1. A character cut at the very end counts as wrong. */
export function firstBadByte(bytes: Buffer): number {
  if (isUtf8(bytes)) return -1;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = characterStart(bytes, (good + bad) >> 1, good);
    if (middle <= good) break;
    if (isUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (good < bad) {
    const next = characterEnd(bytes, good);
    if (!isUtf8(bytes.subarray(good, next))) return good;
    good = next;
  }
  return good;
}

/** Moves an index back to where a character begins, so that cutting there breaks none. */
function characterStart(bytes: Buffer, index: number, least: number): number {
  let start = index;
  while (start > least && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}

function characterEnd(bytes: Buffer, start: number): number {
  let end = start + 1;
  while (end < bytes.length && end - start < 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end += 1;
  return end;
}
