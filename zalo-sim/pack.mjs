// What `npm pack` needs and the repository does not: JavaScript instead of TypeScript, and a manifest that points to it.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Node strips types only outside node_modules, so an installed package must hold JavaScript. It is made for the
 * moment of packing and taken away again: the repository keeps one truth. The manifest waits meanwhile in `kept`.
 * Works on the room it is called in; `zalo/` uses it too.
 */
const kept = 'package.json.kept';

if (process.argv[2] === 'ready') ready();
else back();

function ready() {
  back();
  execFileSync('tsc', ['-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  copyFileSync('package.json', kept);
  const { scripts: _ours, devDependencies: _tests, ...about } = JSON.parse(readFileSync(kept, 'utf8'));
  const published = {
    engines: { node: '>=24' },
    ...about,
    ...(about.bin && { bin: mapped(about.bin, javascriptOf) }),
    exports: { './*': { types: './dist/*.d.ts', default: './dist/*.js' } },
  };
  writeFileSync('package.json', `${JSON.stringify(published, null, 2)}\n`);
}

function back() {
  if (existsSync(kept)) renameSync(kept, 'package.json');
  rmSync('dist', { recursive: true, force: true });
}

function javascriptOf(source) {
  return source.replace(/^src\/(.+)\.ts$/, './dist/$1.js');
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
