// A working ward: a database of its own, one clock set by hand, the whole application, officers who sign in.

import type { ActorFacts } from '@motcua/domain/dossier-guard';
import type { Instant } from '@motcua/domain/time';
import { Pool } from 'pg';
import { createApp } from '../src/app.ts';
import { setUpWard, wardIds, wardTenant } from '../src/demo/ward.ts';
import { demoOfficers, demoPassword } from '../src/demo/ward-people.ts';
import type { IntakeAnswer, IntakeBody } from '../src/dossiers/schema.ts';
import { followChanges } from '../src/platform/changes.ts';
import { type VirtualClock, virtualClock } from '../src/platform/clock.ts';
import type { Context } from '../src/platform/context.ts';
import { openDatabase } from '../src/platform/database.ts';
import type { Http } from '../src/platform/http.ts';
import { newId } from '../src/platform/ids.ts';
import { openLog } from '../src/platform/log.ts';
import { openSecrets } from '../src/platform/secrets.ts';
import { type Client, type Reply, visitor } from './client.ts';
import { givenIntakeBody } from './given-intake.ts';
import { testDatabase } from './world-database.ts';

export interface World {
  ctx: Context & { clock: VirtualClock };
  http: Http;
  /** The owner's own connections: they see every tenant, as an administrator in `psql` would. */
  owner: Pool;
  connectionString: string;
  tenantId: string;
  agencyId: string;
  officer(username: string): ActorFacts;
  /** Signs in through the front door. */
  signInAs(username: string): Promise<Client>;
  /** Takes a dossier in at the counter, through HTTP; fails unless it is accepted. */
  givenIntake(more?: Partial<IntakeBody> & { clerk?: string }): Promise<IntakeAnswer>;
  /** Ends the live streams, as a stopping process does before all else. */
  stopChanges(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** The moment the ward opens its doors; a working Monday morning unless told otherwise. */
  at?: Instant;
  /** The address at which the application finds its database; the database's own unless something stands in between. */
  databaseUrl?: (direct: string) => Promise<string>;
  /** Where webhooks go while PostgreSQL is away; nowhere unless told otherwise. */
  spoolFolder?: string;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const clock = virtualClock(options.at ?? '2026-12-07T08:00:00+07:00');
  const copy = await testDatabase();
  const databaseUrl = (await options.databaseUrl?.(copy.connectionString)) ?? copy.connectionString;
  const { spoolFolder } = options;
  const forIntake =
    spoolFolder === undefined
      ? undefined
      : openDatabase(databaseUrl, { max: 4, connectMs: 300, answerMs: 600 });
  const ctx = {
    database: openDatabase(databaseUrl),
    secrets: openSecrets(Buffer.alloc(32, 7)),
    clock,
    newId,
    publicUrl: 'https://motcua.test',
    zalo: { oauth: zaloAway, openapi: zaloAway, business: zaloAway, graph: zaloAway },
    demo: true,
  };
  await setUpWard(ctx, clock.now());
  const log = openLog({ level: 'silent' });
  const changes = await followChanges(copy.connectionString, log);
  const http = await createApp({
    ctx,
    log,
    changes,
    demo: null,
    frameAncestors: [],
    openOa: (oaId) => `https://zalo.me/${oaId}`,
    ...(forIntake && spoolFolder !== undefined && { intake: { database: forIntake, spoolFolder } }),
  });
  const owner = new Pool({ connectionString: copy.connectionString, max: 4 });
  // The database is dropped while its last connections are still saying goodbye.
  owner.on('error', () => {});
  owner.on('connect', (client) => client.on('error', () => {}));
  const { agencyId, officers } = wardIds();
  const clients = new Map<string, Promise<Client>>();

  async function signInAs(username: string): Promise<Client> {
    const { client, reply } = await signIn(http, `${username}@${wardTenant}`, demoPassword);
    if (reply.status !== 200) throw new Error(`${username} could not sign in: ${JSON.stringify(reply.body)}`);
    return client;
  }

  return {
    ctx,
    http,
    owner,
    connectionString: copy.connectionString,
    tenantId: wardTenant,
    agencyId,
    officer(username) {
      const officer = demoOfficers.find((each) => each.username === username);
      const officerId = officers.get(username);
      if (officer === undefined || officerId === undefined) throw new Error(`Nobody is called ${username}.`);
      return { officerId, agencyId, unit: officer.unit, roles: officer.roles, standsInFor: [] };
    },
    signInAs,
    async givenIntake({ clerk = 'nhung', ...more } = {}) {
      const client = clients.get(clerk) ?? signInAs(clerk);
      clients.set(clerk, client);
      const reply = await (await client).post<IntakeAnswer>('/dossiers', givenIntakeBody(more));
      if (reply.status !== 200) throw new Error(`not taken in: ${JSON.stringify(reply.body)}`);
      return reply.body;
    },
    stopChanges: () => changes.stop(),
    async close() {
      await changes.stop();
      await http.app.close();
      await owner.end();
      await ctx.database.close();
      await forIntake?.close();
      await copy.drop();
    },
  };
}

/** Tries to sign in; the client carries the session's cookie when it worked. */
export async function signIn(
  http: Http,
  username: string,
  password: string,
): Promise<{ client: Client; reply: Reply<unknown> }> {
  const client = visitor(http);
  const reply = await client.post('/session', { username, password });
  return { client, reply };
}

/** Nothing listens there: a test that talks to Zalo makes its own street. */
const zaloAway = 'http://zalo.invalid';
