// How an event lies in the spool: sealed, with its length and a checksum, so that a torn or damaged piece is recognised.

import { crc32 } from 'node:zlib';
import type { Secrets } from '../platform/secrets.ts';
import type { Entry } from './entry.ts';

const mark = Buffer.from('MCSP');
/** Mark, length of the content, checksum of the content. */
const headBytes = mark.length + 8;
const purpose = 'intake-spool/v1';

/** Personal data must not lie open on a disk: the whole entry is sealed with the office's key. */
export function writeRecord(secrets: Secrets, { tenantId, event }: Entry): Buffer {
  const plain = { tenantId, event: { ...event, raw: event.raw?.toString('base64') ?? null } };
  const content = Buffer.from(secrets.seal(JSON.stringify(plain), purpose));
  const head = Buffer.alloc(headBytes);
  mark.copy(head);
  head.writeUInt32BE(content.length, mark.length);
  head.writeUInt32BE(crc32(content), mark.length + 4);
  return Buffer.concat([head, content]);
}

export interface ReadRecords {
  /** Whole records, in the order in which they were written; each still sealed. */
  contents: string[];
  /**
   * Bytes that are no record and have a whole one behind them: the disk has lost something that was acknowledged. A
   * torn tail is none of it: nobody was told that it was kept.
   */
  damagedBytes: number;
}

/** Finds every whole record, also behind a damaged piece. */
export function readRecords(bytes: Buffer): ReadRecords {
  const contents: string[] = [];
  let damagedBytes = 0;
  let wholeUntil = 0;
  for (let at = bytes.indexOf(mark); at !== -1; ) {
    const content = contentAt(bytes, at);
    if (content === undefined) {
      at = bytes.indexOf(mark, at + 1);
      continue;
    }
    damagedBytes += at - wholeUntil;
    contents.push(content.toString('latin1'));
    wholeUntil = at + headBytes + content.length;
    at = bytes.indexOf(mark, wholeUntil);
  }
  return { contents, damagedBytes };
}

/** Throws `SealBroken` when the key is another one. */
export function openRecord(secrets: Secrets, content: string): Entry {
  const { tenantId, event } = JSON.parse(secrets.open(content, purpose)) as Plain;
  return { tenantId, event: { ...event, raw: event.raw === null ? null : Buffer.from(event.raw, 'base64') } };
}

type Plain = { tenantId: string; event: Omit<Entry['event'], 'raw'> & { raw: string | null } };

function contentAt(bytes: Buffer, at: number): Buffer | undefined {
  if (at + headBytes > bytes.length) return undefined;
  const length = bytes.readUInt32BE(at + mark.length);
  const content = bytes.subarray(at + headBytes, at + headBytes + length);
  return content.length === length && crc32(content) === bytes.readUInt32BE(at + mark.length + 4)
    ? content
    : undefined;
}
