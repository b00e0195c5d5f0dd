// Weighs what a citizen's first page fetches before it can be used; over the limit the build fails.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes over the line, compressed, letters included. The first page is the lightest; a receipt's has more to tell. */
const limits = {
  'src/public/portal.tsx': 150_000,
  'src/public/procedure.tsx': 160_000,
  'src/citizen/tracking.tsx': 160_000,
};

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  assets?: string[];
}

const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** A page's own chunk, the entry, and whatever both need, each once. */
function filesOf(page: string): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`The build has no ${name}.`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const font of chunk.assets ?? []) if (font.endsWith('.woff2')) files.add(font);
    for (const next of chunk.imports ?? []) follow(next);
  };
  follow('index.html');
  follow(page);
  return files;
}

/** As the server sends it: compressed beside the file, or as it is where that gains nothing. */
function sentBytes(file: string): number {
  const path = join(dist, file);
  const [packed] = [`${path}.br`, path].flatMap(
    (each) => statSync(each, { throwIfNoEntry: false })?.size ?? [],
  );
  return packed ?? 0;
}

const document = gzipSync(readFileSync(join(dist, 'index.html'))).length;
for (const [page, limit] of Object.entries(limits)) {
  const files = [...filesOf(page)];
  const fonts = files.filter((file) => file.endsWith('.woff2'));
  const weigh = (list: readonly string[]) => list.reduce((sum, file) => sum + sentBytes(file), 0);
  const whole = document + weigh(files);
  console.log(
    `${page}: ${whole} bytes in ${files.length + 1} files, ${weigh(fonts)} of them letters (limit ${limit})`,
  );
  if (whole > limit) process.exitCode = 1;
}
