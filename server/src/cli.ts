// The command line: `motcua …`. Each command is a file in commands/; faults become one sentence and an exit code.

import { runCommandLine } from './commands/command-line.ts';
import { root } from './commands/root.ts';

// `motcua … | head` closes our output early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runCommandLine(root, process.argv.slice(2), '0.1.0');
