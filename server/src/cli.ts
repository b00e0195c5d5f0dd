// The command line: `motcua …`. Each command is a file in commands/; faults become one sentence and an exit code.

import { defineCommand } from 'citty';
import { runCommandLine } from './commands/command-line.ts';

const command = defineCommand({
  meta: { name: 'motcua', description: 'Một Cửa: một cửa điện tử mở của Việt Nam, trên Zalo' },
  subCommands: {
    start: () => import('./commands/start.ts').then((module) => module.start),
    migrate: () => import('./commands/migrate.ts').then((module) => module.migrate),
    import: () => import('./commands/import.ts').then((module) => module.importCatalogue),
    oa: () => import('./commands/oa.ts').then((module) => module.oa),
    due: () => import('./commands/due.ts').then((module) => module.due),
    'verify-ledger': () => import('./commands/verify-ledger.ts').then((module) => module.verifyLedger),
    doctor: () => import('./commands/doctor.ts').then((module) => module.doctor),
    demo: () => import('./commands/demo.ts').then((module) => module.demo),
  },
});

// `motcua … | head` closes our output early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runCommandLine({ path: 'motcua', command }, process.argv.slice(2), '0.1.0');
