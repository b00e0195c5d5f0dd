// Starts what is measured as processes of their own, and asks them: servers, the load generator.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadPlan, LoadResult } from './load.ts';

export interface RunningServer {
  port: number;
  stop: () => Promise<void>;
}

/** `file` of this folder, told `args`; it sends its port when it listens. */
export async function startServer(file: string, ...args: string[]): Promise<RunningServer> {
  const child = start(file, args);
  const port = await Promise.race([
    once(child, 'message').then(([message]) => Number(message)),
    once(child, 'exit').then(() => {
      throw new Error(`${file} ended before it listened`);
    }),
  ]);
  return { port, stop: () => end(child) };
}

/** Drives a server and gives what was seen. */
export async function load(plan: LoadPlan): Promise<LoadResult> {
  const child = start('load.ts', []);
  child.send(plan);
  const [result] = (await once(child, 'message')) as [LoadResult];
  await end(child);
  return result;
}

/** Writes requests where the load generator reads them. */
export function writeRequests(folder: string, name: string, requests: readonly string[]): string {
  const path = join(folder, `${name}.requests`);
  writeFileSync(path, requests.join('\0'));
  return path;
}

/** A request as it goes over the wire. */
export function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`);
  if (body !== '') lines.push(`content-length: ${Buffer.byteLength(body)}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

function start(file: string, args: string[]): ChildProcess {
  return fork(join(import.meta.dirname, file), args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
