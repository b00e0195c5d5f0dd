// npm run evaluate:intents -- FILE.jsonl [--misses]: how often the chat understands what labelled messages want.

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Intent } from '@motcua/domain/chat-intent';
import { understand } from '@motcua/domain/chat-understand';

/** A label of a source, and which of our intents (with `papers/fee`, the aspect of a procedure) are that. */
const accepted: Record<string, readonly string[]> = {
  ask_documents: ['papers/papers', 'papers/form'],
  ask_fee: ['papers/fee'],
  ask_time: ['papers/time', 'human'],
  ask_place: ['papers/place', 'human'],
  ask_steps: ['papers/steps', 'papers/papers'],
  ask_conditions: ['papers/conditions', 'papers/who', 'papers/papers'],
  ask_legal: ['papers/legal'],
  ask_form: ['papers/form'],
  ask_status: ['status', 'status_of_code', 'status_of_partial'],
  ask_contact: ['human'],
  ask_help: ['menu', 'human', 'greeting', 'file'],
  bot_challenge: ['menu'],
  greet: ['greeting'],
  goodbye: ['cancel', 'thanks'],
  thank: ['thanks'],
  affirm: ['yes'],
  deny: ['no', 'cancel'],
  complain: ['petition', 'status', 'denunciation'],
  rate_service: ['rating', 'thanks', 'petition'],
  emergency: ['emergency'],
};

interface Labelled {
  text: string;
  intent: string;
  intent_source?: string;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean' }, json: { type: 'boolean' } },
});
const [file] = positionals;
if (file === undefined || !existsSync(file)) {
  console.error(
    'Usage: npm run evaluate:intents -- QUESTIONS.jsonl [--misses] [--json]\nCounts labels given by their sources (intent_source "given"); labels that are no intent of a chat are named, not counted.',
  );
  process.exit(2);
}

const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Labelled)
  .filter((row) => row.intent_source === undefined || row.intent_source === 'given');
const counts = new Map<string, { right: number; all: number }>();
const left = new Map<string, number>();
for (const { text, intent } of rows) {
  const wanted = accepted[intent];
  if (wanted === undefined) {
    left.set(intent, (left.get(intent) ?? 0) + 1);
    continue;
  }
  const got = nameOf(understand(text));
  const isRight = wanted.includes(got) || wanted.includes(got.split('/')[0] ?? '');
  const count = counts.get(intent) ?? { right: 0, all: 0 };
  counts.set(intent, { right: count.right + (isRight ? 1 : 0), all: count.all + 1 });
  if (!isRight && values.misses) console.log(`${intent} ≠ ${got}: ${text}`);
}

const all = [...counts.values()].reduce((sum, count) => sum + count.all, 0);
const right = [...counts.values()].reduce((sum, count) => sum + count.right, 0);
if (values.json) console.log(JSON.stringify({ accuracy: right / all, counted: all, byLabel: [...counts] }));
else {
  for (const [label, count] of [...counts].sort(([one], [other]) => one.localeCompare(other)))
    console.log(`${label.padEnd(16)} ${String(count.right).padStart(4)} of ${String(count.all).padStart(4)}`);
  console.log(
    `accuracy ${(right / all).toFixed(3)} over ${all} messages whose label is an intent of the chat`,
  );
  console.log(`not counted: ${[...left].map(([label, times]) => `${label} ${times}`).join(', ')}`);
}

function nameOf(intent: Intent): string {
  return intent.kind === 'papers' ? `papers/${intent.about ?? 'papers'}` : intent.kind;
}
