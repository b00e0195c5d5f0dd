// A ward with an Official Account: a database of its own, the simulator as Zalo, one clock for both.

import { toEpochMs } from '@motcua/domain/time';
import { consoleRefreshToken } from '@motcua/zalo-sim/oauth';
import type { Delivery, Street } from '@motcua/zalo-sim/parts';
import { startStreet } from '@motcua/zalo-sim/server';
import { type ConnectOutcome, type ConnectRequest, connectOa } from '../src/oa/connect.ts';
import { findOa, type OaRow } from '../src/oa/store.ts';
import type { OaContext } from '../src/oa/tokens.ts';
import { type VirtualClock, virtualClock } from '../src/platform/clock.ts';
import { type Database, openDatabase, sql } from '../src/platform/database.ts';
import { openSecrets } from '../src/platform/secrets.ts';
import { type OauthGate, startOauthGate } from './oauth-gate.ts';
import { testDatabase } from './world-database.ts';

export interface OaWorld {
  ctx: OaContext;
  clock: VirtualClock;
  street: Street;
  gate: OauthGate;
  ref: { tenantId: string; oaId: string };
  connectionString: string;
  /** Connects as an operator would, with the simulator's credentials unless told otherwise. */
  connect(more?: Partial<ConnectRequest>): Promise<ConnectOutcome>;
  row(): Promise<OaRow>;
  /** Called with each webhook the simulator posts; nothing is listening otherwise. */
  onPost(take: (delivery: Delivery) => void): void;
  close(): Promise<void>;
}

export const wardId = '01900000-0000-7000-8000-000000000001';
const tenantId = 'kien-tuong';

export async function createOaWorld(oaType: 'state' | 'business' = 'state'): Promise<OaWorld> {
  const clock = virtualClock('2026-11-23T08:00:00+07:00');
  const copy = await testDatabase();
  const database = openDatabase(copy.connectionString);
  let take: (delivery: Delivery) => void = () => {};
  const running = await startStreet({
    oaType,
    webhookUrl: 'http://office.test/zalo/webhook',
    now: () => toEpochMs(clock.now()),
    deliver: async (delivery) => {
      take(delivery);
      return 200;
    },
  });
  const { street } = running;
  const gate = await startOauthGate(running.url);
  await addWard(database);

  const { app, oa } = street.state;
  const ctx: OaContext = {
    database,
    clock,
    secrets: openSecrets(Buffer.alloc(32, 7)),
    zalo: { oauth: gate.url, openapi: running.url, business: running.url, graph: running.url },
  };
  return {
    ctx,
    clock,
    street,
    gate,
    ref: { tenantId, oaId: oa.id },
    connectionString: copy.connectionString,
    connect: (more) =>
      connectOa(ctx, {
        tenantId,
        agencyCode: 'H80.27',
        oaId: oa.id,
        appId: app.id,
        appSecret: app.secret,
        oaSecretKey: oa.secretKey,
        refreshToken: consoleRefreshToken(street),
        ...more,
      }),
    async row() {
      const row = await database.tenant(tenantId, (tx) => findOa(tx, oa.id));
      if (row === undefined) throw new Error('the account is not connected');
      return row;
    },
    onPost: (taker) => {
      take = taker;
    },
    async close() {
      await gate.close();
      await running.close();
      await database.close();
      await copy.drop();
    },
  };
}

async function addWard(database: Database): Promise<void> {
  await database.pool.query('insert into tenant (tenant_id, name, created_at) values ($1, $1, now())', [
    tenantId,
  ]);
  await database.tenant(tenantId, (tx) =>
    tx.run(sql`insert into agency (tenant_id, id, code, name, office_name, superior_name, place_name, address,
        dossier_code_prefix)
      values (${tenantId}, ${wardId}, 'H80.27', 'Phường Kiến Tường', 'Trung tâm', 'UBND tỉnh', 'Kiến Tường', '1 Lê Lợi',
        '000.00.27.H80')`),
  );
}
