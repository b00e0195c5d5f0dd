// Reads catalogues kept as one JSON document: an array of records, or `{ "procedures": [...] }`.

import { readFile } from 'node:fs/promises';
import { isRecord } from '@motcua/domain/catalogue-text';
import { faults } from './faults.ts';
import type { RawRow, ReadFault } from './raw-row.ts';
import { firstBadByte } from './read-lines.ts';

/** The records of a JSON document; a row's `line` is its place in the list, from 1. */
export async function* readJson(file: string): AsyncGenerator<RawRow | ReadFault> {
  const list = await loadList(file);
  if (!Array.isArray(list)) {
    yield list;
    return;
  }
  for (const [index, record] of list.entries()) {
    yield isRecord(record) ? { line: index + 1, record } : faults.notRecord(index + 1);
  }
}

/** How many records the document holds, or null when it cannot be read. */
export async function countJson(file: string): Promise<number | null> {
  const list = await loadList(file);
  return Array.isArray(list) ? list.length : null;
}

async function loadList(file: string): Promise<unknown[] | ReadFault> {
  const bytes = await readFile(file);
  const bad = firstBadByte(bytes);
  if (bad !== -1) return faults.notUtf8(lineAt(bytes.subarray(0, bad).toString('latin1')), bad);
  const text = bytes.toString('utf8').replace(/^\uFEFF/u, '');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return syntaxFault(text, error);
  }
  const list = isRecord(document) ? document.procedures : document;
  return Array.isArray(list) ? list : faults.noList();
}

/** JSON.parse names a position in most messages, and the end of the text in the rest. */
function syntaxFault(text: string, error: unknown): ReadFault {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const wasCut =
    position === undefined ? /end of JSON|unterminated/i.test(message) : +position >= text.length;
  const cutString = /unterminated/i.test(message);
  return faults.brokenJson(lineAt(text.slice(0, +(position ?? text.length))), wasCut || cutString);
}

function lineAt(before: string): number {
  return before.split('\n').length;
}
