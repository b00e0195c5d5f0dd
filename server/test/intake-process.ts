// A process that does nothing but take webhooks in, told by lines what was posted: to be killed where it hurts.

import { createInterface } from 'node:readline';
import { openIntake } from '../src/chat/intake.ts';
import { systemClock } from '../src/platform/clock.ts';
import { armCrashPoint } from '../src/platform/crash-point.ts';
import { openDatabase } from '../src/platform/database.ts';
import { openLog } from '../src/platform/log.ts';
import { openSecrets } from '../src/platform/secrets.ts';

const [databaseUrl = '', spoolFolder = '', crashAt] = process.argv.slice(2);
const intake = await openIntake({
  ctx: {
    database: openDatabase(databaseUrl, { max: 4, connectMs: 300, answerMs: 600 }),
    secrets: openSecrets(Buffer.alloc(32, 7)),
    clock: systemClock,
  },
  log: openLog({ level: 'silent' }),
  spoolFolder,
});
armCrashPoint(crashAt);
tell({ ready: true });
setInterval(() => tell({ mode: intake.state().mode }), 20);

const posted = createInterface(process.stdin);
posted.on('close', () => process.exit());
posted.on('line', (line) => {
  const { id, body, signature } = JSON.parse(line) as { id: string; body: string; signature: string };
  void intake.receive(Buffer.from(body), signature).then(({ kind }) => tell({ id, kind }));
});

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
