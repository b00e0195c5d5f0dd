// The papers of the repository, held against the code: words of the glossary, paths that exist, links that lead somewhere.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionLabels } from '@motcua/domain/dossier-action';
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
