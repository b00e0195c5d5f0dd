// The README against the code: its table of errors is the code's, and it names every file.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oaErrors } from '../src/errors.ts';
import { graphErrors } from '../src/graph.ts';
import type { ErrorRow, ErrorTable } from '../src/policy.ts';
import { zbsErrors } from '../src/zbs-errors.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** `defer, morning` */
function rowName([action, , until]: ErrorRow): string {
  return until === undefined ? action : `${action}, ${until}`;
}

/** `-32, -214` for a row name, in the order of the numbers. */
function codesWith(table: ErrorTable, action: string): string {
  return Object.entries(table)
    .filter(([, row]) => rowName(row) === action)
    .map(([code]) => Number(code))
    .sort((one, other) => Math.abs(one) - Math.abs(other))
    .join(', ');
}

test('which codes mean what', () => {
  const tables = [oaErrors, zbsErrors, graphErrors];
  const actions = new Set(tables.flatMap((table) => Object.values(table).map(rowName)));
  const rows = [...actions].sort().map((action) => {
    const codes = tables.map((table) => codesWith(table, action));
    return `| \`${action}\` | ${codes.join(' | ')} |`.replace(/ {2,}/g, ' ');
  });
  expect(readme).toContain(rows.join('\n'));
});

test('every file that can be imported is named, and no other', () => {
  const files = readdirSync(new URL('../src', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3));
  const [, table = ''] = readme.split('| File | What |');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
  );
  expect(named).toHaveLength(files.length);
  expect(new Set(named)).toEqual(new Set(files));
  const imported = [...readme.matchAll(/@motcua\/zalo\/([\w-]+)/g)].map(([, name]) => name);
  expect(imported.filter((name) => name === undefined || !files.includes(name))).toEqual([]);
});
