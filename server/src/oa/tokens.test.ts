// Single-use refresh tokens: one writer, saved before use, and every accident said.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOaWorld, type OaWorld } from '../../test/oa-world.ts';
import { startOauthGate } from '../../test/oauth-gate.ts';
import { sql } from '../platform/database.ts';
import { openOaSecret } from './sealing.ts';
import { oaStatuses } from './status.ts';
import { claimRefresh } from './store.ts';
import { accessTokenFor, refreshDueTokens } from './tokens.ts';

let world: OaWorld;
beforeEach(async () => {
  world = await createOaWorld();
  await world.connect();
});
afterEach(() => world.close());

const hours = (count: number) => world.clock.advance(count * 60);

async function token(rejected?: string): Promise<string> {
  const result = await accessTokenFor(world.ctx, world.ref, rejected);
  if (result.kind !== 'token') throw new Error(result.sentence);
  return result.accessToken;
}

function status() {
  return oaStatuses(world.ctx, world.ref.tenantId).then((rows) => rows[0]);
}

test('a young token is used as it is; two hours before its end it is replaced', async () => {
  const first = await token();
  hours(22.9);
  expect(await token()).toBe(first);
  expect(world.gate.asked()).toBe(1);
  hours(0.2);
  const second = await token();
  expect(second).not.toBe(first);
  expect(second).toBe(world.street.state.tokens.access?.value);
  expect(world.gate.asked()).toBe(2);
  expect((await world.row()).accessExpiresAt).toBe('2026-11-25T08:06:00+07:00');
});

test('the pair before is kept, sealed', async () => {
  const before = { accessToken: await token(), refreshToken: world.street.state.tokens.refresh[0]?.value };
  hours(24);
  await token();
  const { database, secrets } = world.ctx;
  const row = await database.tenant(world.ref.tenantId, (tx) =>
    tx.row<{ sealed: string }>(sql`select previous_tokens_sealed as sealed from zalo_oa`),
  );
  expect(JSON.parse(openOaSecret(secrets, world.ref.oaId, 'previous-tokens', row?.sealed ?? ''))).toEqual(
    before,
  );
});

test('twenty callers while Zalo thinks: one question, one answer for all', async () => {
  hours(26);
  const door = world.gate.hold();
  const callers = Array.from({ length: 20 }, () => token());
  await door.arrived;
  // The one writer is at Zalo's door: its claim is committed, and whoever comes now is refused it.
  const { refreshTokenSealed, refreshingSince } = await world.row();
  expect(refreshingSince).toBe(world.clock.now());
  const now = world.clock.now();
  const second = await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    claimRefresh(tx, world.ref.oaId, { refreshTokenSealed, now, staleBefore: '2026-11-01T00:00:00+07:00' }),
  );
  expect(second).toBe(false);
  door.open();
  expect(new Set(await Promise.all(callers)).size).toBe(1);
  expect(world.gate.asked()).toBe(2);
  expect(await status()).toMatchObject({ healthy: true });
});

test('no transaction is open while Zalo is asked', async () => {
  hours(26);
  const door = world.gate.hold();
  const caller = token();
  await door.arrived;
  const { rows } = await world.ctx.database.pool.query(
    `select count(*)::int as open from pg_stat_activity
     where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
  );
  expect(rows).toEqual([{ open: 0 }]);
  door.open();
  await caller;
});

test('a rejected token is replaced once; who comes late with the same one gets the new', async () => {
  const dead = await token();
  const next = await token(dead);
  expect(next).not.toBe(dead);
  expect(await token(dead)).toBe(next);
  expect(world.gate.asked()).toBe(2);
});

test('Zalo unreachable: a living token goes on, a dead one waits, the refresh token survives', async () => {
  const first = await token();
  const { url } = world.gate;
  const gone = await startOauthGate(url);
  await gone.close();
  world.ctx.zalo.oauth = gone.url;
  hours(24);
  expect(await token()).toBe(first);
  hours(2);
  expect(await accessTokenFor(world.ctx, world.ref)).toMatchObject({ kind: 'unavailable' });
  world.ctx.zalo.oauth = url;
  expect(await token()).not.toBe(first);
  expect(await status()).toMatchObject({ healthy: true });
});

test('the answer is lost on the way: the next attempt finds the token spent and says what to do', async () => {
  hours(26);
  world.gate.loseNextAnswer();
  expect(await accessTokenFor(world.ctx, world.ref)).toMatchObject({ kind: 'unavailable' });
  expect(await accessTokenFor(world.ctx, world.ref)).toMatchObject({ kind: 'not_connected' });
  expect(await status()).toMatchObject({ state: 'needs_grant', healthy: false });
  // Nothing more is asked of Zalo until a human has acted.
  const asked = world.gate.asked();
  expect(await accessTokenFor(world.ctx, world.ref)).toMatchObject({ kind: 'not_connected' });
  expect(world.gate.asked()).toBe(asked);
  await world.connect();
  expect(await status()).toMatchObject({ healthy: true });
  expect(await token()).toBe(world.street.state.tokens.access?.value);
});

test('a process died between question and answer: said at once, tried again after a minute', async () => {
  hours(26);
  const { refreshTokenSealed } = await world.row();
  const now = world.clock.now();
  await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    claimRefresh(tx, world.ref.oaId, { refreshTokenSealed, now, staleBefore: now }),
  );
  hours(0.1);
  expect(await status()).toMatchObject({ healthy: false });
  expect((await status())?.sentence).toContain('bị dừng giữa chừng');
  // Zalo had not been reached yet: the same refresh token still works.
  await token();
  expect(await status()).toMatchObject({ healthy: true });
});

test('a process died between answer and saving: after the next attempt a human is asked', async () => {
  hours(26);
  world.street.state.tokens.refresh = [];
  const { refreshTokenSealed } = await world.row();
  const now = world.clock.now();
  await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    claimRefresh(tx, world.ref.oaId, { refreshTokenSealed, now, staleBefore: now }),
  );
  hours(0.1);
  expect(await accessTokenFor(world.ctx, world.ref)).toMatchObject({ kind: 'not_connected' });
  expect((await status())?.sentence).toContain('chưa kịp lưu');
});

test('an operator connects anew while a refresh is under way: theirs is the pair in force', async () => {
  hours(26);
  const door = world.gate.hold();
  const caller = token();
  await door.arrived;
  const held = await world.row();
  await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    tx.run(sql`update zalo_oa set refresh_token_sealed = 'v1.theirs', refreshing_since = null,
      access_expires_at = ${'2026-11-26T00:00:00+07:00'}, refreshed_at = ${world.clock.now()}`),
  );
  door.open();
  await caller;
  expect(await world.row()).toMatchObject({
    refreshTokenSealed: 'v1.theirs',
    accessTokenSealed: held.accessTokenSealed,
  });
});

test('the schedule keeps idle accounts alive and names those in trouble', async () => {
  hours(24);
  expect(await refreshDueTokens(world.ctx)).toEqual([]);
  expect(world.gate.asked()).toBe(2);
  hours(26);
  world.street.state.tokens.refresh = [];
  expect(await refreshDueTokens(world.ctx)).toMatchObject([{ oaId: world.ref.oaId }]);
});

test('an account nobody connected', async () => {
  expect(await accessTokenFor(world.ctx, { ...world.ref, oaId: '404404' })).toMatchObject({
    kind: 'not_connected',
  });
});
