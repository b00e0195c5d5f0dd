// The papers of the repository, held against the code: words of the glossary, paths that exist, links that lead somewhere.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileCalendar } from '@motcua/domain/calendar';
import { actionLabels } from '@motcua/domain/dossier-action';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { proveProcess } from '@motcua/domain/process-proof';
import { readProcessRow } from '@motcua/domain/process-read';
import { statuses } from '@motcua/domain/status';
import { roleLabels } from '@motcua/domain/wording';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const papers = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
];

test('the glossary has every status with its number, every action and every role, in the words people read', () => {
  const glossary = read('GLOSSARY.md');
  for (const [status, { national, label }] of Object.entries(statuses))
    expect(glossary).toContain(`| ${national} | ${label} | \`${status}\` |`);
  for (const [name, label] of Object.entries({ ...actionLabels, ...roleLabels }))
    expect(glossary).toContain(`| ${label} | \`${name}\` |`);
});

/** Places a short path may start from; a bare file name is found by the sentence around it and is not checked. */
const starts = ['', 'server/src', 'server/migrations'];

test.each(papers)('%s names only files that exist', (paper) => {
  const named = [...read(paper).matchAll(/`([\w.-]+\/[\w./-]+)`/g)].map(([, path = '']) => path);
  const files = named.filter((path) => /\.(ts|tsx|sql|md|mjs)$/.test(path));
  expect(files.filter((path) => !starts.some((start) => existsSync(join(root, start, path))))).toEqual([]);
});

test.each(papers)('%s links to pages that exist', (paper) => {
  const links = [...read(paper).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(join(root, dirname(paper), path)))).toEqual([]);
});

test('the process of the paper on files is read as it stands, and proved', () => {
  const [, sample = ''] = /```json\n([\s\S]*?)```/.exec(read('docs/processes.md')) ?? [];
  const { process, findings } = readProcessRow(JSON.parse(sample));
  if (process === null) throw new Error('The sample is a process.');
  const calendar = compileCalendar(officialCalendarSpec);
  const term = { unit: 'working_day', value: 3 } as const;
  const { violations } = proveProcess(process, { term, calendar, staff: null, unitName: (code) => code });
  expect([findings, violations]).toEqual([[], []]);
});
