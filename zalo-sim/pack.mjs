// What `npm pack` needs and the repository does not: JavaScript instead of TypeScript, and a manifest that points to it.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Node strips types only outside node_modules, so an installed package must hold JavaScript. It is made for the
 * moment of packing and taken away again: the repository keeps one truth. The manifest waits meanwhile in `kept`.
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
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  manifest.bin = { 'zalo-sim': './dist/cli.js' };
  manifest.exports = { './*': { types: './dist/*.d.ts', default: './dist/*.js' } };
  manifest.engines = { node: '>=24' };
  delete manifest.scripts;
  writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function back() {
  if (existsSync(kept)) renameSync(kept, 'package.json');
  rmSync('dist', { recursive: true, force: true });
}
