// What `npm pack` makes, installed in an empty folder: it runs as plain JavaScript, and its types are found.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const house = join(import.meta.dirname, '../..');
const workshop = mkdtempSync(join(tmpdir(), 'zalo-package-'));
const copy = join(workshop, 'zalo');
const app = join(workshop, 'app');
afterAll(() => rmSync(workshop, { recursive: true }));

const PATH = `${join(house, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
const node = (cwd: string, ...args: string[]) =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8', env: { ...process.env, PATH } });

test('the package works where nothing strips types', { timeout: 60_000 }, () => {
  cpSync(join(house, 'tsconfig.base.json'), join(workshop, 'tsconfig.base.json'));
  for (const part of ['src', 'package.json', 'tsconfig.build.json'])
    cpSync(join(house, 'zalo', part), join(copy, part), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(workshop, 'node_modules'));
  node(copy, join(house, 'zalo-sim/pack.mjs'), 'ready');
  for (const part of ['dist', 'package.json'])
    cpSync(join(copy, part), join(app, 'node_modules/@motcua/zalo', part), { recursive: true });
  const program = `import { oaErrorPolicy } from '@motcua/zalo/errors';
import { textMessage, type Built } from '@motcua/zalo/messages';
const built: Built = textMessage('Chào');
// @ts-expect-error its types are found: there is no such field
void oaErrorPolicy(-216).nothing;
console.log(built.kind, oaErrorPolicy(-216).action);
`;
  writeFileSync(join(app, 'main.mts'), program);
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck'];
  node(app, compiler, 'main.mts', ...options);
  expect(node(app, 'main.mjs')).toBe('message refresh_token\n');
});
