// Posts a webhook over HTTP with Zalo's patience: two seconds, no redirects; in pieces when the line is bad.

import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from './parts.ts';

const patienceMs = 2000;
const pieces = 8;

/** The HTTP status of the receiver's answer. Rejects when it is unreachable or slow. */
export async function deliverOverHttp(delivery: Delivery): Promise<number> {
  const { overMs } = delivery;
  const bytes = Buffer.from(delivery.body);
  const answer = await fetch(delivery.url, {
    method: 'POST',
    headers: delivery.headers,
    ...(overMs === undefined ? { body: bytes } : { body: inPieces(bytes, overMs), duplex: 'half' as const }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs + (overMs ?? 0)),
  });
  await answer.body?.cancel();
  return answer.status;
}

async function* inPieces(bytes: Buffer, overMs: number): AsyncGenerator<Uint8Array> {
  const size = Math.ceil(bytes.length / pieces);
  for (let start = 0; start < bytes.length; start += size) {
    if (start > 0) await pause(overMs / (pieces - 1));
    yield bytes.subarray(start, start + size);
  }
}
