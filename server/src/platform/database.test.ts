// Transactions: statements that travel together, an end after which nothing is written, and a polite word when nobody is free.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { type Database, openDatabase, sql, type Tx } from './database.ts';
import { createHttp } from './http.ts';
import { openLog } from './log.ts';
import { Problem } from './problem.ts';

let world: World;
let database: Database;
beforeAll(async () => {
  world = await createWorld();
  database = openDatabase(world.connectionString, { max: 1, connectMs: 200 });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const number = (n: number) => sql`select ${n}::int as n`;
const inTenant = <T>(work: (tx: Tx) => Promise<T>) => database.tenant(world.tenantId, work);
const count = (at: string) =>
  sql`insert into code_counter (tenant_id, agency_id, day, last)
    values (${world.tenantId}, ${world.agencyId}, ${at}, 1)`;
const counted = async (at: string) =>
  (await world.owner.query('select 1 from code_counter where day = $1', [at])).rowCount;

/** Takes the one connection there is, until it is released. */
async function holdConnection(from: Database): Promise<{ release: () => void; held: Promise<void> }> {
  const [taken, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = from.tenant(world.tenantId, () => {
    taken.resolve();
    return released.promise;
  });
  await taken.promise;
  return { release: released.resolve, held };
}

test('statements asked together are done in the order in which they were asked', async () => {
  const answers = await inTenant((tx) =>
    Promise.all([
      tx.run(count('2026-01-01')),
      tx.row(sql`select last from code_counter where tenant_id = ${tx.tenantId} and day = '2026-01-01'`),
      tx.row(number(3)),
    ]),
  );
  expect(answers).toEqual([1, { last: 1 }, { n: 3 }]);
});

test('one that fails takes back those before it and those behind it; the connection is good as new', async () => {
  const together = inTenant((tx) =>
    Promise.all([tx.run(count('2026-01-02')), tx.run(sql`select 1 / 0`), tx.run(count('2026-01-03'))]),
  );
  await expect(together).rejects.toMatchObject({ code: '22012' });
  expect(await counted('2026-01-02')).toBe(0);
  expect(await counted('2026-01-03')).toBe(0);
  expect(await inTenant((tx) => tx.row(number(1)))).toEqual({ n: 1 });
});

test('what is only sent is done in its order, and fails the whole transaction with its own error', async () => {
  const seen = inTenant(async (tx) => {
    await tx.send(count('2026-01-05'));
    return tx.row(sql`select last from code_counter where tenant_id = ${tx.tenantId} and day = '2026-01-05'`);
  });
  expect(await seen).toEqual({ last: 1 });
  const atTheEnd = inTenant(async (tx) => {
    await tx.run(count('2026-01-06'));
    await tx.send(sql`select 1 / 0`);
  });
  await expect(atTheEnd).rejects.toMatchObject({ code: '22012' });
  const onTheWay = inTenant(async (tx) => {
    await tx.send(count('2026-01-06'));
    await tx.send(sql`select 1 / 0`);
    return tx.row(number(1));
  });
  await expect(onTheWay).rejects.toMatchObject({ code: '22012' });
  expect(await counted('2026-01-06')).toBe(0);
});

test('after its end a transaction writes nothing, whoever still holds it', async () => {
  let kept: Tx | undefined;
  await inTenant(async (tx) => {
    kept = tx;
  });
  await expect(kept?.run(count('2026-01-04'))).rejects.toThrow('over');
  await expect(kept?.send(count('2026-01-04'))).rejects.toThrow('over');
  expect(await counted('2026-01-04')).toBe(0);
});

test('a question alone sees its tenant and no other; one that fails leaves the connection good', async () => {
  const dossiers = sql`select tenant_id as tenant from agency`;
  expect(await database.ask(world.tenantId, () => dossiers)).toEqual([{ tenant: world.tenantId }]);
  expect(await database.ask('nobody', () => dossiers)).toEqual([]);
  await expect(database.ask(world.tenantId, () => sql`select 1 / 0`)).rejects.toMatchObject({
    code: '22012',
  });
  expect(await database.ask(world.tenantId, () => number(2))).toEqual([{ n: 2 }]);
});

test('when every connection is taken, people are told to come back: 503, when, and that nothing was written', async () => {
  const http = await createHttp({
    log: openLog({ level: 'silent' }),
    authenticate: async () => null,
    frameAncestors: [],
  });
  http.route({
    method: 'GET',
    path: '/busy',
    who: 'anyone',
    summary: 'Asks for a connection',
    handle: () => inTenant((tx) => tx.row(number(1))),
  });
  const { release, held } = await holdConnection(database);
  const reply = await http.app.inject({ url: '/api/v1/busy' });
  expect(reply.statusCode).toBe(503);
  expect(reply.headers['retry-after']).toBe('3');
  expect(reply.json()).toMatchObject({
    kind: 'unavailable',
    detail: expect.stringContaining('Chưa có gì được ghi'),
  });
  release();
  await held;
  expect((await http.app.inject({ url: '/api/v1/busy' })).statusCode).toBe(200);
  await http.app.close();
});

test('the line of those who wait is bounded: who comes after it is refused at once', async () => {
  const patient = openDatabase(world.connectionString, { max: 1, connectMs: 20_000 });
  const { release, held } = await holdConnection(patient);
  const waiting = Array.from({ length: 400 }, () => patient.ask(world.tenantId, () => number(1)));
  await expect(patient.ask(world.tenantId, () => number(1))).rejects.toBeInstanceOf(Problem);
  release();
  await held;
  expect(await Promise.all(waiting)).toHaveLength(400);
  await patient.close();
});
