// How commands speak: plain lines or JSON, a progress bar on long work, one sentence and an exit code on a fault.

import { getConfig, type Office, openOffice } from '../open-office.ts';
import { Problem } from '../platform/problem.ts';
import { errorCode, exitCodes, StartFault } from '../platform/start-fault.ts';

export const jsonFlag = { json: { type: 'boolean', description: 'In kết quả dạng JSON' } } as const;

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Runs a command; a fault becomes its sentence on standard error and its exit code. Bugs keep their stack. */
export async function conclude(work: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? exitCodes.done;
  } catch (error) {
    const fault = isDatabaseLost(error) ? databaseLost : error;
    if (!(fault instanceof StartFault || fault instanceof Problem)) throw error;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = fault instanceof StartFault ? fault.exitCode : exitCodes.failed;
  }
}

const databaseLost = new StartFault(
  'Mất kết nối với máy chủ dữ liệu giữa chừng; việc đã lưu được giữ, hãy chạy lại lệnh này.',
  exitCodes.database,
);

/** A connection that breaks under a command is weather, not a bug. */
function isDatabaseLost(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code)) return true;
  return (
    error instanceof Error &&
    /^Connection terminated|^timeout exceeded when trying to connect/.test(error.message)
  );
}

/** Opens the office for one command and closes it, whatever happens. */
export async function withOffice<T>(work: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice(getConfig(), (sentence) => process.stderr.write(`${sentence}\n`));
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

/** A bar that redraws itself on a terminal and stays silent in a pipe. */
export function progressBar(label: string): {
  show: (done: number, total: number | null) => void;
  end: () => void;
} {
  const drawn = process.stderr.isTTY;
  let last = '';
  return {
    show: (done, total) => {
      if (!drawn) return;
      const share = total === null || total === 0 ? null : Math.min(1, done / total);
      const filled = share === null ? '' : '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
      const text = share === null ? `${label}: ${done}` : `${label} ${filled} ${Math.round(share * 100)} %`;
      if (text !== last) process.stderr.write(`\r${text}`);
      last = text;
    },
    end: () => {
      if (drawn && last !== '') process.stderr.write('\n');
    },
  };
}
