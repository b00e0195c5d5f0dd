// Finds sentences outside the catalogues: a word with Vietnamese letters may stand only in `words/` and in comments.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');
const vietnamese = /[À-ỹĂăĐđĨĩŨũƠơƯư]/;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('words/') && !name.endsWith('.test.ts'))
  .map((name) => join(src, name));

/** Comments may quote what people read. */
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

describe('every sentence stands in a catalogue', () => {
  it.each(files.map((file) => [relative(src, file), file]))('%s', (_name, file) => {
    const lines = withoutComments(readFileSync(file, 'utf8'))
      .split('\n')
      .filter((line) => vietnamese.test(line));
    expect(lines).toEqual([]);
  });

  it('sees a sentence that is not a comment', () => {
    expect(withoutComments("const a = 'Hồ sơ'; // Hồ sơ")).toMatch(vietnamese);
    expect(withoutComments('// Hồ sơ\n/** Hồ sơ */')).not.toMatch(vietnamese);
  });
});
