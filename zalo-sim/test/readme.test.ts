// The README names every switch with its default, every fault, every path of Zalo and every control call.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { strikesAt } from '../src/faults-kinds.ts';
import { defaultSettings } from '../src/settings.ts';

const room = join(import.meta.dirname, '..');
const readme = readFileSync(join(room, 'README.md'), 'utf8');

test('every switch stands there with its default', () => {
  for (const [name, value] of Object.entries(defaultSettings)) {
    const row = readme.split('\n').find((one) => one.startsWith(`| \`${name}\` |`));
    const shown = row?.split('|')[2]?.trim().replaceAll('`', '').replace('−', '-');
    const isNone = value === null || (Array.isArray(value) && value.length === 0);
    expect(`${name}: ${shown ?? 'no row'}`).toBe(`${name}: ${isNone ? 'none' : String(value)}`);
  }
});

test.each(Object.keys(strikesAt))('the fault %s', (kind) => {
  expect(readme).toContain(`\`${kind}\``);
});

test('every path that is served', () => {
  const sources = readdirSync(join(room, 'src')).filter((name) => name.endsWith('routes.ts'));
  const code = sources.map((name) => readFileSync(join(room, 'src', name), 'utf8')).join('\n');
  const paths = [...code.matchAll(/'(\/(?:v\d|message|template|rating|quality|control)[^'$]*)'/g)].map(
    ([, path = '']) => path,
  );
  expect(paths.length).toBeGreaterThan(50);
  const missing = paths.filter((path) => {
    const last = path.slice(path.lastIndexOf('/'));
    return !readme.includes(path) && !readme.includes(`\`${last}\``) && !readme.includes(`…${last}\``);
  });
  expect(missing).toEqual([]);
  const acts = [...code.matchAll(/^  on\('([a-z-]+)'/gm)].map(([, act = '']) => act);
  const unnamed = acts.filter((act) => !new RegExp(`[\`/…]${act}[\`?]`).test(readme));
  expect(unnamed).toEqual([]);
});
