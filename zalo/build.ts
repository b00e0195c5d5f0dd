// Builds what is published: plain JavaScript with types, for Node and bundlers that do not strip types in packages.

import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const room = import.meta.dirname;
const out = process.argv[2] ?? join(room, 'dist');

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const project = join(room, 'tsconfig.build.json');
execFileSync(process.execPath, [compiler, '-p', project, '--outDir', out], { stdio: 'inherit' });

const own: Record<string, unknown> = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'));
const { devDependencies: _tests, scripts: _ours, ...about } = own;
const published = { ...about, exports: { './*': { types: './*.d.ts', default: './*.js' } } };
writeFileSync(join(out, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
for (const name of ['README.md', 'LICENSE']) copyFileSync(join(room, name), join(out, name));
