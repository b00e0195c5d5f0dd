// Statements as templates: values travel apart from the text, and a text that was met before is not put together again.

import { createHash } from 'node:crypto';

const part = Symbol('sql');

/** A statement, or a part of one: the pieces of its text, and between them values or further parts. */
export interface Sql {
  readonly [part]: true;
  readonly pieces: readonly string[];
  readonly between: readonly unknown[];
}

/** What goes to the server. */
export interface Statement {
  /** Absent: it is planned each time. */
  name?: string;
  text: string;
  values: unknown[];
}

/** Values become parameters; what `sql` itself made becomes part of the text. */
export const sql = Object.assign(
  (pieces: readonly string[], ...between: readonly unknown[]): Sql => ({ [part]: true, pieces, between }),
  {
    /** Parts with commas between them. */
    join: (parts: readonly Sql[]): Sql => ({ [part]: true, pieces: commas(parts.length), between: parts }),
    /** The name of a table or a column. */
    id: (name: string): Sql => ({ [part]: true, pieces: identifier(name), between: [] }),
  },
);

/**
 * Where the statements go that have begun alike: by the pieces of the part that comes next, or `undefined` for a value.
 * Pieces are the same array each time a template is met, so nothing is compared but places in memory.
 */
interface Way {
  next: Map<readonly string[] | undefined, Way>;
  statement?: { name: string; text: string };
}

const start: Way = { next: new Map() };
let ways = 0;

/** Past so many, texts are made each time and planned each time: memory stays bounded, here and in the server. */
const mostWays = 20_000;

/** The text of a statement with its values; named, so that the server plans it once. */
export function statementOf(query: Sql): Statement {
  const values: unknown[] = [];
  const way = follow(query, start, values);
  if (way === undefined) return { text: textOf(query), values };
  way.statement ??= named(textOf(query));
  const { name, text } = way.statement;
  return { name, text, values };
}

function follow({ pieces, between }: Sql, from: Way | undefined, values: unknown[]): Way | undefined {
  let way = step(from, pieces);
  for (const each of between)
    if (isPart(each)) way = follow(each, way, values);
    else {
      values.push(each);
      way = step(way, undefined);
    }
  return way;
}

function step(from: Way | undefined, by: readonly string[] | undefined): Way | undefined {
  const known = from?.next.get(by);
  if (known !== undefined || from === undefined || ways >= mostWays) return known;
  const way: Way = { next: new Map() };
  ways += 1;
  from.next.set(by, way);
  return way;
}

function textOf(query: Sql, count = { values: 0 }): string {
  return query.pieces.reduce((text, piece, at) => {
    const each = query.between[at - 1];
    return `${text}${isPart(each) ? textOf(each, count) : `$${(count.values += 1)}`}${piece}`;
  });
}

function named(text: string): { name: string; text: string } {
  return { name: createHash('sha256').update(text).digest('base64url').slice(0, 24), text };
}

function isPart(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && part in value;
}

/** One array for each number of parts, and for each name: a way is known by it. */
const commasFor = new Map<number, string[]>();
const identifiers = new Map<string, string[]>();

function commas(parts: number): string[] {
  const pieces = commasFor.get(parts) ?? [
    '',
    ...Array.from({ length: Math.max(0, parts - 1) }, () => ', '),
    '',
  ];
  commasFor.set(parts, pieces);
  return pieces;
}

function identifier(name: string): string[] {
  const pieces = identifiers.get(name) ?? [`"${name.replaceAll('"', '""')}"`];
  identifiers.set(name, pieces);
  return pieces;
}
