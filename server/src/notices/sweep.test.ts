// The forgotten are found: jobs deleted, attempts killed, processes that died half way; the invariant says when none is left.

import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createRoadsWorld, type RoadsWorld } from '../../test/roads-world.ts';
import { findForgotten, sweepNotices } from './sweep.ts';

let world: RoadsWorld;
beforeAll(async () => {
  world = await createRoadsWorld();
  await world.withTemplate();
});
// Nobody has to sign in anew because time passes.
beforeEach(() =>
  world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]),
);
afterAll(() => world.close());

async function stateOf(dossierId: string): Promise<string[]> {
  return (await world.dispatchesOf(dossierId)).map(({ state }) => state);
}

const forgotten = () => findForgotten(world.ctx.database, world.tenantId);
const dropJobs = () => world.owner.query('delete from graphile_worker._private_jobs');
const killJobs = () => world.owner.query('update graphile_worker._private_jobs set attempts = max_attempts');
const cards = () => world.cards().length;

/** After the bound: the schedule has come round once. */
async function afterTheBound(): Promise<void> {
  world.ctx.clock.advance(20);
  await sweepNotices(world.ctx);
  await world.settle();
}

it.each([
  ['deleted', dropJobs],
  ['out of attempts', killJobs],
])('a template whose job is %s leaves all the same, once', async (_how, harm) => {
  const before = cards();
  const { id } = await world.givenIntake();
  await world.ask(id);
  expect(await forgotten()).toEqual([]);
  await harm();
  expect(await forgotten()).toHaveLength(1);
  await world.settle();
  await sweepNotices(world.ctx);
  await world.settle();
  expect(await stateOf(id)).toEqual(['planned']);
  await afterTheBound();
  expect(await stateOf(id)).toEqual(['received']);
  expect(cards()).toBe(before + 1);
  expect(await forgotten()).toEqual([]);
});

it.each([
  ['dispatch.send.before', false],
  ['dispatch.send.after', true],
])('killed at %s it is told once', async (_point, hadLeft) => {
  const before = cards();
  const { id } = await world.givenIntake();
  await world.ask(id);
  // Only the answer to the process that died is lost: Zalo's receipt, if there is one, comes all the same.
  if (hadLeft) world.running.street.faults.add({ kind: 'hang_up', families: ['template'], times: 1 });
  if (hadLeft) await world.settle();
  await dropJobs();
  await world.owner.query(
    `update dispatch set state = 'sending', sending_at = $1, attempts = 1 where state in ('planned', 'unknown')`,
    [world.ctx.clock.now()],
  );
  await afterTheBound();
  expect(await stateOf(id)).toEqual(['received']);
  expect(cards()).toBe(before + 1);
  expect(await forgotten()).toEqual([]);
});

it('what cannot be moved for two days ends, and an officer calls', async () => {
  const { id } = await world.givenIntake();
  await world.ask(id);
  await dropJobs();
  world.ctx.clock.advance(49 * 60);
  await sweepNotices(world.ctx);
  expect(await stateOf(id)).toEqual(['failed', 'planned']);
  expect(await forgotten()).toEqual([]);
});

it('a template that no phone took is given to the next road though the job that asks about it is gone', async () => {
  const { id } = await world.givenIntake();
  world.resident.online = false;
  await world.ask(id);
  await world.settle();
  expect(await forgotten()).toEqual([]);
  await dropJobs();
  expect(await forgotten()).toHaveLength(1);
  world.ctx.clock.advance(126);
  await afterTheBound();
  world.resident.online = true;
  expect(await stateOf(id)).toEqual(['failed', 'planned']);
  expect(await forgotten()).toEqual([]);
});

it('a message of the chat whose job is gone arrives all the same', async () => {
  const { id } = await world.givenIntake();
  const phone = await world.linkedPhone(id);
  const before = messagesOf(world.running.street, phone.person.id).length;
  await world.ask(id);
  await dropJobs();
  expect(await forgotten()).toHaveLength(1);
  await afterTheBound();
  expect(messagesOf(world.running.street, phone.person.id).length).toBe(before + 1);
  expect(await forgotten()).toEqual([]);
});

it('a message of the chat that could not leave for two days ends, and its news go by another road', async () => {
  const { id } = await world.givenIntake();
  await world.linkedPhone(id);
  await world.ask(id);
  await dropJobs();
  world.ctx.clock.advance(47 * 60);
  await sweepNotices(world.ctx);
  await dropJobs();
  expect(await stateOf(id)).toEqual([]);
  world.ctx.clock.advance(2 * 60);
  await sweepNotices(world.ctx);
  await world.settle();
  expect(await stateOf(id)).toEqual(['received']);
  expect(await forgotten()).toEqual([]);
});

it('a message that failed without a next road goes by another', async () => {
  const { id } = await world.givenIntake();
  await world.linkedPhone(id);
  await world.ask(id);
  await dropJobs();
  await world.owner.query(
    `update chat_message set state = 'failed', state_reason = 'Lỗi đã quên.' where state = 'planned'`,
  );
  expect(await forgotten()).toHaveLength(1);
  await afterTheBound();
  expect(await stateOf(id)).toEqual(['received']);
  expect(await forgotten()).toEqual([]);
});

it('one that cannot be put right keeps no other from it, and is told', async () => {
  const { id: bad } = await world.givenIntake();
  const { id } = await world.givenIntake();
  for (const each of [bad, id]) await world.ask(each);
  await dropJobs();
  world.ctx.clock.advance(49 * 60);
  // Its applicant has gone, which cannot be.
  await world.owner.query(
    `update dossier set state = jsonb_set(state, '{applicantId}', to_jsonb(gen_random_uuid())) where id = $1`,
    [bad],
  );
  await expect(sweepNotices(world.ctx)).rejects.toThrow('the others were done');
  expect(await stateOf(id)).toEqual(['failed', 'planned']);
});
