// Idempotency keys: a click sent twice has one effect and one answer.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { holdLock } from '../../test/held-lock.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { Database } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { onceBehindLock } from './command.ts';
import type { IntakeAnswer } from './schema.ts';

let world: World;
let nhung: Client;
beforeAll(async () => {
  world = await createWorld();
  nhung = await world.signInAs('nhung');
});
afterAll(() => world.close());

async function dossiers(): Promise<number> {
  const { rows } = await world.owner.query<{ count: number }>('select count(*)::int as count from dossier');
  return rows[0]?.count ?? 0;
}

test('the same key with the same request gives the first answer again, half an hour later too', async () => {
  const before = await dossiers();
  const key = { 'idempotency-key': 'slow-line-1' };
  const body = givenIntakeBody();
  const first = await nhung.post('/dossiers', body, key);
  world.ctx.clock.advance(30);
  const again = await nhung.post('/dossiers', body, key);
  expect(first.status).toBe(200);
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect(await dossiers()).toBe(before + 1);
});

test('ten at once with one key: the first works, the others wait for it and get its answer', async () => {
  const before = await dossiers();
  await world.givenIntake();
  // Whoever came first now waits for the number, holding the key; the others wait for the key.
  const lock = await holdLock(world.owner, 'select 1 from code_counter');
  const body = givenIntakeBody();
  const sent = Array.from({ length: 10 }, () =>
    nhung.post<IntakeAnswer>('/dossiers', body, { 'idempotency-key': 'ten-at-once' }),
  );
  await lock.untilWaiting(10);
  await lock.release();
  const answers = await Promise.all(sent);
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.code}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect(await dossiers()).toBe(before + 2);
});

test('the same key for something else is refused, and changes nothing', async () => {
  const key = { 'idempotency-key': 'reused-key' };
  const first = await nhung.post<IntakeAnswer>('/dossiers', givenIntakeBody(), key);
  const before = await dossiers();
  const other = await nhung.post('/dossiers', givenIntakeBody({ copies: 2 }), key);
  expect(other).toMatchObject({ status: 409, body: { kind: 'key_reused' } });
  const action = { version: first.body.version, action: { type: 'withdraw', reason: 'Công dân xin rút.' } };
  const act = await nhung.post(`/dossiers/${first.body.id}/actions`, action, key);
  expect(act).toMatchObject({ status: 409, body: { kind: 'key_reused' } });
  expect(await dossiers()).toBe(before);
});

test('a key belongs to its officer: a colleague with the same key is not answered with another’s dossier', async () => {
  const phuc = await world.signInAs('phuc');
  const key = { 'idempotency-key': 'shared-key' };
  const [hers, his] = [givenIntakeBody(), givenIntakeBody()];
  const [mine, theirs] = await Promise.all([
    nhung.post<IntakeAnswer>('/dossiers', hers, key),
    phuc.post<IntakeAnswer>('/dossiers', his, key),
  ]);
  expect(mine.body.id).not.toBe(theirs.body.id);
  expect((await nhung.post('/dossiers', hers, key)).body).toEqual(mine.body);
  expect((await phuc.post('/dossiers', his, key)).body).toEqual(theirs.body);
});

test('a refused command leaves its key free for the corrected one', async () => {
  const key = { 'idempotency-key': 'second-try' };
  const unknown = await nhung.post('/dossiers', givenIntakeBody({ procedureCode: '9.999999' }), key);
  expect(unknown.status).toBe(422);
  expect((await nhung.post('/dossiers', givenIntakeBody(), key)).status).toBe(200);
});

const claim = (version: number) => ({ version, action: { type: 'claim' } });
const acts = async (id: string) =>
  (
    await world.owner.query(`select seq from ledger where dossier_id = $1 and type = 'dossier_assigned'`, [
      id,
    ])
  ).rowCount;

test('ten acts at once with one key: one is done, the others wait for the dossier and get its answer', async () => {
  const hoa = await world.signInAs('hoa');
  const { id, version } = await world.givenIntake();
  const lock = await holdLock(world.owner, 'select 1 from dossier where id = $1', [id]);
  const key = { 'idempotency-key': 'ten-acts-at-once' };
  const sent = Array.from({ length: 10 }, () => hoa.post(`/dossiers/${id}/actions`, claim(version), key));
  await lock.untilWaiting(10);
  await lock.release();
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await acts(id)).toBe(1);
  // Much later, when others have acted too, it is still the answer of that time.
  await hoa.post(`/dossiers/${id}/actions`, {
    version: version + 1,
    action: { type: 'pass_on', note: null },
  });
  expect(await hoa.post(`/dossiers/${id}/actions`, claim(version), key)).toMatchObject({
    status: 200,
    body: answers[0]?.body as object,
  });
});

test('one key for two dossiers at once: the one that comes first is done, the other is refused and changes nothing', async () => {
  const hoa = await world.signInAs('hoa');
  const [one, two] = [await world.givenIntake(), await world.givenIntake()];
  // Both have written their act; the key alone stands between them.
  const lock = await holdLock(world.owner, 'select 1 from dossier where id = any($1)', [[one.id, two.id]]);
  const key = { 'idempotency-key': 'one-key-two-dossiers' };
  const sent = [one, two].map(({ id, version }) => hoa.post(`/dossiers/${id}/actions`, claim(version), key));
  await lock.untilWaiting(2);
  await lock.release();
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ kind: 'key_reused' });
  expect(((await acts(one.id)) ?? 0) + ((await acts(two.id)) ?? 0)).toBe(1);
});

test('who is sent away for want of a connection asks for none to look for the key', async () => {
  const asked: string[] = [];
  const full: Database = {
    ...world.ctx.database,
    tenant: async (tenantId) => {
      asked.push(tenantId);
      throw new Problem('unavailable', 'Đang có rất nhiều người dùng cùng lúc.');
    },
  };
  const command = { issuer: 'nhung', key: 'nobody-free', request: {}, at: world.ctx.clock.now() };
  const never = async () => Promise.reject(new Error('Nothing may be done.'));
  await expect(onceBehindLock(full, world.tenantId, command, never)).rejects.toMatchObject({
    kind: 'unavailable',
  });
  expect(asked).toEqual([world.tenantId]);
});
