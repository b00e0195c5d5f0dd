// npm run evaluate:search -- FILE.jsonl [--catalogue FILE …]: recall and speed of the search, by tier of the questions.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIndex } from '@motcua/domain/find-index';
import { measureSearch, readEntries, readQuestions } from '../server/src/find/measure-search.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { catalogue: { type: 'string', multiple: true }, json: { type: 'boolean' } },
});
const [file] = positionals;
const besides = ['procedures.jsonl', 'procedures_provincial.jsonl'].flatMap((name) =>
  [dirname(file ?? ''), process.env.MOTCUA_SHARED_DATA ?? '']
    .map((folder) => join(folder, name))
    .filter(existsSync)
    .slice(0, 1),
);
const catalogues = values.catalogue ?? besides;
if (file === undefined || !existsSync(file) || catalogues.length === 0) {
  console.error(
    'Usage: npm run evaluate:search -- QUESTIONS.jsonl [--catalogue FILE] [--catalogue FILE] [--json]\n' +
      'Questions have text, codes and tier. Without --catalogue: procedures.jsonl and procedures_provincial.jsonl beside\n' +
      'the questions or in MOTCUA_SHARED_DATA; a catalogue is read as `motcua import procedures` reads it.',
  );
  process.exit(2);
}

const index = buildIndex(await readEntries(catalogues));
const measured = measureSearch(index, await readQuestions(file));
if (values.json) console.log(JSON.stringify({ procedures: index.entries.length, measured }));
else {
  console.log(`${index.entries.length} procedures of ${catalogues.join(', ')}`);
  console.log('tier                 questions  answerable  recall@1  recall@5   p95 ms');
  for (const { tier, questions, answerable, recallAt1, recallAt5, p95 } of measured)
    console.log(
      `${tier.padEnd(20)} ${String(questions).padStart(9)} ${String(answerable).padStart(11)} ${recallAt1.toFixed(3).padStart(9)} ${recallAt5.toFixed(3).padStart(9)} ${p95.toFixed(2).padStart(8)}`,
    );
}
