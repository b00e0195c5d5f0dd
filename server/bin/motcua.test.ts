// The command finds its Node: it stays in a new one, moves from an old one, and says what is missing.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Makes the Node that starts the command look old; the one it moves to is not told. */
const old = [
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})`,
];

let project: string;
let command: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'motcua-bin-'));
  command = join(project, 'bin', 'motcua.mjs');
  for (const folder of ['bin', 'src', 'node_modules/node/bin'])
    mkdirSync(join(project, folder), { recursive: true });
  copyFileSync(new URL('./motcua.mjs', import.meta.url), command);
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(join(project, 'node_modules/node/package.json'), '{}');
  symlinkSync(process.execPath, join(project, 'node_modules/node/bin/node'));
  writeCommandLine(
    `console.log(process.versions.node.split('.')[0], process.argv.slice(2).join()); process.exit(7);`,
  );
});

afterEach(() => rmSync(project, { recursive: true }));

test.each([
  ['new', []],
  ['old', old],
])('started with Node that is %s: arguments go in, the exit code comes out', (_, flags) => {
  const { stdout, status } = spawnSync(process.execPath, [...flags, command, 'due', '--json'], {
    encoding: 'utf8',
  });
  expect({ stdout, status }).toEqual({ stdout: '24 due,--json\n', status: 7 });
});

test('told to end, it tells the command and gives its answer', async () => {
  writeCommandLine(
    `process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up');`,
  );
  const running = spawn(process.execPath, [...old, command], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(running.stdout, 'data');
  running.kill('SIGTERM');
  expect(await once(running, 'exit')).toEqual([9, null]);
});

test('without the pinned Node it says how to get it', () => {
  rmSync(join(project, 'node_modules'), { recursive: true });
  const { stderr, status } = spawnSync(process.execPath, [...old, command], { encoding: 'utf8' });
  expect(stderr).toMatch(/^Một Cửa cần Node 24.*npm ci.*\n$/);
  expect(status).toBe(1);
});

function writeCommandLine(script: string): void {
  writeFileSync(join(project, 'src', 'cli.ts'), script);
}
