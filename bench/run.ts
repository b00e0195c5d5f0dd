// npm run bench: measures every part, or those named (`npm run bench -- a e`), and prints one JSON line for each result.

import { cpus, totalmem } from 'node:os';
import { measureLookUps } from './a-look-ups.bench.ts';
import { measureIntake } from './b-intake.bench.ts';
import { measureActs } from './c-acts.bench.ts';
import { buildCity, type City } from './city.ts';
import { measureWorkingDays } from './d-working-days.bench.ts';
import { measureWorklist } from './e-worklist.bench.ts';
import { measureSpike } from './f-spike.bench.ts';
import { writtenLines } from './line.ts';
import { startBenchServer } from './office.ts';

/** In the order of their letters; (f) counts what (b) leaves behind, so it begins with none. */
const parts: Record<string, (city: City) => Promise<void> | void> = {
  a: ({ large }) => measureLookUps(large),
  b: ({ large }) => measureIntake(large),
  c: ({ large }) => measureActs(large),
  d: () => measureWorkingDays(),
  e: (city) => measureWorklist(city),
  f: ({ large }) => measureSpike(large),
};

const asked = process.argv.slice(2).filter((word) => word in parts);
const chosen = asked.length > 0 ? asked : Object.keys(parts);
const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 1_000_000);

const note = (fields: object): void => console.log(JSON.stringify(fields));
note({
  at: new Date().toISOString(),
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0]?.model}`,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  dossiers,
});
const server = await startBenchServer();
try {
  const before = Date.now();
  const city = await buildCity(server, dossiers);
  note({ seeded: dossiers, seconds: Math.round((Date.now() - before) / 1000) });
  for (const part of chosen) await parts[part]?.(city);
  await city.close();
} finally {
  await server.close();
}
const missed = writtenLines().filter(({ met }) => met === false);
note({ lines: writtenLines().length, missed: missed.map(({ name }) => name) });
process.exitCode = missed.length > 0 ? 1 : 0;
