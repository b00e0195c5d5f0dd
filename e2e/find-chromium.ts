// Finds a browser: the one named by CHROMIUM_PATH, the machine's own, or the one that comes from npm.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Browser {
  executablePath: string;
  /** Environment for the browser alone: its own libraries, where the machine lacks them. */
  env: Record<string, string>;
}

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const unpack = `import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath())`;

/** Unpacks the packaged browser the first time, in a few seconds. */
export function findChromium(): Browser {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const named = process.env['CHROMIUM_PATH'];
  const installed = named || usual.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, env };
  const executablePath = unpackPackaged(env);
  if (!lacksLibraries(executablePath)) return { executablePath, env };
  // The package brings Amazon Linux's libraries and unpacks them only when it believes to run there.
  unpackPackaged({ ...env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  const libraries = join(tmpdir(), 'al2023', 'lib');
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: libraries } };
}

function unpackPackaged(env: Record<string, string>): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: import.meta.dirname,
    env,
    encoding: 'utf8',
  });
}

function lacksLibraries(executable: string): boolean {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return (stdout ?? '').includes('not found');
}
