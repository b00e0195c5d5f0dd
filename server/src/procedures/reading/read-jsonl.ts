// Reads catalogues of one JSON record a line, of any size.

import { isRecord } from '@motcua/domain/catalogue-text';
import { faults } from './faults.ts';
import type { RawRow, ReadFault } from './raw-row.ts';
import { firstBadByte, readLines } from './read-lines.ts';

/**
 * Each line's record, or its fault. A line that is wrong costs only itself; bytes that are not UTF-8 end the
 * reading, because then the whole file is in another encoding.
 */
export async function* readJsonl(file: string): AsyncGenerator<RawRow | ReadFault> {
  for await (const { line, offset, bytes, ended } of readLines(file)) {
    if (bytes === null) {
      yield faults.longLine(line);
      continue;
    }
    const bad = firstBadByte(bytes);
    if (bad !== -1) {
      yield ended || bad < bytes.length - 3 ? faults.notUtf8(line, offset + bad) : faults.cutLine(line);
      return;
    }
    const text = bytes.toString('utf8').trim();
    if (text === '') continue;
    const record = parse(text);
    if (isRecord(record)) yield { line, record };
    else if (record !== undefined) yield faults.notRecord(line);
    else yield ended ? faults.notJson(line) : faults.cutLine(line);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
