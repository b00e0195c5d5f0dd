#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// The command `zalo-sim`: looks at Node's version before anything that an older one cannot load.

const oldest = 24;
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < oldest) {
  process.stderr.write(`zalo-sim: Node ${oldest} or newer is needed; this is ${process.versions.node}\n`);
  process.exitCode = 1;
} else {
  await import('./main.ts');
}
