// Every command of `motcua`, by name; each is loaded only when it is asked for.

import { defineCommand } from 'citty';
import type { NamedCommand } from './usage.ts';

const command = defineCommand({
  meta: { name: 'motcua', description: 'Một Cửa: một cửa điện tử mở của Việt Nam, trên Zalo' },
  subCommands: {
    start: () => import('./start.ts').then((module) => module.start),
    migrate: () => import('./migrate.ts').then((module) => module.migrate),
    import: () => import('./import.ts').then((module) => module.importCatalogue),
    oa: () => import('./oa.ts').then((module) => module.oa),
    due: () => import('./due.ts').then((module) => module.due),
    'verify-ledger': () => import('./verify-ledger.ts').then((module) => module.verifyLedger),
    doctor: () => import('./doctor.ts').then((module) => module.doctor),
    office: () => import('./office.ts').then((module) => module.office),
    demo: () => import('./demo.ts').then((module) => module.demo),
  },
});

export const root: NamedCommand = { path: 'motcua', command };
