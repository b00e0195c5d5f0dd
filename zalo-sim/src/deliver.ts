// Posts a webhook over HTTP with Zalo's patience: two seconds, no redirects.

import type { Delivery } from './parts.ts';

const patienceMs = 2000;

/** The HTTP status of the receiver's answer. Rejects when it is unreachable or slow. */
export async function deliverOverHttp(delivery: Delivery): Promise<number> {
  const answer = await fetch(delivery.url, {
    method: 'POST',
    headers: delivery.headers,
    body: delivery.body,
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  await answer.body?.cancel();
  return answer.status;
}
