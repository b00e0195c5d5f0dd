// Tokens under fire: many senders, several processes, one refresh; a death in the worst moment is found and said.

import { makePerson, messagesOf, write } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOaWorld, type OaWorld } from '../../test/oa-world.ts';
import { openDatabase } from '../platform/database.ts';
import { sendToUser } from './deliver.ts';
import { oaStatuses } from './status.ts';
import { claimRefresh } from './store.ts';
import { accessTokenFor, type OaContext, resumeCutOffRefreshes } from './tokens.ts';

let world: OaWorld;
/** Two processes: nothing is shared but the database. */
let processes: OaContext[];

beforeAll(async () => {
  world = await createOaWorld();
  await world.connect();
  const others = [1, 2].map(() => ({
    ...world.ctx,
    database: openDatabase(world.connectionString, { max: 8 }),
  }));
  processes = [world.ctx, ...others];
});
afterAll(async () => {
  for (const { database } of processes.slice(1)) await database.close();
  await world.close();
});

const killToken = (): void => {
  world.street.state.tokens.access = null;
};

test('a token killed under 64 senders of three processes: one refresh, every message once', async () => {
  const person = makePerson(world.street, { name: 'Người nhận' });
  write(world.street, person, { text: 'chào' });
  const asked = world.gate.asked();
  killToken();
  const outcomes = await Promise.all(
    Array.from({ length: 64 }, (_, at) =>
      sendToUser(processes[at % processes.length] as OaContext, {
        ...world.ref,
        userId: person.id,
        message: { text: `tin ${at}` },
      }),
    ),
  );
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['sent']));
  expect(world.gate.asked() - asked).toBe(1);
  const arrived = messagesOf(world.street, person.id).flatMap(({ from, content }) =>
    from === 'oa' && content.kind === 'text' ? [content.text] : [],
  );
  expect(arrived.toSorted()).toEqual(Array.from({ length: 64 }, (_, at) => `tin ${at}`).toSorted());
});

test('three processes refresh at once, fifty times over: one asks, all get what it was given', async () => {
  for (let round = 0; round < 50; round += 1) {
    const asked = world.gate.asked();
    const { access } = world.street.state.tokens;
    killToken();
    const results = await Promise.all(processes.map((ctx) => accessTokenFor(ctx, world.ref, access?.value)));
    expect(world.gate.asked() - asked).toBe(1);
    const now = world.street.state.tokens.access?.value;
    expect(results).toEqual(results.map(() => expect.objectContaining({ kind: 'token', accessToken: now })));
  }
});

async function dieRefreshing(): Promise<void> {
  const { refreshTokenSealed } = await world.row();
  const now = world.clock.now();
  await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    claimRefresh(tx, world.ref.oaId, { refreshTokenSealed, now, staleBefore: now }),
  );
}

test('a death before Zalo was asked is made good within a minute, without any message to send', async () => {
  await dieRefreshing();
  await resumeCutOffRefreshes(world.ctx);
  expect((await world.row()).refreshingSince).not.toBeNull();
  world.clock.advance(0.75);
  await resumeCutOffRefreshes(world.ctx);
  expect((await world.row()).refreshingSince).toBeNull();
  expect((await oaStatuses(world.ctx, world.ref.tenantId))[0]).toMatchObject({ healthy: true });
});

test('a death between answer and saving is found within a minute, and the operator is told what to do', async () => {
  await dieRefreshing();
  // Zalo had answered: the refresh token is spent, the access token of before is dead, and the new pair is nowhere.
  world.street.state.tokens = { ...world.street.state.tokens, refresh: [], access: null };
  world.clock.advance(0.75);
  await resumeCutOffRefreshes(world.ctx);
  const [status] = await oaStatuses(world.ctx, world.ref.tenantId);
  expect(status).toMatchObject({ state: 'needs_grant', healthy: false });
  expect(status?.sentence).toContain('motcua oa connect');
});
