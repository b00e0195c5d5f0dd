// What is published, installed in an empty folder: it runs as plain JavaScript, and its types are found.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'zalo-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}

test('the package works where nothing strips types', { timeout: 60_000 }, () => {
  const room = join(import.meta.dirname, '..');
  node(
    '--disable-warning=ExperimentalWarning',
    join(room, 'build.ts'),
    join(folder, 'node_modules/@motcua/zalo'),
  );
  const program = `import { oaErrorPolicy } from '@motcua/zalo/errors';
import { textMessage, type Built } from '@motcua/zalo/messages';
const built: Built = textMessage('Chào');
// @ts-expect-error its types are found: there is no such field
void oaErrorPolicy(-216).nothing;
console.log(built.kind, oaErrorPolicy(-216).action);
`;
  writeFileSync(join(folder, 'main.mts'), program);
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck'];
  node(compiler, 'main.mts', ...options);
  expect(node('main.mjs')).toBe('message refresh_token\n');
});
