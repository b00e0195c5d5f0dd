// What was done before there were papers: the migration gives the papers and numbers that the office would have given.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { readMigrations } from '../platform/migrate.ts';

let world: World;
let clerk: Client;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signInAs('nhung');
});
afterAll(() => world.close());

async function actOn(id: string, action: object): Promise<void> {
  world.ctx.clock.advance(1);
  const { body } = await clerk.get<DossierView>(`/dossiers/${id}`);
  expect((await clerk.post(`/dossiers/${id}/actions`, { version: body.version, action })).status).toBe(200);
}

test('the same papers, numbers and names as if they had been made with their events', async () => {
  const target = { kind: 'paper', paperId: 'p1' };
  const items = [{ target, label: 'Tờ khai', reason: 'Thiếu chữ ký.' }];
  const [first, second] = [
    await world.givenIntake({ passOn: false, fee: 8_000, feePaid: true }),
    await world.givenIntake({ passOn: false }),
  ];
  for (const { id } of [second, first])
    await actOn(id, { type: 'request_supplement', items, sectorGround: null });
  await actOn(first.id, { type: 'take_supplement', papers: [] });
  await actOn(second.id, { type: 'withdraw', reason: 'Công dân đề nghị.' });

  const read = async () => ({
    papers: (await world.owner.query('select * from paper order by dossier_id, event_seq')).rows,
    counters: (await world.owner.query('select * from paper_counter order by kind')).rows,
  });
  const made = await read();
  expect(made.papers).toHaveLength(6);
  await world.owner.query('delete from paper; delete from paper_counter');
  const sql = readMigrations().find(({ name }) => name === '0011_papers.sql')?.sql ?? '';
  await world.owner.query(sql.slice(sql.lastIndexOf('do $$')));
  expect(await read()).toEqual(made);
});
