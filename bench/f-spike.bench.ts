// (f) A spike: normal load, 35 times as much, 10 times as much, open loop, whether or not we keep up. Nothing may be lost.

import { wardTenant } from '../server/src/demo/ward.ts';
import type { Ward } from './city.ts';
import { signInTo } from './e-worklist.bench.ts';
import { round, write } from './line.ts';
import type { Answered } from './load.ts';
import { dossierId, tokenOf } from './million.ts';
import { load, requestText, startServer, writeRequests } from './processes.ts';
import { signedWebhook } from './zalo-account.ts';

/**
 * A province takes in some three dossiers a minute. Each brings about thirty requests in its life (look-ups by its
 * citizen, chat events, pages of officers, acts): 1.5 a second on the average of the working day. We take ten.
 */
const normalPerSecond = 10;
const phases = [
  { seconds: 15, perSecond: normalPerSecond },
  { seconds: 20, perSecond: normalPerSecond * 35 },
  { seconds: 20, perSecond: normalPerSecond * 10 },
];

/** Of 25 requests: 12 look-ups, 6 webhooks, 6 worklists, 1 act. */
type Kind = 'look_up' | 'webhook' | 'worklist' | 'act';
const mix: readonly Kind[] = [
  ...Array.from({ length: 6 }, (): Kind[] => ['look_up', 'webhook', 'look_up', 'worklist']).flat(),
  'act',
];

export async function measureSpike(ward: Ward): Promise<void> {
  const { ctx, address, folder, dossiers, open } = ward;
  const total = phases.reduce((sum, { seconds, perSecond }) => sum + seconds * perSecond, 0);
  const [hoa, nhung] = [await signInTo(ward, 'hoa'), await signInTo(ward, 'nhung')];
  let acts = 0;
  const kinds = Array.from({ length: total }, (_, n) => mix[n % mix.length] ?? 'look_up');
  const texts = kinds.map((kind, n) => {
    switch (kind) {
      case 'look_up':
        return requestText(
          'GET',
          `/api/v1/tracking/${tokenOf(ctx.secrets, 1 + ((n * 7_919) % dossiers))}/status`,
        );
      case 'webhook':
        return signedWebhook('/zalo/webhook', 'spike', n, 2_000);
      case 'worklist':
        return requestText('GET', `/api/v1/worklist?tab=${n % 2 === 0 ? 'unit' : 'late'}&offset=0`, {
          cookie: n % 3 === 0 ? nhung : hoa,
        });
      case 'act':
        // From the end: the first ones have been walked to their end by other measurements.
        return claim(dossierId(open - acts++), hoa, `spike-${n}-key`);
    }
  });
  const requests = writeRequests(folder, 'spike', texts);
  const server = await startServer('serve-ours.ts', address, folder);
  await load({
    port: server.port,
    requests: writeRequests(folder, 'warm', [requestText('GET', '/healthz')]),
    connections: 8,
    closed: { warmUp: 0, seconds: 1 },
  });
  const { all } = await load({ port: server.port, requests, connections: 256, open: phases });
  await server.stop();

  const done = (kind: Kind) => all.filter(([, , status, n]) => status === 200 && kinds[n] === kind).length;
  const kept = await ctx.database.pool.query<{ events: number; acts: number }>(
    `select (select count(*)::int from webhook_event) as events,
      (select count(*)::int from command where tenant_id = $1 and key like 'spike-%' and response is not null) as acts`,
    [wardTenant],
  );
  const { events = -1, acts: recorded = -1 } = kept.rows[0] ?? {};
  const lost =
    all.filter(([, , status]) => status === 0).length +
    (total - all.length) +
    // What was refused may be there all the same, when the answer came too late to be given.
    Math.max(0, done('webhook') - events) +
    Math.max(0, done('act') - recorded);
  const shed = all.filter(([, , status]) => status === 503).length;
  const odd = all.filter(([, , status]) => ![200, 404, 503, 0].includes(status)).length;
  const [first, second] = [phases[0]?.seconds ?? 0, phases[1]?.seconds ?? 0];
  const normal = p95(all, 2, first);
  const back = secondsUntilNormal(all, first + second, normal);
  write({
    name: 'f.spike',
    ours: back,
    peer: null,
    ratio: null,
    unit: 's until p95 is normal again',
    target: 10,
    met: lost === 0 && odd === 0 && shed < total / 100 && back <= 10,
    requests: total,
    perSecond: phases.map(({ perSecond }) => perSecond),
    lost,
    shed,
    unexpected: odd,
    p95Ms: {
      normal: round(normal),
      spike: round(p95(all, first, first + second)),
      after: round(p95(all, first + second + 10, first + second + 20)),
    },
    webhooks: done('webhook'),
    acts: done('act'),
  });
}

function claim(id: string, cookie: string, key: string): string {
  const headers = { cookie, 'x-motcua': '1', 'idempotency-key': key, 'content-type': 'application/json' };
  const body = JSON.stringify({ version: 3, action: { type: 'claim' } });
  return requestText('POST', `/api/v1/dossiers/${id}/actions`, headers, body);
}

/** Of the requests that were due between two seconds. */
function p95(all: readonly Answered[], from: number, to: number): number {
  const took = all
    .filter(([due]) => due >= from * 1000 && due < to * 1000)
    .map(([, ms]) => ms)
    .sort((a, b) => a - b);
  return took[Math.floor(took.length * 0.95)] ?? 0;
}

/** Normal again: from that second on, no second has a p95 above twice the normal one (or 50 ms, whichever is more). */
function secondsUntilNormal(all: readonly Answered[], end: number, normal: number): number {
  const limit = Math.max(2 * normal, 50);
  let back = 0;
  for (let second = 0; second < 19; second++)
    if (p95(all, end + second, end + second + 1) > limit) back = second + 1;
  return back;
}
