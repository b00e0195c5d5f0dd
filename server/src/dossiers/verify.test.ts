// The proof of the ledger: whatever an administrator does behind the office's back is found, and the office itself cannot do it.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { chanceFrom } from '../demo/chance.ts';
import { liveThrough } from '../demo/half-year.ts';
import { sql } from '../platform/database.ts';
import { appendLedger, chain, hashRow, readLedger } from './store.ts';
import { verifyTenant } from './verify.ts';

let world: World;
let ids: string[];
beforeAll(async () => {
  world = await createWorld({ at: '2026-11-20T08:00:00+07:00' });
  const story = { until: '2026-12-07T17:00:00+07:00', days: 6, perDay: 2, seed: 5 };
  await liveThrough(world.ctx, story, () => {});
  const { rows } = await world.owner.query<{ id: string }>(
    'select dossier_id as id from ledger group by 1 having count(*) >= 5 order by 1',
  );
  ids = rows.map(({ id }) => id);
});
afterAll(() => world.close());

beforeEach(async () => {
  await world.owner.query('create table kept as table ledger; create table kept_rows as table dossier');
});
afterEach(async () => {
  await world.owner.query(`begin; set constraints all deferred; delete from ledger;
    update dossier d set state = k.state, status = k.status, due_at = k.due_at, due_soon_at = k.due_soon_at,
        officer_id = k.officer_id, ended = k.ended, code = k.code, head_hash = k.head_hash, unit = k.unit,
        timeliness = k.timeliness
      from kept_rows k where k.id = d.id;
    insert into ledger select * from kept; commit; drop table kept; drop table kept_rows`);
});

const verify = () => verifyTenant(world.ctx.database, world.tenantId);
const one = () => chanceFrom(ids.length).pick(ids);

test('dossiers made by the use cases have no fault, and every one of their events is looked at', async () => {
  const { rows } = await world.owner.query(
    'select count(*)::int as events, count(distinct dossier_id)::int as dossiers from ledger',
  );
  expect(await verify()).toEqual({ ...rows[0], faults: [] });
  expect(ids.length).toBeGreaterThan(5);
});

/** What an administrator may try, as SQL on `$1`, a dossier; and the row at which it shows. */
const deeds: [string, string, number | null][] = [
  [
    'a reason is rewritten',
    `update ledger set payload = payload || '{"note":"khác"}' where dossier_id = $1 and seq = 3`,
    3,
  ],
  [
    'one letter is changed',
    `update ledger set payload = replace(payload::text, 'kien', 'kiem')::jsonb || '{"code":"000.00.27.H53-261124-0009"}' where dossier_id = $1 and seq = 2`,
    2,
  ],
  [
    'a deed is moved by a second',
    `update ledger set at = at + interval '1 second' where dossier_id = $1 and seq = 2`,
    2,
  ],
  [
    'a deed is put on another officer',
    `update ledger set actor = jsonb_set(actor, '{officerId}', '"01900000-0000-7000-8000-00000000dead"') where dossier_id = $1 and seq = 3`,
    3,
  ],
  ['a hash is replaced', `update ledger set hash = repeat('a', 64) where dossier_id = $1 and seq = 4`, 4],
  [
    'two rows are swapped',
    `update ledger set seq = case seq when 3 then 1004 else 1003 end where dossier_id = $1 and seq in (3, 4); update ledger set seq = seq - 1000 where dossier_id = $1 and seq > 1000`,
    3,
  ],
  ['a row is deleted from the middle', 'delete from ledger where dossier_id = $1 and seq = 3', 3],
  ['the first row is deleted', 'delete from ledger where dossier_id = $1 and seq = 1', 1],
  [
    'the tail is cut off',
    'delete from ledger where dossier_id = $1 and seq = (select max(seq) from ledger where dossier_id = $1)',
    null,
  ],
  ['the whole chain is gone', 'delete from ledger where dossier_id = $1', null],
  [
    'a row is added at the end',
    `insert into ledger select tenant_id, dossier_id, seq + 1, at, actor, type, payload, hash, repeat('b', 64) from ledger where dossier_id = $1 order by seq desc limit 1`,
    -1,
  ],
  [
    'the state is changed',
    `update dossier set state = jsonb_set(state, '{outcome}', '"refused"') where id = $1`,
    null,
  ],
  [
    'a due date is moved in the list only',
    `update dossier set due_at = due_at + interval '1 day' where id = $1`,
    null,
  ],
  [
    'a status is changed in the list only',
    `update dossier set status = 'awaiting_payment' where id = $1`,
    null,
  ],
  ['a dossier is hidden from the lists', 'update dossier set ended = not ended where id = $1', null],
  ['a late result is counted as early', `update dossier set timeliness = 'nobody knows' where id = $1`, null],
  ['a code is changed', `update dossier set code = '000.00.27.H53-261124-0999' where id = $1`, null],
];

test.each(deeds)('found: %s', async (_deed, statements, seq) => {
  const id = one();
  for (const statement of statements.split('; ')) await world.owner.query(statement, [id]);
  const { faults } = await verify();
  expect(faults.map((fault) => fault.dossierId)).toEqual([id]);
  if (seq !== -1) expect(faults[0]?.seq).toBe(seq);
  expect(faults[0]?.problem).toMatch(/[À-ỹ]/);
});

test.each(['third', 'last'])(
  'found: the %s row rewritten and hashed anew, in what no state shows',
  async (which) => {
    const id = one();
    const rows = await world.ctx.database.tenant(world.tenantId, (tx) => readLedger(tx, id));
    const row = which === 'last' ? rows.at(-1) : rows[2];
    if (row?.recorded.actor.kind !== 'officer') throw new Error('The story has officers there.');
    const actor = { ...row.recorded.actor, onBehalf: true };
    const hash = hashRow(world.tenantId, id, { ...row.recorded, actor }, row.prevHash);
    await world.owner.query('update ledger set actor = $3, hash = $4 where dossier_id = $1 and seq = $2', [
      id,
      row.recorded.seq,
      actor,
      hash,
    ]);
    const { faults } = await verify();
    expect(faults).toEqual([expect.objectContaining({ dossierId: id, seq: which === 'last' ? null : 4 })]);
  },
);

test('found: a chain hashed anew by somebody who knows how, from which a deed is left out', async () => {
  const id = one();
  const rows = await world.ctx.database.tenant(world.tenantId, (tx) => readLedger(tx, id));
  await world.owner.query('delete from ledger where dossier_id = $1', [id]);
  const kept = rows.filter(({ recorded }) => recorded.event.type !== 'dossier_accepted');
  await world.ctx.database.tenant(world.tenantId, async (tx) => {
    const forged = kept.map(({ recorded }, index) => ({ ...recorded, seq: index + 1 }));
    const { rows, head } = chain(tx.tenantId, id, forged);
    await appendLedger(tx, id, rows);
    await tx.run(sql`update dossier set head_hash = ${head} where id = ${id}`);
  });
  const { faults } = await verify();
  expect(faults).toEqual([
    expect.objectContaining({ dossierId: id, problem: 'sổ kể một diễn biến không thể xảy ra' }),
  ]);
});

test('the application may add to the ledger, but neither change, delete nor empty it', async () => {
  const tries = [
    sql`update ledger set at = at`,
    sql`delete from ledger`,
    sql`truncate ledger`,
    sql`alter table ledger disable row level security`,
    sql`drop table ledger`,
    sql`create table elsewhere (x int)`,
  ];
  for (const each of tries)
    await expect(world.ctx.database.tenant(world.tenantId, (tx) => tx.run(each))).rejects.toMatchObject({
      code: '42501',
    });
});
