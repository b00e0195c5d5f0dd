// `npm run faults -- --seed 7 --size 5 --only R-16`: plays the fault table and prints it as Markdown, or with --json line by line.

import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    size: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const { seed, size, only, json } = values;
if (!/^\d{1,9}$/.test(seed) || !/^[1-9]\d{0,3}$/.test(size)) {
  console.error('npm run faults -- [--seed NUMBER] [--size 1..9999] [--only TEXT OF A ROW] [--json]');
  process.exit(2);
}
console.log(
  json ? JSON.stringify({ seed: Number(seed), size: Number(size) }) : `seed ${seed}, size ${size}\n`,
);

const folder = mkdtempSync(join(tmpdir(), 'motcua-faults-'));
const report = join(folder, 'rows.jsonl');
const { status, stdout } = spawnSync('vitest', ['run', 'server/test/faults', '--reporter=dot'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  env: { ...process.env, FAULT_SEED: seed, FAULT_SIZE: size, FAULT_ONLY: only, FAULT_REPORT: report },
});
const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true });
const rows = lines.map((line) => JSON.parse(line));
if (rows.length === 0) console.error(stdout);
else if (json) for (const line of lines) console.log(line);
else printTable();
process.exitCode = status ?? 1;

function printTable() {
  const counts = [
    'asked',
    'planned',
    'lost',
    'doubled',
    'disorder',
    'stale',
    'unanswered',
    'stuck',
    'extra',
    'counted',
    'doubtful',
    'failed',
  ];
  console.log(`| Fault | ${counts.join(' | ')} | measured |`);
  console.log(`|---|${counts.map(() => '---:|').join('')}---|`);
  for (const row of rows) {
    const numbers = Object.entries(row.numbers ?? {}).map(([name, value]) => `${name} ${value}`);
    const name = `${row.id} ${row.name}${row.error === undefined ? '' : ' **red**'}`;
    console.log(
      `| ${name} | ${counts.map((count) => row[count] ?? '').join(' | ')} | ${numbers.join(', ')} |`,
    );
  }
  for (const { again, error } of rows) if (error !== undefined) console.log(`\nred: ${again}\n${error}`);
}
