// The package as strangers get it: made from the sources, put under node_modules, started by its command.

import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const room = join(import.meta.dirname, '..');
const binaries = join(room, '../node_modules/.bin');
const env = { ...process.env, PATH: `${binaries}:${process.env['PATH'] ?? ''}` };
let workshop: string;
let installed: string;

beforeAll(async () => {
  workshop = mkdtempSync(join(tmpdir(), 'pack-'));
  const copy = join(workshop, 'zalo-sim');
  cpSync(join(room, '../tsconfig.base.json'), join(workshop, 'tsconfig.base.json'));
  for (const part of ['src', 'phone', 'package.json', 'pack.mjs', 'tsconfig.build.json']) {
    cpSync(join(room, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(room, '../node_modules'), join(workshop, 'node_modules'));
  await run('node', ['pack.mjs', 'ready'], { cwd: copy, env });
  installed = join(workshop, 'app/node_modules/@motcua/zalo-sim');
  mkdirSync(installed, { recursive: true });
  for (const part of ['dist', 'phone', 'package.json'])
    cpSync(join(copy, part), join(installed, part), { recursive: true });
  await run('node', ['pack.mjs', 'back'], { cwd: copy, env });
  expect(readFileSync(join(copy, 'package.json'), 'utf8')).toBe(
    readFileSync(join(room, 'package.json'), 'utf8'),
  );
  renameSync(copy, join(workshop, 'put-away'));
}, 60_000);
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

test('the manifest points to JavaScript', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({
    bin: { 'zalo-sim': './dist/cli.js' },
    exports: { './*': { types: './dist/*.d.ts', default: './dist/*.js' } },
    engines: { node: '>=24' },
  });
});

test('the command starts a street whose phone page is whole', async () => {
  const command = spawn('node', [join(installed, 'dist/cli.js'), '--port', '0', '--seed', 'gói'], { env });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      command.stdout.on('data', (said: Buffer) => {
        const found = /http:\/\/\S+?(?=\/\s)/.exec(said.toString())?.[0];
        if (found) resolve(found);
      });
      command.once('exit', (code) => reject(new Error(`the command ended with ${code}`)));
    });
    expect((await fetch(url)).status).toBe(200);
    const script = await (await fetch(`${url}/phone/cards.ts`)).text();
    expect(script).toContain('export function drawCard(message');
    expect(script).not.toContain('MessageView');
    expect((await fetch(`${url}/vendor/qr/decode.js`)).status).toBe(200);
  } finally {
    command.kill();
  }
}, 20_000);

test('the command says in one sentence what is wrong', async () => {
  const cli = join(installed, 'dist/cli.js');
  const said = (...args: string[]) =>
    run('node', [cli, ...args], { env }).catch((error: unknown) => String(error));
  expect(await said('--port', 'x')).toContain('zalo-sim: --port is a number from 0 to 65535');
  expect(await said('--callback-url', 'x')).toContain('--callback-url is an http or https address');
  expect(await said('--webhook', 'x')).toContain('zalo-sim: --webhook is an http or https address');
  expect(await said('--colour')).toContain('--help lists the options');
}, 20_000);
