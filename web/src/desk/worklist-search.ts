// What the worklist's address holds: read from it, and told apart into what narrows the list and what only shows it.

import type { WorklistFilter } from '@motcua/domain/worklist-filter';
import { tabs, type WorklistSearch } from './tabs.ts';

const filterNames = [
  'procedure',
  'status',
  'urgency',
  'unit',
  'officer',
  'from',
  'to',
  'sort',
] as const satisfies readonly (keyof WorklistFilter)[];

/** The server judges what a filter says; an address that means nothing is answered with a sentence that names it. */
export function readWorklistSearch(search: Record<string, unknown>): WorklistSearch {
  const tab = tabs.find((name) => name === search['tab']);
  const offset = Number(search['offset']);
  const q = search['q'];
  const filter = Object.fromEntries(
    filterNames.flatMap((name) => (isText(search[name]) ? [[name, String(search[name]).slice(0, 60)]] : [])),
  ) as WorklistFilter;
  return {
    ...(tab === undefined ? {} : { tab }),
    // The router reads `?q=42` as a number.
    ...(isText(q) ? { q: String(q).slice(0, 200) } : {}),
    ...filter,
    ...(Number.isInteger(offset) && offset > 0 ? { offset } : {}),
    ...(typeof search['hs'] === 'string' ? { hs: search['hs'] } : {}),
  };
}

function isText(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** What narrows and orders the list, without the search words. */
export function filterOf(search: WorklistSearch): WorklistFilter {
  return Object.fromEntries(
    filterNames.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
}

/** The address with other filters, from its first page; undefined takes one out. */
export function withFilter(
  { offset: _offset, ...search }: WorklistSearch,
  change: { [Name in keyof WorklistFilter]?: WorklistFilter[Name] | undefined },
): WorklistSearch {
  const { tab = 'mine' } = search;
  const merged = { ...search, tab, ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}
