// The command line: `motcua …`. Each command is a file in commands/; faults become one sentence and an exit code.

import { defineCommand, renderUsage, runMain } from 'citty';

const main = defineCommand({
  meta: {
    name: 'motcua',
    description: 'Một Cửa: một cửa điện tử mở của Việt Nam, trên Zalo',
    version: '0.1.0',
  },
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

await runMain(main, {
  showUsage: async (command, parent) => {
    process.stdout.write(`${await renderUsage(command, parent)}\n`);
  },
});
