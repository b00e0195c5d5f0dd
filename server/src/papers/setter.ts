// One warm process that sets papers, started when it is first needed and started again when it ends.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { PaperAnswer, PaperOrder, PaperToSet } from './paper-process.ts';

/** Too many papers are waiting: try again shortly. */
export class PapersBusy extends Error {
  constructor() {
    super('Too many papers are waiting to be set.');
    this.name = 'PapersBusy';
  }
}

export interface Setter {
  /** One that ends the process fails alone: the others go to a new process. */
  set(paper: PaperToSet): Promise<Buffer>;
  close(): Promise<void>;
}

interface Waiting {
  order: PaperOrder;
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

export function openSetter({ mostWaiting }: { mostWaiting: number }): Setter {
  let setter: ChildProcess | undefined;
  let lastId = 0;
  /** In the order of asking, which is the order of answering. */
  const waiting = new Map<number, Waiting>();

  function send(order: PaperOrder): void {
    setter ??= start();
    // An idle process keeps nobody alive; one at work does.
    setter.ref();
    setter.channel?.ref();
    setter.send(order);
  }

  function start(): ChildProcess {
    const child = fork(new URL('paper-process.ts', import.meta.url), {
      // It needs no setting and gets no secret; its complaints may quote a person's words, so nobody reads them.
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child.on('message', (answer: PaperAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) rest(child);
      if ('pdf' in answer) asked?.resolve(Buffer.from(answer.pdf));
      else asked?.reject(new Error(`A paper could not be set: ${answer.failure}`));
    });
    // A send to a process that has just ended: its exit is what is acted on.
    child.on('error', () => {});
    child.on('exit', () => replace(child));
    rest(child);
    return child;
  }

  /** The first in the queue was in work when the process ended; it is not tried again. */
  function replace(child: ChildProcess): void {
    if (setter !== child) return;
    setter = undefined;
    const [first, ...others] = waiting.values();
    if (first !== undefined) {
      waiting.delete(first.order.id);
      first.reject(new Error('A paper could not be set: it ended the process.'));
    }
    for (const { order } of others) send(order);
  }

  return {
    set(paper) {
      if (waiting.size >= mostWaiting) return Promise.reject(new PapersBusy());
      const order: PaperOrder = { id: ++lastId, ...paper };
      return new Promise((resolve, reject) => {
        waiting.set(order.id, { order, resolve, reject });
        send(order);
      });
    },
    async close() {
      const closing = setter;
      setter = undefined;
      for (const asked of waiting.values()) asked.reject(new Error('The office is closing.'));
      waiting.clear();
      if (closing === undefined || closing.exitCode !== null || closing.signalCode !== null) return;
      closing.ref();
      closing.kill('SIGKILL');
      await once(closing, 'exit');
    },
  };
}

function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
