// Connecting an Official Account: what an operator is told, and that nothing secret lies in the open.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOaWorld, type OaWorld, wardId } from '../../test/oa-world.ts';
import { sql } from '../platform/database.ts';
import type { ConnectRequest } from './connect.ts';
import { openOaSecret } from './sealing.ts';
import { oaStatuses } from './status.ts';
import { findConnectedOa, markState } from './store.ts';
import { accessTokenFor } from './tokens.ts';

let world: OaWorld;
beforeEach(async () => {
  world = await createOaWorld();
});
afterEach(() => world.close());

test('connected: named, sealed, found by its agency, ready to send', async () => {
  world.street.state.oa.name = 'Phường Kiến Tường';
  expect(await world.connect()).toMatchObject({
    kind: 'connected',
    oaId: world.ref.oaId,
    name: 'Phường Kiến Tường',
    oaType: 4,
    agencyName: 'Phường Kiến Tường',
    accessExpiresAt: '2026-11-24T09:00:00+07:00',
  });
  expect(await oaStatuses(world.ctx, world.ref.tenantId)).toMatchObject([
    { type: 'Cơ quan nhà nước', apiVersion: 'v3', state: 'connected', healthy: true },
  ]);
  const { database } = world.ctx;
  expect(await database.tenant(world.ref.tenantId, (tx) => findConnectedOa(tx, wardId))).toEqual({
    oaId: world.ref.oaId,
    name: 'Phường Kiến Tường',
  });
  expect(await accessTokenFor(world.ctx, world.ref)).toMatchObject({ kind: 'token' });
  expect(world.gate.asked()).toBe(1);

  const { app, oa, tokens } = world.street.state;
  const row = await database.tenant(world.ref.tenantId, (tx) => tx.row(sql`select * from zalo_oa`));
  const stored = JSON.stringify(row);
  for (const secret of [
    app.secret,
    oa.secretKey,
    tokens.access?.value ?? '-',
    tokens.refresh[0]?.value ?? '-',
  ]) {
    expect(secret.length).toBeGreaterThan(8);
    expect(stored).not.toContain(secret);
  }
  const { oaSecretKeySealed } = await world.row();
  expect(openOaSecret(world.ctx.secrets, oa.id, 'oa-secret-key', oaSecretKeySealed)).toBe(oa.secretKey);
  expect(() => openOaSecret(world.ctx.secrets, oa.id, 'app-secret', oaSecretKeySealed)).toThrow();
});

test('refused before the refresh token is spent', async () => {
  const cases: [Partial<ConnectRequest>, string, string][] = [
    [{ agencyCode: 'H99' }, 'unknown_agency', 'H80.27 (Phường Kiến Tường)'],
    [{ oaId: 'abc' }, 'bad_input', 'oa id'],
    [{ appId: '' }, 'bad_input', 'app id'],
    [{ appSecret: 'a b' }, 'bad_input', 'app secret'],
    [{ oaSecretKey: 'x\n' }, 'bad_input', 'OA secret key'],
    [{ refreshToken: '' }, 'bad_input', 'refresh token'],
    [{ appSecret: 'same', oaSecretKey: 'same' }, 'bad_input', 'trang Webhook'],
  ];
  for (const [more, reason, words] of cases) {
    const outcome = await world.connect(more);
    expect(outcome).toMatchObject({ kind: 'refused', reason });
    expect('sentence' in outcome && outcome.sentence).toContain(words);
  }
  expect(world.gate.asked()).toBe(0);
  expect(await world.connect()).toMatchObject({ kind: 'connected' });
});

test.each([
  [{ refreshToken: 'spent' }, 'lấy mã mới'],
  [{ appSecret: 'wrong' }, 'app secret'],
  [{ appId: '12345678' }, 'app id'],
])('refused by Zalo, in words (%#)', async (more, words) => {
  const outcome = await world.connect(more);
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'token_refused' });
  expect('sentence' in outcome && outcome.sentence).toContain(words);
  await expect(world.row()).rejects.toThrow('not connected');
});

test('a token of another account is not kept under this one', async () => {
  expect(await world.connect({ oaId: '999999999' })).toMatchObject({ kind: 'refused', reason: 'other_oa' });
  await expect(world.row()).rejects.toThrow('not connected');
});

test('Zalo cannot be reached: said, and nothing is kept', async () => {
  await world.gate.close();
  expect(await world.connect()).toMatchObject({ kind: 'refused', reason: 'no_answer' });
  await expect(world.row()).rejects.toThrow('not connected');
});

test('an account of another tenant is not taken over', async () => {
  const { pool } = world.ctx.database;
  await pool.query(`insert into tenant (tenant_id, name, created_at) values ('other', 'Other', now())`);
  const directory = 'insert into oa_directory (oa_id, app_id, tenant_id) values ($1, $2, $3)';
  await pool.query(directory, [world.ref.oaId, '1', 'other']);
  expect(await world.connect()).toMatchObject({ kind: 'refused', reason: 'other_tenant' });
  expect(world.gate.asked()).toBe(0);
});

test('connecting anew keeps the API version once learned, and the new secrets', async () => {
  await world.connect();
  await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    tx.run(sql`update zalo_oa set api_version = 'v2'`),
  );
  await world.connect({ oaSecretKey: 'key-2' });
  const row = await world.row();
  expect(row.apiVersion).toBe('v2');
  expect(openOaSecret(world.ctx.secrets, row.oaId, 'oa-secret-key', row.oaSecretKeySealed)).toBe('key-2');
});

test('an agency without an account speaks through the one above it, as long as that one works', async () => {
  await world.connect();
  const below = '01900000-0000-7000-8000-000000000002';
  const { database } = world.ctx;
  await database.tenant(world.ref.tenantId, (tx) =>
    tx.run(sql`insert into agency (tenant_id, id, code, parent_id, name, office_name, superior_name, place_name,
        address, dossier_code_prefix)
      values (${tx.tenantId}, ${below}, 'H80.27.01', ${wardId}, 'Trạm y tế', 'a', 'b', 'c', 'd', '000')`),
  );
  const found = () => database.tenant(world.ref.tenantId, (tx) => findConnectedOa(tx, below));
  expect(await found()).toMatchObject({ oaId: world.ref.oaId });
  await database.tenant(world.ref.tenantId, (tx) => markState(tx, world.ref.oaId, 'needs_grant', 'x'));
  expect(await found()).toBeUndefined();
});
