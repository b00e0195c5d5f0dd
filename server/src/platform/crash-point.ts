// Named places where a test may kill this process without warning, to prove that nothing is lost there.

let armed: { name: string; left: number } | undefined;

/** Arms one point from a setting such as `act.after-commit` or `send.before:3` (the third passage); none: disarms. */
export function armCrashPoint(setting: string | undefined): void {
  const [name, passages = '1'] = setting?.split(':') ?? [];
  armed = name ? { name, left: Number(passages) } : undefined;
}

/**
 * Stands before or after every durable step, as `flow.step.before` or `flow.step.after`. Does nothing unless this
 * very point is armed; then the process dies as in a power cut: no handler, no flush, no farewell.
 */
export function crashPoint(name: string): void {
  if (armed?.name !== name) return;
  armed.left -= 1;
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL');
}
