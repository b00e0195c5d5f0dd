// Keeps a street on disk: one JSON file written whole and renamed into place, and a folder of media bytes.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fieldsOf, parseJson } from './json.ts';
import type { State } from './model.ts';
import type { MediaBytes } from './parts.ts';

export interface StateKeeper {
  /** Says that something changed; the file follows shortly. */
  changed(): void;
  /** Resolves when the file holds the latest state. */
  flush(): Promise<void>;
}

/** How long changes are gathered before the file is written. */
const gatherMs = 100;

/** What an earlier run left in this file; undefined when there is none. Throws when it is not a street. */
export function loadState(file: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (fieldsOf(error)['code'] === 'ENOENT') return undefined;
    throw error;
  }
  const state = parseJson(text);
  if (!isState(state)) throw new Error(`${file} is not a street of this version; move it away to start anew`);
  return state;
}

export function createStateKeeper(file: string, state: State): StateKeeper {
  mkdirSync(dirname(file), { recursive: true });
  let changes = 0;
  let written = 0;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function writeOnce(): Promise<void> {
    const upTo = changes;
    const draft = `${file}.draft`;
    await writeFile(draft, JSON.stringify(state), { flush: true });
    await rename(draft, file);
    written = upTo;
  }

  /** One writer at a time; what changes meanwhile is written after. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    if (written === changes) return;
    writing ??= writeOnce().finally(() => {
      writing = undefined;
    });
    await writing;
    if (written !== changes) await flush();
  }

  return {
    changed() {
      changes += 1;
      timer ??= setTimeout(() => void flush().catch(complain), gatherMs).unref();
    },
    flush,
  };
}

/** Media bytes in a folder, one file each. */
export function createFolderBytes(folder: string): MediaBytes {
  mkdirSync(folder, { recursive: true });
  return {
    put: (id, bytes) => writeFileSync(join(folder, id), bytes),
    get(id) {
      try {
        return readFileSync(join(folder, id));
      } catch {
        return undefined;
      }
    },
  };
}

/** The file is our own: its version vouches for the rest. */
function isState(value: unknown): value is State {
  return fieldsOf(value)['version'] === 1;
}

function complain(error: unknown): void {
  process.stderr.write(`zalo-sim: the state could not be written: ${String(error)}\n`);
}
