// Runs the command line as a shell would: a process of its own, with its words, settings and exit code.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** Settings of the surrounding shell are left out, so that a test means the same everywhere. */
export async function runMotcua(
  words: readonly string[],
  settings: Record<string, string> = {},
  input = '',
): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...settings };
  const child = spawn(process.execPath, [cli, ...words], { env });
  child.stdin.on('error', () => {}).end(input);
  const ended = once(child, 'close');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, err };
}
