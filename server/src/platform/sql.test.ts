// Statements as templates: one text and one name for what was written in one way, another for every other way.

import { expect, test } from 'vitest';
import { sql, statementOf } from './sql.ts';

test('values travel apart, in the order of the text, through parts of parts', () => {
  const inner = (n: number) => sql`x = ${n}`;
  const middle = sql`(${inner(1)} or ${inner(2)})`;
  const { text, values } = statementOf(sql`select ${'a'} from t where ${middle} and y = ${null} limit ${3}`);
  expect(text).toBe('select $1 from t where (x = $2 or x = $3) and y = $4 limit $5');
  expect(values).toEqual(['a', 1, 2, null, 3]);
});

test('the same way of asking has one name, whatever the values; a second look finds the same text', () => {
  const question = (id: string, more?: number) =>
    statementOf(sql`select 1 from t where id = ${id}${more === undefined ? sql`` : sql` and n = ${more}`}`);
  const [first, second, other] = [question('a', 1), question('b', 2), question('a')];
  expect(second).toEqual({ ...first, values: ['b', 2] });
  expect(first.name).toMatch(/^[\w-]{24}$/);
  expect(other.text).toBe('select 1 from t where id = $1');
  expect(other.name).not.toBe(first.name);
});

test('a part in the place of a value is another statement, on the first look and on the second', () => {
  const two = (a: unknown, b: unknown) => statementOf(sql`select ${a}, ${b}`);
  const part = (n: number) => sql`f(${n})`;
  for (let look = 0; look < 2; look++) {
    expect(two(1, part(2))).toMatchObject({ text: 'select $1, f($2)', values: [1, 2] });
    expect(two(part(1), 2)).toMatchObject({ text: 'select f($1), $2', values: [1, 2] });
    expect(two(1, 2)).toMatchObject({ text: 'select $1, $2', values: [1, 2] });
    expect(two(part(1), part(2))).toMatchObject({ text: 'select f($1), f($2)', values: [1, 2] });
  }
});

test('parts are joined by commas, names are quoted, and neither can become text of its own accord', () => {
  const list = (...numbers: number[]) =>
    statementOf(sql`values ${sql.join(numbers.map((n) => sql`(${n})`))}`);
  for (let look = 0; look < 2; look++) {
    expect(list(7)).toMatchObject({ text: 'values ($1)', values: [7] });
    expect(list(7, 8, 9)).toMatchObject({ text: 'values ($1), ($2), ($3)', values: [7, 8, 9] });
    expect(statementOf(sql`select ${sql.id('a"b')}`).text).toBe('select "a""b"');
    expect(statementOf(sql`select ${sql.id('mine')}`).text).toBe('select "mine"');
  }
  const looksLikeAPart = { pieces: ['drop table dossier'], between: [] };
  expect(statementOf(sql`select ${looksLikeAPart}`)).toMatchObject({
    text: 'select $1',
    values: [looksLikeAPart],
  });
});
