// (c) An officer's act, whole: key claimed, dossier locked, decided, ledger, row, notice, message, job, commit. Against TPC-B.

import { wardTenant } from '../server/src/demo/ward.ts';
import { act } from '../server/src/dossiers/act.ts';
import type { Ward } from './city.ts';
import { compare, skip } from './line.ts';
import { dossierId, officerNamed, wholeWay } from './million.ts';
import { noPgbench, pgbench, pgbenchVersion } from './pgbench.ts';
import { account } from './zalo-account.ts';

const rounds = 5;
const atOnce = 8;
const perRound = 250;

/**
 * Every act of the way from the specialist's desk to the citizen's hand, so that reading, writing and telling are mixed
 * as in life; a chat follows every second dossier.
 */
export async function measureActs({ ctx, address, open }: Ward): Promise<void> {
  const { pool } = ctx.database;
  await pool.query(
    `insert into chat_person (tenant_id, oa_id, user_id, first_seen_at, interacted_at)
      select $1, $2, 'c' || n, now(), now() from generate_series(1, $3::int) n`,
    [wardTenant, account.oaId, open],
  );
  await pool.query(
    `insert into chat_link (tenant_id, id, oa_id, user_id, dossier_id, way, consent, linked_at)
      select $1, gen_random_uuid(), $2, 'c' || n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        'link_code', 'Đồng ý', now() from generate_series(2, $3::int, 2) n`,
    [wardTenant, account.oaId, open],
  );
  const version = pgbenchVersion();
  if (version !== null) pgbench(address, ['-i', '-q', '-s', '10']);
  const officers = new Map(wholeWay.map(([who]) => [who, officerNamed(who)]));
  let next = 1;
  const walk = async (n: number): Promise<number> => {
    const id = dossierId(n);
    let at = 3;
    for (const [who, action] of wholeWay)
      at = (
        await act(ctx, wardTenant, officers.get(who) ?? officerNamed(who), {
          dossierId: id,
          version: at,
          action,
          key: ctx.newId(),
        })
      ).version;
    return wholeWay.length;
  };
  const actsPerSecond = async (dossiers: number): Promise<number> => {
    const left = Array.from({ length: dossiers }, () => next++);
    const start = performance.now();
    const lane = async (): Promise<number> => {
      let acts = 0;
      for (let n = left.shift(); n !== undefined; n = left.shift()) acts += await walk(n);
      return acts;
    };
    const acts = await Promise.all(Array.from({ length: atOnce }, lane));
    return (acts.reduce((sum, each) => sum + each, 0) * 1000) / (performance.now() - start);
  };
  await actsPerSecond(300);
  const seen: { ours: number; peer: number }[] = [];
  for (let turn = 0; turn < rounds; turn++)
    seen.push({
      ours: await actsPerSecond(perRound),
      peer:
        version === null ? 0 : pgbench(address, ['-n', '-M', 'prepared', '-c', String(atOnce), '-T', '4']),
    });
  const unit = 'acts/s';
  if (version === null) return skip('c.acts/pgbench-tpcb', noPgbench);
  compare('c.acts/pgbench-tpcb', seen, { unit, target: 0.25, version, atOnce });
}
