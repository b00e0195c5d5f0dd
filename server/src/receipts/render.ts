// Receipts as PDF: hands the words to one warm process and waits for the paper.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type ReceiptContent, type ReceiptSheet, receiptSheet } from '@motcua/domain/receipt';
import type { ReceiptAnswer, ReceiptOrder } from './receipt-process.ts';

/** Too many receipts are waiting: try again shortly. */
export class ReceiptsBusy extends Error {
  constructor() {
    super('Too many receipts are waiting to be set.');
    this.name = 'ReceiptsBusy';
  }
}

interface Waiting {
  order: ReceiptOrder;
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

/** At some ten milliseconds each, the last of them waits less than a second. */
const mostWaiting = 64;

let setter: ChildProcess | undefined;
let lastId = 0;
/** In the order of asking, which is the order of answering. */
const waiting = new Map<number, Waiting>();

/**
 * The receipt as PDF/A-2b. The same content always gives the same bytes. Throws `ReceiptsBusy` when too many wait,
 * and a plain error for a receipt that cannot be set.
 */
export function renderReceipt(content: ReceiptContent, paper: 'a4' | 'a5'): Promise<Buffer> {
  return setSheet(receiptSheet(content), content.trackingUrl, paper);
}

/** The same from the finished words. One that ends the process fails alone: the others go to a new process. */
export function setSheet(sheet: ReceiptSheet, trackingUrl: string, paper: 'a4' | 'a5'): Promise<Buffer> {
  if (waiting.size >= mostWaiting) return Promise.reject(new ReceiptsBusy());
  const order: ReceiptOrder = { id: ++lastId, sheet, trackingUrl, paper };
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { order, resolve, reject });
    send(order);
  });
}

/** Ends the process; what still waits is rejected. A later call would start a new one. */
export async function closeReceipts(): Promise<void> {
  const closing = setter;
  setter = undefined;
  for (const asked of waiting.values()) asked.reject(new Error('The office is closing.'));
  waiting.clear();
  if (closing === undefined || closing.exitCode !== null || closing.signalCode !== null) return;
  closing.ref();
  closing.kill('SIGKILL');
  await once(closing, 'exit');
}

function send(order: ReceiptOrder): void {
  setter ??= startSetter();
  // An idle process keeps nobody alive; one at work does.
  setter.ref();
  setter.channel?.ref();
  setter.send(order);
}

function startSetter(): ChildProcess {
  const child = fork(new URL('receipt-process.ts', import.meta.url), {
    // It needs no setting and gets no secret; its complaints may quote a person's words, so nobody reads them.
    env: {},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  child.on('message', (answer: ReceiptAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) rest(child);
    if ('pdf' in answer) asked?.resolve(Buffer.from(answer.pdf));
    else asked?.reject(new Error(`A receipt could not be set: ${answer.failure}`));
  });
  // A send to a process that has just ended: its exit is what is acted on.
  child.on('error', () => {});
  child.on('exit', () => replace(child));
  rest(child);
  return child;
}

function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** The first in the queue was in work when the process ended; it is not tried again. */
function replace(child: ChildProcess): void {
  if (setter !== child) return;
  setter = undefined;
  const [first, ...others] = waiting.values();
  if (first !== undefined) {
    waiting.delete(first.order.id);
    first.reject(new Error('A receipt could not be set: it ended the process.'));
  }
  for (const { order } of others) send(order);
}
