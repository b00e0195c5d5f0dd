// Receipts as PDF: hands the words to one warm thread and waits for the paper.

import { Worker } from 'node:worker_threads';
import { type ReceiptContent, receiptSheet } from '@motcua/domain/receipt';
import type { ReceiptAnswer, ReceiptOrder } from './receipt-worker.ts';

/** Too many receipts are waiting: try again shortly. */
export class ReceiptsBusy extends Error {
  constructor() {
    super('Too many receipts are waiting to be set.');
    this.name = 'ReceiptsBusy';
  }
}

interface Waiting {
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

/** At some ten milliseconds each, the last of them waits less than a second. */
const mostWaiting = 64;

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * The receipt as PDF/A-2b. The same content always gives the same bytes. Throws `ReceiptsBusy` when too many wait,
 * and a plain error when the thread broke; the next call then starts a new one.
 */
export function renderReceipt(content: ReceiptContent, paper: 'a4' | 'a5'): Promise<Buffer> {
  if (waiting.size >= mostWaiting) return Promise.reject(new ReceiptsBusy());
  const order: ReceiptOrder = {
    id: ++lastId,
    sheet: receiptSheet(content),
    trackingUrl: content.trackingUrl,
    paper,
  };
  thread ??= startThread();
  const worker = thread;
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject });
    // An idle thread keeps no process alive; one at work does.
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(order);
  });
}

/** Ends the thread; what still waits is rejected. A later call would start a new one. */
export async function closeReceipts(): Promise<void> {
  const worker = thread;
  if (worker === undefined) return;
  abandon(worker, new Error('The office is closing.'));
  await worker.terminate();
}

function startThread(): Worker {
  const worker = new Worker(new URL('receipt-worker.ts', import.meta.url));
  worker.unref();
  worker.on('message', (answer: ReceiptAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('pdf' in answer) asked?.resolve(Buffer.from(answer.pdf));
    else asked?.reject(new Error(`A receipt could not be set: ${answer.failure}`));
  });
  worker.on('error', (error) => abandon(worker, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => abandon(worker, new Error('The receipt thread ended.')));
  return worker;
}

function abandon(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = undefined;
  for (const asked of waiting.values()) asked.reject(error);
  waiting.clear();
}
