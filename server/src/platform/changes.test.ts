// Live changes: what commits reaches the desks of its agency, and of no other; a broken channel is not a silent one.

import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenAgency } from '../../test/given-agency.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { followChanges } from './changes.ts';
import { openLog } from './log.ts';

let world: World;
let origin: string;
beforeEach(async () => {
  world = await createWorld();
  origin = await world.http.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => world.close());

interface Stream {
  /** The next message of the stream; undefined when it has ended. */
  next(): Promise<unknown>;
  headers: IncomingMessage['headers'];
  leave(): void;
}

async function openStream(client: Client): Promise<Stream> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const asking = request(`${origin}/api/v1/changes`, { headers: { cookie } });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const lines = createInterface({ input: answer })[Symbol.asyncIterator]();
  return {
    headers: answer.headers,
    async next() {
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) return undefined;
        if (value.startsWith('data: ')) return JSON.parse(value.slice(6)) as unknown;
      }
    },
    leave: () => asking.destroy(),
  };
}

test('a desk hears of its own agency’s dossiers, in order, and of nobody else’s', async () => {
  const beside = await givenAgency(world, world.tenantId, 'ben-canh');
  const far = await givenAgency(world, 'tinh-khac', 'tinh-khac');
  const ours = await openStream(await world.signInAs('hoa'));
  const theirs = await openStream(await beside.signInAs('hoa'));
  const away = await openStream(await far.signInAs('hoa'));
  const first = await world.givenIntake();
  const body = givenIntakeBody();
  const next = await (await beside.signInAs('nhung')).post<{ id: string }>('/dossiers', body);
  const last = await (await far.signInAs('nhung')).post<{ id: string }>('/dossiers', body);
  const second = await world.givenIntake();
  expect(await ours.next()).toEqual({ dossierId: first.id, version: 3 });
  expect(await ours.next()).toEqual({ dossierId: second.id, version: 3 });
  expect(await theirs.next()).toEqual({ dossierId: next.body.id, version: 3 });
  expect(await away.next()).toEqual({ dossierId: last.body.id, version: 3 });
  expect(ours.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  for (const stream of [ours, theirs, away]) stream.leave();
});

test('what is refused or rolled back is not told', async () => {
  const stream = await openStream(await world.signInAs('hoa'));
  const nhung = await world.signInAs('nhung');
  expect((await nhung.post('/dossiers', {})).status).toBe(422);
  const { id } = await world.givenIntake();
  expect(await stream.next()).toEqual({ dossierId: id, version: 3 });
  stream.leave();
});

test('when the channel breaks the streams end, so that desks ask again, and the channel comes back', async () => {
  const changes = await followChanges(world.connectionString, openLog({ level: 'silent' }), 1);
  const ended = Promise.withResolvers<void>();
  changes.listen(() => {}, ended.resolve);
  const broken = await world.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen motcua_changes'`,
  );
  expect(broken.rowCount).toBe(2);
  await ended.promise;
  const heard = Promise.withResolvers<string>();
  changes.listen(
    ({ dossierId }) => heard.resolve(dossierId),
    () => {},
  );
  await untilListening();
  const { id } = await world.givenIntake();
  expect(await heard.promise).toBe(id);
  await changes.stop();
});

async function untilListening(): Promise<void> {
  for (;;) {
    const { rowCount } = await world.owner.query(
      `select 1 from pg_stat_activity
        where datname = current_database() and query = 'listen motcua_changes' and state = 'idle'`,
    );
    if (rowCount !== 0) return;
  }
}

test('a stop ends every stream', async () => {
  const stream = await openStream(await world.signInAs('hoa'));
  const ended = stream.next();
  await world.stopChanges();
  expect(await ended).toBeUndefined();
});
