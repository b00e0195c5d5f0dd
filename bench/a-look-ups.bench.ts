// (a) Status look-ups over HTTP among a million dossiers: ours, a bare hello, a naive route, PostGraphile.

import { wardTenant } from '../server/src/demo/ward.ts';
import { linkDigest } from '../server/src/dossiers/link-token.ts';
import type { Ward } from './city.ts';
import { compare, skip } from './line.ts';
import { tokenOf } from './million.ts';
import { load, requestText, startServer, writeRequests } from './processes.ts';

/** A crowd, as after the evening news, and a busy morning: grouping is for the first and must not cost the second. */
const crowd = 256;
const morning = 64;
const tokens = 50_000;
const rounds = 4;
/** More than anybody answers in a round. */
const firstTimers = 60_000;

export async function measureLookUps(ward: Ward): Promise<void> {
  const { ctx, address, folder, dossiers } = ward;
  // Nine in ten are of a dossier anywhere in the million; the tenth was never printed.
  const tokensFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const n = first + index;
      return tokenOf(ctx.secrets, n % 10 === 9 ? dossiers + n : 1 + ((n * 7_919) % dossiers));
    });
  const asked = tokensFrom(0, tokens);
  const get = (path: (token: string) => string) => asked.map((token) => requestText('GET', path(token)));
  const graphql = asked.map((token) =>
    requestText(
      'POST',
      '/graphql',
      { 'content-type': 'application/json' },
      JSON.stringify({
        query: `query($tenant: String!, $digest: String!) { dossierByTenantIdAndLinkDigest(tenantId: $tenant,
          linkDigest: $digest) { code status procedureName unit receivedAt dueAt } }`,
        variables: { tenant: wardTenant, digest: linkDigest(ctx.secrets, token) },
      }),
    ),
  );
  const status = (token: string) => `/api/v1/tracking/${token}/status`;
  const ours = await startServer('serve-ours.ts', address, folder);
  const contenders = {
    hello: { server: await startServer('serve-hello.ts'), requests: get((token) => `/${token}`) },
    naive: {
      server: await startServer('serve-naive.ts', address),
      requests: get((token) => `/look-up/${token}`),
    },
    postgraphile: { server: await startServer('serve-postgraphile.ts', address), requests: graphql },
    ours: {
      server: ours,
      requests: get(status),
    },
    // The same program in a process of its own, asked for no dossier twice: nothing it keeps is of use to it.
    first: { server: await startServer('serve-ours.ts', address, folder), requests: [] },
    page: { server: ours, requests: get((token) => `/api/v1/tracking/${token}`) },
  };
  type Name = keyof typeof contenders;
  type Seen = Record<Name, { perSecond: number; p99: number }[]>;
  const enoughForFirst = dossiers >= 2 * rounds * firstTimers;
  const names = (Object.keys(contenders) as Name[]).filter((name) => name !== 'first' || enoughForFirst);
  const plans = names.map((name) => ({
    name,
    port: contenders[name].server.port,
    requests: writeRequests(folder, name, contenders[name].requests),
  }));
  let nextFirst = 0;
  const askFirst = (): string => {
    const fresh = tokensFrom(nextFirst, firstTimers).map((token) => requestText('GET', status(token)));
    nextFirst += firstTimers;
    return writeRequests(folder, 'first', fresh);
  };
  const play = async (connections: number): Promise<Seen> => {
    const seen: Seen = { hello: [], naive: [], postgraphile: [], ours: [], first: [], page: [] };
    for (let turn = 0; turn < rounds; turn++)
      for (const { name, port, requests } of plans) {
        // Long enough for ours to have met every token once.
        const meeting = name === 'ours' && connections === crowd ? 8 : 2;
        const closed = { warmUp: turn === 0 ? meeting : 0.5, seconds: 3 };
        const plan = { port, requests: name === 'first' ? askFirst() : requests, connections, closed };
        const result = await load(plan);
        const odd = Object.keys(result.statuses).filter((code) => code !== '200' && code !== '404');
        if (odd.length > 0) throw new Error(`${name} answered ${JSON.stringify(result.statuses)}`);
        seen[name].push(result);
      }
    return seen;
  };
  for (const connections of [crowd, morning]) {
    const seen = await play(connections);
    const against = (peer: Name, mine: Name = 'ours') =>
      seen[mine].map(({ perSecond }, turn) => ({
        ours: perSecond,
        peer: seen[peer][turn]?.perSecond ?? 0,
      }));
    const at = connections === crowd ? 'a' : `a.at-${morning}`;
    const facts = { unit: 'requests/s', dossiers, connections };
    const wanted = (target: number) => (connections === crowd ? target : null);
    const oursP99 = Math.round(Math.max(...seen.ours.map((each) => each.p99)) * 10) / 10;
    compare(`${at}.look-up/naive`, against('naive'), { ...facts, target: wanted(1.5), oursP99 });
    const version = '4.14.1';
    compare(`${at}.look-up/postgraphile`, against('postgraphile'), { ...facts, target: wanted(4), version });
    if (enoughForFirst) {
      compare(`${at}.first-look-up/naive`, against('naive', 'first'), { ...facts, target: null });
      compare(`${at}.first-look-up/postgraphile`, against('postgraphile', 'first'), {
        ...facts,
        target: null,
      });
    } else
      skip(`${at}.first-look-up`, `no dossier is asked for twice: ${2 * rounds * firstTimers} are needed`);
    compare(`${at}.look-up/hello`, against('hello'), { ...facts, target: null, limit: true });
    compare(`${at}.page/naive`, against('naive', 'page'), { ...facts, target: null });
  }
  for (const server of new Set(Object.values(contenders).map((each) => each.server))) await server.stop();
}
