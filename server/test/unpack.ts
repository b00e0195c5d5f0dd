// Reads back an archive that we wrote: its files by name.

import { inflateRawSync } from 'node:zlib';

/** The files in their order. Knows only what `platform/zip.ts` writes: no comment, everything deflated. */
export function unpack(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const packed = archive.readUInt32LE(at + 18);
    const title = archive.readUInt16LE(at + 26);
    const start = at + 30 + title;
    files.set(
      archive.toString('utf8', at + 30, start),
      inflateRawSync(archive.subarray(start, start + packed)),
    );
    at = start + packed;
  }
  return files;
}
