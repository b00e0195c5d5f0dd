#!/usr/bin/env node
// Runs the command line with the Node that this release is made for, whichever Node started it.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 24;
const cli = new URL('../src/cli.ts', import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= oldestNode) await import(cli.href);
else runWithPinnedNode();

function runWithPinnedNode() {
  const child = spawn(pinnedNode(), [fileURLToPath(cli), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the command as well: it decides when it is done, and we wait for it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', () => stop());
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function pinnedNode() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
  } catch {
    return stop();
  }
}

function stop() {
  console.error(
    `Một Cửa cần Node ${oldestNode}, máy này đang dùng ${process.version}; hãy chạy "npm ci" trong thư mục dự án để cài đúng bản.`,
  );
  process.exit(1);
}
