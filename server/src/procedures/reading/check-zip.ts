// Checks that a ZIP archive is whole before a workbook reader sees it: a damaged one can hang or crash the reader.

import { crc32, inflateRawSync } from 'node:zlib';

/** More than this, unpacked, is no catalogue but a trap. */
const unpackedLimit = 256 * 1024 * 1024;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;

interface Entry {
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  start: number;
}

/** True when every entry is there, unpacks to its stated size and has its checksum, all together within the limit. */
export function isSoundZip(bytes: Buffer, limit = unpackedLimit): boolean {
  try {
    const entries = readEntries(bytes);
    if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > limit) return false;
    return entries.length > 0 && entries.every((entry) => isSound(bytes, entry));
  } catch {
    // Offsets beyond the file and broken deflate data throw; both mean the archive is damaged.
    return false;
  }
}

function readEntries(bytes: Buffer): Entry[] {
  const end = findEnd(bytes);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error('no entry');
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== localMark) throw new Error('no local header');
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - endSize - longestComment);
  for (let at = bytes.length - endSize; at >= least; at -= 1) {
    if (bytes.readUInt32LE(at) === endMark) return at;
  }
  throw new Error('no end of the central directory');
}

function isSound(bytes: Buffer, entry: Entry): boolean {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  const content =
    entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  return content.length === entry.unpacked && crc32(content) === entry.crc;
}
