// (b) Durable webhook intake: signature, dedupe, row and job on the disk before the 200, against one commit for each.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ward } from './city.ts';
import { compare, skip } from './line.ts';
import { noPgbench, pgbench, pgbenchVersion } from './pgbench.ts';
import { load, startServer, writeRequests } from './processes.ts';
import { account, signedWebhook } from './zalo-account.ts';

const connections = 64;
const rounds = 5;
const people = 5_000;
const eventsInARound = 60_000;

export async function measureIntake({ ctx, address, folder }: Ward): Promise<void> {
  const { pool } = ctx.database;
  await pool.query(`create table naive_event (event_key text primary key, user_id text not null,
    received_at timestamptz not null, raw bytea not null)`);
  const ours = await startServer('serve-ours.ts', address, folder);
  const naive = await startServer('serve-naive.ts', address, account.secretKey, account.appId);
  const script = join(folder, 'insert.sql');
  writeFileSync(
    script,
    `\\set n random(1, 1000000000000)
insert into naive_event values ('p' || :n, 'u', now(), decode(repeat('ab', 330), 'hex')) on conflict do nothing;`,
  );
  const version = pgbenchVersion();
  const seen: { ours: number; naive: number; insert: number; p99: number; shed: number }[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const drive = async (name: string, port: number, path: string) => {
      const events = Array.from({ length: eventsInARound }, (_, n) =>
        signedWebhook(path, `${name}${turn}`, n, people),
      );
      const requests = writeRequests(folder, `intake-${name}`, events);
      const result = await load({ port, requests, connections, closed: { warmUp: 0.5, seconds: 3 } });
      const { 200: taken = 0, 503: shed = 0, ...odd } = result.statuses;
      if (Object.keys(odd).length > 0) throw new Error(`${name} answered ${JSON.stringify(odd)}`);
      // What was politely refused counts for nothing.
      return { perSecond: (result.perSecond * taken) / (taken + shed), p99: result.p99, shed };
    };
    const mine = await drive('ours', ours.port, '/zalo/webhook');
    const theirs = await drive('naive', naive.port, '/webhook');
    const insert =
      version === null ? 0 : pgbench(address, ['-n', '-M', 'prepared', '-c', '32', '-T', '3', '-f', script]);
    seen.push({ ours: mine.perSecond, naive: theirs.perSecond, insert, p99: mine.p99, shed: mine.shed });
    // Nobody works these jobs off; each round begins with an empty queue.
    await pool.query('truncate naive_event, webhook_event');
    await pool.query('delete from graphile_worker._private_jobs');
  }
  await ours.stop();
  await naive.stop();
  const unit = 'webhooks/s';
  compare(
    'b.intake/naive',
    seen.map((each) => ({ ours: each.ours, peer: each.naive })),
    {
      unit,
      target: 2,
      oursP99: Math.round(Math.max(...seen.map(({ p99 }) => p99))),
      oursShed: seen.reduce((sum, { shed }) => sum + shed, 0),
    },
  );
  if (version === null) return skip('b.intake/pgbench-insert', noPgbench);
  compare(
    'b.intake/pgbench-insert',
    seen.map((each) => ({ ours: each.ours, peer: each.insert })),
    { unit, target: null, limit: true, version },
  );
}
