// Writes ZIP archives: for packages and workbooks that leave the house. The same files always give the same bytes.

import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { Instant } from '@motcua/domain/time';

export interface ZipFile {
  /** With `/` between folders. */
  name: string;
  data: Buffer;
}

const deflate = promisify(deflateRaw);
/** Names are UTF-8 (bit 11), contents deflated. */
const flags = 0x0800;
const deflated = 8;
const versionNeeded = 20;

/** Packs the files in their order; `at` is the time each bears. For archives far below 4 GB and 65,535 files. */
export async function zipOf(files: readonly ZipFile[], at: Instant): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of files) {
    const packed = await deflate(data);
    const title = Buffer.from(name, 'utf8');
    const common = commonFields(at, crc32(data), packed.length, data.length, title.length);
    const local = Buffer.concat([signature(0x04034b50), common, title]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), word(versionNeeded), common, central, title);
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, signature(0x06054b50), end]);
}

/** What the header before a file and its line in the directory share. */
function commonFields(at: Instant, crc: number, packed: number, unpacked: number, title: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(versionNeeded, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(deflated, 4);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (at.match(/\d+/g) ?? []).map(Number);
  fields.writeUInt16LE((hour << 11) | (minute << 5), 6);
  fields.writeUInt16LE(((year - 1980) << 9) | (month << 5) | day, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(unpacked, 18);
  fields.writeUInt16LE(title, 22);
  return fields;
}

function signature(mark: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(mark);
  return bytes;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
