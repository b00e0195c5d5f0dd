// Runs every suite, pure tests to browser journeys, and ends with one line: `N passed, N failed`.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'motcua-tests-'));

function run(command, args, env = {}) {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

function counted(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A suite that never wrote its report has failed as a whole.
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const unitFile = join(folder, 'unit.json');
const unitStatus = run('vitest', [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitFile}`,
]);
const unit = counted(unitFile, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1),
  skipped: report.numPendingTests,
}));

const built =
  run('npm', ['run', '-s', 'build', '-w', 'web']) || run('npm', ['run', '-s', 'build:mini', '-w', 'web']);
const journeyFile = join(folder, 'journeys.json');
const journeyStatus =
  built === 0
    ? run('npm', ['run', '-s', 'test', '-w', 'e2e', '--', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: journeyFile,
      })
    : 1;
const journeys = counted(journeyFile, ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
}));
rmSync(folder, { recursive: true });

const passed = unit.passed + journeys.passed;
const skipped = unit.skipped + journeys.skipped;
const failed = Math.max(unit.failed + journeys.failed, unitStatus !== 0 || journeyStatus !== 0 ? 1 : 0);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
