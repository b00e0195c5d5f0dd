// The real program in a process of its own, on free ports and a data folder of its own; killed and restarted at will.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'server', 'src', 'cli.ts');

export interface Office {
  url: string;
  phoneUrl: string;
  /** Dies as in a power cut. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops as Ctrl-C does and forgets the data; gives the exit code. */
  end(): Promise<number | null>;
  /** Runs `motcua … --json` beside the running server. */
  command<T>(...args: string[]): Promise<T>;
}

export async function openOffice(): Promise<Office> {
  const [port, phonePort] = [await freePort(), await freePort()];
  const dataDir = mkdtempSync(join(tmpdir(), 'motcua-journey-'));
  const env = {
    ...process.env,
    PORT: String(port),
    SIMULATOR_PORT: String(phonePort),
    DATA_DIR: dataDir,
    MOTCUA_DEMO: '1',
    DATABASE_URL: '',
  };
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'start'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await untilReady(child);
  };
  const exit = (signal: NodeJS.Signals): Promise<number | null> =>
    new Promise((resolve) => {
      if (child === undefined || child.exitCode !== null) return resolve(child?.exitCode ?? null);
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  await start();
  return {
    url,
    phoneUrl: `http://localhost:${phonePort}`,
    start,
    kill: async () => {
      await exit('SIGKILL');
    },
    end: async () => {
      const code = await exit('SIGINT');
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
    command: async <T>(...args: string[]) => {
      const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args, '--json'], {
        cwd: root,
        env,
      });
      return JSON.parse(stdout) as T;
    },
  };
}

/** Resolves when the program says it is ready; rejects with what it said when it ends before. */
function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('sẵn sàng')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
