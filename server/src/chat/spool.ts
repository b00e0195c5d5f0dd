// The spool: files in the data folder that take events while PostgreSQL is away. What it acknowledges is on the disk.

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { crashPoint } from '../platform/crash-point.ts';
import type { Secrets } from '../platform/secrets.ts';
import { together } from '../platform/together.ts';
import type { Entry } from './entry.ts';
import { openRecord, readRecords, writeRecord } from './spool-record.ts';

/** A closed file of the spool, read whole. */
export interface Segment {
  entries: Entry[];
  damagedBytes: number;
  /** Ends its life, after every entry is committed. One that is damaged, or could not all be written, is put aside. */
  end(how: 'done' | 'put_aside'): Promise<void>;
}

export interface Spool {
  /** Resolves when the entry would survive a power cut. Rejects when it may not: then nobody may be told that it is kept. */
  append(entry: Entry): Promise<void>;
  /** Events acknowledged by this process and not yet removed; those found at the start count as soon as they are read. */
  waiting(): number;
  /** Nothing is in it and nothing is on its way into it. */
  isEmpty(): boolean;
  /** The oldest file, closed first if it is still being written. Undefined when there is none. */
  oldest(): Promise<Segment | undefined>;
  close(): Promise<void>;
}

const ending = '.spool';
const aside = '.aside';
const segmentBytes = 8 * 1024 * 1024;
/** The database may need the rest of the disk to come back. */
const leastFreeBytes = 256 * 1024 * 1024;

/** Where the spool of an office lies. */
export function spoolFolderOf(dataDir: string): string {
  return join(dataDir, 'spool');
}

/** Opens the folder, making it when it is not there; files of a former process are the oldest. */
export function openSpool(folder: string, secrets: Secrets): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const closed = segmentNames(folder);
  let last = Number.parseInt(closed.at(-1) ?? '0', 10);
  let active: { name: string; file: FileHandle; bytes: number; records: number } | undefined;
  let onTheirWay = 0;
  const counts = new Map<string, number>();

  async function openSegment() {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < leastFreeBytes) throw new Error('The disk of the spool is nearly full.');
    last += 1;
    const name = String(last).padStart(10, '0') + ending;
    const file = await open(join(folder, name), 'ax', 0o600);
    active = { name, file, bytes: 0, records: 0 };
    // The name must survive a power cut as well as the content.
    const directory = await open(folder);
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
    return active;
  }

  async function closeSegment(): Promise<void> {
    if (active === undefined) return;
    const { name, file, records } = active;
    active = undefined;
    closed.push(name);
    counts.set(name, records);
    await file.close().catch(() => {});
  }

  async function write(records: readonly Buffer[]): Promise<void[]> {
    try {
      const segment = active ?? (await openSegment());
      crashPoint('spool.append.before');
      const bytes = Buffer.concat(records);
      await segment.file.appendFile(bytes);
      await segment.file.datasync();
      crashPoint('spool.append.after');
      segment.bytes += bytes.length;
      segment.records += records.length;
      if (segment.bytes >= segmentBytes) await closeSegment();
    } catch (error) {
      // Behind a torn record nothing more is written.
      await closeSegment();
      throw error;
    }
    return records.map(() => undefined);
  }

  // Appends and closings never meet: they go through the same single file.
  const enter = together<Buffer | 'close', void>(
    async (asked) => {
      const records = asked.filter((one) => one !== 'close');
      if (records.length > 0) await write(records);
      if (records.length < asked.length) await closeSegment();
      return asked.map(() => undefined);
    },
    { most: 1000 },
  );

  return {
    async append(entry) {
      onTheirWay += 1;
      try {
        await enter(writeRecord(secrets, entry));
      } finally {
        onTheirWay -= 1;
      }
    },
    waiting: () => [...counts.values()].reduce((sum, count) => sum + count, active?.records ?? 0),
    isEmpty: () => onTheirWay === 0 && active === undefined && closed.length === 0,
    async oldest() {
      if (closed.length === 0) await enter('close');
      const [name] = closed;
      if (name === undefined) return undefined;
      const path = join(folder, name);
      const { contents, damagedBytes } = readRecords(await readFile(path));
      counts.set(name, contents.length);
      return {
        entries: contents.map((content) => openRecord(secrets, content)),
        damagedBytes,
        async end(how) {
          await (how === 'done' ? rm(path) : rename(path, path + aside));
          closed.splice(closed.indexOf(name), 1);
          counts.delete(name);
        },
      };
    },
    close: () => enter('close'),
  };
}

/** What lies in a spool, for whoever looks from another process: events, and files that were put aside. */
export function countSpooled(folder: string): { waiting: number; putAside: number } {
  if (!existsSync(folder)) return { waiting: 0, putAside: 0 };
  const records = (name: string) => readRecords(readFileSync(join(folder, name))).contents.length;
  return {
    waiting: segmentNames(folder).reduce((sum, name) => sum + records(name), 0),
    putAside: readdirSync(folder).filter((name) => name.endsWith(aside)).length,
  };
}

function segmentNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}
