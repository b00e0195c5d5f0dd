// `npm run faults -- --seed 7 --size 5 --only R-16`: plays the fault table and prints it, one JSON line for each row.

import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    size: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
if (!/^\d{1,9}$/.test(values.seed) || !/^[1-9]\d{0,3}$/.test(values.size)) {
  console.error('npm run faults -- [--seed NUMBER] [--size 1..9999] [--only TEXT OF A ROW]');
  process.exit(2);
}
console.log(`seed ${values.seed}, size ${values.size}`);
const env = {
  ...process.env,
  FAULT_SEED: values.seed,
  FAULT_SIZE: values.size,
  FAULT_ONLY: values.only,
};
const { status } = spawnSync('vitest', ['run', 'server/test/faults'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
