// (e) The desk's worklist over HTTP: every tab of three officers, plain, searched, narrowed and ordered, with all counts, among
// a million dossiers and in a ward that has no past.

import { createHash, randomBytes } from 'node:crypto';
import { wardIds, wardTenant } from '../server/src/demo/ward.ts';
import { tabs } from '../server/src/worklists/schema.ts';
import { lockNext } from '../server/src/worklists/store.ts';
import type { City, Ward } from './city.ts';
import { compare, median, write } from './line.ts';
import { officerNamed } from './million.ts';
import { load, requestText, startServer, writeRequests } from './processes.ts';

const rounds = 7;
const connections = 2;
/** A clerk at the counter, a specialist, the chairman: unit, whole agency, both with and without a search. */
const officers = ['nhung', 'hoa', 'long'];
const searches = [
  '',
  'q=nguyen+77',
  'status=in_process&sort=newest',
  'urgency=late',
  'officer=none&sort=received',
];
/** What p95 may be among a million dossiers, in milliseconds. */
const bound = 30;

/** A session as the sign-in writes it; the cookie of an officer. */
export async function signInTo({ ctx }: Ward, username: string): Promise<string> {
  const token = `${wardTenant}.${randomBytes(24).toString('base64url')}`;
  const hash = createHash('sha256').update(token).digest('hex');
  await ctx.database.pool.query(
    `insert into session (tenant_id, token_hash, officer_id, post_id, created_at, last_used_at)
      select $1, $2, $3, id, now(), now() from officer_post where tenant_id = $1 and officer_id = $3 limit 1`,
    [wardTenant, hash, wardIds().officers.get(username)],
  );
  return `motcua_session=${token}`;
}

export async function measureWorklist({ small, large }: City): Promise<void> {
  const prepare = async (name: string, ward: Ward) => {
    const { port, stop } = await startServer('serve-ours.ts', ward.address, ward.folder);
    const asked: string[] = [];
    for (const who of officers) {
      const cookie = await signInTo(ward, who);
      asked.push(requestText('GET', '/api/v1/worklist/choices', { cookie }));
      for (const tab of tabs)
        for (const search of searches)
          for (const offset of [0, 50])
            asked.push(
              requestText(
                'GET',
                `/api/v1/worklist?tab=${tab}&offset=${offset}${search === '' ? '' : `&${search}`}`,
                { cookie },
              ),
            );
    }
    const requests = writeRequests(ward.folder, `worklist-${name}`, asked);
    const drive = async (seconds: number) => {
      const result = await load({ port, requests, connections, closed: { warmUp: 0.5, seconds } });
      if (Object.keys(result.statuses).join() !== '200')
        throw new Error(`the worklist answered ${JSON.stringify(result.statuses)}`);
      return result;
    };
    return { drive, stop };
  };
  const [mine, empty] = [await prepare('large', large), await prepare('small', small)];
  await Promise.all([mine.drive(2), empty.drive(2)]);
  const seen: { ours: number; peer: number }[] = [];
  for (let turn = 0; turn < rounds; turn++)
    seen.push({ ours: (await mine.drive(2.5)).p95, peer: (await empty.drive(2.5)).p95 });
  await mine.stop();
  await empty.stop();
  // p95 at most 1.3 times that of the empty database.
  compare('e.worklist/empty', seen, {
    unit: 'ms p95',
    target: round(1 / 1.3),
    lessIsBetter: true,
    dossiers: large.dossiers,
    open: large.open,
  });
  within('e.worklist', median(seen.map(({ ours }) => ours)), large);
  within('e.next', await nextP95(large), large);
}

/** The dossier next in line, found and locked as the desk's button does, and let go again. */
async function nextP95({ ctx }: Ward): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 300; turn++) {
    const before = performance.now();
    await ctx.database.tenant(wardTenant, (tx) => lockNext(tx, officerNamed('hoa'), ctx.clock.now()));
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

function within(name: string, p95: number, { dossiers, open }: Ward): void {
  const ratio = round(bound / p95);
  write({
    name,
    ours: round(p95),
    peer: bound,
    ratio,
    unit: 'ms p95',
    target: 1,
    met: ratio >= 1,
    dossiers,
    open,
  });
}

const round = (value: number) => Math.round(value * 1000) / 1000;
