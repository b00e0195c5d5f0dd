// The process dies by kill -9 around every durable step of the spool: what it had acknowledged is there afterwards, once.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createIntakeWorld, type IntakeWorld } from '../../test/intake-world.ts';

let world: IntakeWorld;
beforeEach(async () => {
  world = await createIntakeWorld();
  await world.intake().stop();
});
afterEach(() => world.close());

test.each(['spool.append.before:3', 'spool.append.after:3', 'spool.drain.before:2', 'spool.drain.after:2'])(
  'killed at %s',
  async (crashAt) => {
    const first = startProcess(crashAt);
    await first.until((line) => line['ready'] === true);
    const acknowledged = new Set<string>();
    let answered = 0;
    first.onLine(({ id, kind }) => {
      if (kind !== undefined) answered += 1;
      if (kind === 'spooled' || kind === 'taken') acknowledged.add(String(id));
    });
    // The database goes and comes until the process is dead.
    for (let posted = 0; !first.isDead() && posted < 2000; ) {
      world.gateToDatabase.refuse();
      for (let wave = 0; wave < 3; wave += 1) {
        for (let at = 0; at < 20; at += 1) first.post(world.signed({ id: `e-${posted++}` }));
        await first.until(() => answered >= posted).catch(() => {});
      }
      world.gateToDatabase.open();
      await first.until(({ mode }) => mode === 'direct').catch(() => {});
    }
    expect(await first.ended()).toBe('SIGKILL');

    world.gateToDatabase.open();
    const second = startProcess();
    await second.until((line) => line['mode'] === 'direct');
    const arrived = await world.arrived();
    expect(arrived.length).toBe(new Set(arrived).size);
    expect([...acknowledged].filter((id) => !arrived.includes(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(0);
    second.kill();
  },
);

function startProcess(crashAt?: string) {
  const file = fileURLToPath(new URL('../../test/intake-process.ts', import.meta.url));
  const words = [file, world.gateToDatabase.url, world.spoolFolder, ...(crashAt ? [crashAt] : [])];
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin?.on('error', () => {});
  const hearers = new Set<(line: Record<string, unknown>) => void>();
  const lines = createInterface(child.stdout ?? process.stdin);
  lines.on('line', (line) => {
    for (const hear of hearers) hear(JSON.parse(line) as Record<string, unknown>);
  });
  const exit = once(child, 'exit').then(([code, signal]) => String(signal ?? code));
  return {
    post: (event: object) => child.stdin?.write(`${JSON.stringify(event)}\n`),
    onLine: (hear: (line: Record<string, unknown>) => void) => hearers.add(hear),
    until: (wanted: (line: Record<string, unknown>) => boolean) =>
      new Promise<void>((resolve, reject) => {
        hearers.add((line) => wanted(line) && resolve());
        void exit.then((how) => reject(new Error(`ended before: ${how}`)));
      }),
    isDead: () => child.signalCode !== null || child.exitCode !== null,
    ended: () => exit,
    kill: () => child.kill('SIGKILL'),
  };
}
