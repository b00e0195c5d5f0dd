// A crash point kills its process at the armed passage and nowhere else.

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const source = new URL('./crash-point.ts', import.meta.url).href;

function run(setting: string) {
  const script = `
    const { armCrashPoint, crashPoint } = await import(${JSON.stringify(source)});
    armCrashPoint(${JSON.stringify(setting)});
    for (const round of [1, 2, 3]) { process.stdout.write('before' + round + ' '); crashPoint('step.before'); crashPoint('step.after'); }
  `;
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return { stdout: stdout.trim(), signal };
}

test('unarmed or armed elsewhere: nothing happens', () => {
  expect(run('')).toEqual({ stdout: 'before1 before2 before3', signal: null });
  expect(run('other.before')).toEqual({ stdout: 'before1 before2 before3', signal: null });
});

test('armed: dies at the first passage, or at the one counted', () => {
  expect(run('step.after')).toEqual({ stdout: 'before1', signal: 'SIGKILL' });
  expect(run('step.before:3')).toEqual({ stdout: 'before1 before2 before3', signal: 'SIGKILL' });
});
