// The load generator, a process of its own: raw HTTP/1.1 over kept connections, so that little of the machine goes into asking.

import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

// Nobody is left behind when a run breaks off.
process.once('disconnect', () => process.exit());

export interface LoadPlan {
  port: number;
  /** A file of complete HTTP requests, NUL between them, taken in order and from the start again. */
  requests: string;
  connections: number;
  /** Closed loop: each connection asks again when it is answered. Seconds not counted, then seconds counted. */
  closed?: { warmUp: number; seconds: number };
  /** Open loop: requests fall due at a rate whether or not others are answered; latency counts from then. */
  open?: readonly { seconds: number; perSecond: number }[];
}

/** A request: when it was due (ms from the start), how long it took (ms), its HTTP status (0: no answer), its place in the file. */
export type Answered = readonly [dueMs: number, tookMs: number, status: number, n: number];

export interface LoadResult {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  statuses: Record<string, number>;
  /** Of an open loop only: every request. */
  all: Answered[];
}

interface Line {
  socket: Socket;
  busy: boolean;
}

process.on('message', (plan: LoadPlan) => {
  void drive(plan).then((result) => process.send?.(result));
});

async function drive(plan: LoadPlan): Promise<LoadResult> {
  const requests = readFileSync(plan.requests, 'utf8')
    .split('\0')
    .map((text) => Buffer.from(text));
  const answered: Answered[] = [];
  const start = performance.now();
  const counted = plan.closed === undefined ? 0 : plan.closed.warmUp * 1000;
  let next = 0;
  let asking = true;
  /** Open loop: when the requests that wait for a connection were due. */
  const overdue: number[] = [];
  const pending = new Map<Line, { due: number; n: number }>();
  let done: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });

  const ask = (line: Line, due: number): void => {
    line.busy = true;
    const n = next++ % requests.length;
    pending.set(line, { due, n });
    line.socket.write(requests[n] as Buffer);
  };
  const settle = (line: Line, status: number): void => {
    const { due, n } = pending.get(line) ?? { due: start, n: 0 };
    pending.delete(line);
    line.busy = false;
    const now = performance.now();
    if (plan.closed === undefined || (asking && due - start >= counted))
      answered.push([due - start, now - due, status, n]);
    if (plan.closed !== undefined && asking) ask(line, now);
    else if (overdue.length > 0) ask(line, overdue.shift() as number);
    else if (!asking && pending.size === 0) done();
  };
  const lines = await Promise.all(
    Array.from({ length: plan.connections }, () => openLine(plan.port, settle)),
  );

  if (plan.closed !== undefined) {
    for (const line of lines) ask(line, performance.now());
    await pause((plan.closed.warmUp + plan.closed.seconds) * 1000);
    asking = false;
    await Promise.race([finished, pause(5_000)]);
  }
  if (plan.open !== undefined) {
    const dueTimes = plan.open.reduce<{ at: number; times: number[] }>(
      ({ at, times }, { seconds, perSecond }) => {
        for (let n = 0; n < seconds * perSecond; n++) times.push(at + (n * 1000) / perSecond);
        return { at: at + seconds * 1000, times };
      },
      { at: 0, times: [] },
    ).times;
    for (let index = 0; index < dueTimes.length; ) {
      const now = performance.now() - start;
      while (index < dueTimes.length && (dueTimes[index] as number) <= now) {
        const due = start + (dueTimes[index++] as number);
        const line = lines.find(({ busy }) => !busy);
        if (line === undefined) overdue.push(due);
        else ask(line, due);
      }
      await pause(1);
    }
    asking = false;
    await Promise.race([pending.size === 0 ? Promise.resolve() : finished, pause(30_000)]);
    for (const { due, n } of pending.values()) answered.push([due - start, Number.POSITIVE_INFINITY, 0, n]);
  }
  for (const { socket } of lines) socket.destroy();
  return summarise(answered, plan);
}

function summarise(answered: Answered[], plan: LoadPlan): LoadResult {
  const took = answered.map(([, ms]) => ms).sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  const statuses: Record<string, number> = {};
  for (const [, , status] of answered) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    perSecond: plan.closed === undefined ? 0 : answered.length / plan.closed.seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    statuses,
    all: plan.open === undefined ? [] : answered,
  };
}

/** A connection that knows where one answer ends: every server measured here sends a Content-Length. */
function openLine(port: number, settle: (line: Line, status: number) => void): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const line: Line = { socket, busy: false };
    let held: Buffer = Buffer.alloc(0);
    socket.setNoDelay(true);
    socket.once('connect', () => resolve(line));
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const end = held.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = held.toString('latin1', 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (length === undefined) throw new Error(`An answer without Content-Length: ${head}`);
      const whole = end + 4 + Number(length);
      if (held.length < whole) return;
      held = held.subarray(whole);
      settle(line, Number(head.slice(9, 12)));
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
