// Sending through the real simulator: versions, dead tokens, refusals, and never twice.

import { createServer } from 'node:http';
import type { Person } from '@motcua/zalo-sim/model';
import { makePerson, messagesOf, setBlocked, setFollowing } from '@motcua/zalo-sim/people';
import { afterEach, expect, test } from 'vitest';
import { createOaWorld, type OaWorld } from '../../test/oa-world.ts';
import { sendToUser } from './deliver.ts';
import { oaStatuses } from './status.ts';
import { markState } from './store.ts';

let world: OaWorld;
let person: Person;
afterEach(() => world.close());

async function meet(type: 'state' | 'business') {
  world = await createOaWorld(type);
  await world.connect();
  person = makePerson(world.street, { name: 'Nguyễn Văn An' });
  setFollowing(world.street, person, true);
}

function send(message: { text: string; quote_message_id?: string } = { text: 'Hồ sơ đã xong' }) {
  return sendToUser(world.ctx, { ...world.ref, userId: person.id, message });
}

function arrived() {
  return messagesOf(world.street, person.id).filter((one) => one.from === 'oa');
}

test('a state agency: v3 is refused once, v2 sends and is remembered', async () => {
  await meet('state');
  const outcome = await send();
  expect(outcome).toMatchObject({ kind: 'sent' });
  expect((await world.row()).apiVersion).toBe('v2');
  expect(arrived()).toHaveLength(1);
  expect(arrived()[0]?.id).toBe(outcome.kind === 'sent' && outcome.messageId);
  await send();
  expect(arrived()).toHaveLength(2);
});

test('a business stays on v3; one pinned to v2 by mistake comes back', async () => {
  await meet('business');
  expect(await send()).toMatchObject({ kind: 'sent' });
  expect((await world.row()).apiVersion).toBe('v3');
  world.street.state.oa.type = 'state';
  await send();
  expect((await world.row()).apiVersion).toBe('v2');
  world.street.state.oa.type = 'business';
  expect(await send()).toMatchObject({ kind: 'sent' });
  expect((await world.row()).apiVersion).toBe('v3');
  expect(arrived()).toHaveLength(3);
});

test('a token killed behind our back is replaced once', async () => {
  await meet('state');
  await send();
  if (world.street.state.tokens.access) world.street.state.tokens.access.value = 'minted in the API Explorer';
  expect(await send()).toMatchObject({ kind: 'sent' });
  expect(world.gate.asked()).toBe(2);
  expect(arrived()).toHaveLength(2);
});

test('a quotation that cannot be shown is dropped, the words arrive', async () => {
  await meet('state');
  expect(await send({ text: 'Vâng ạ', quote_message_id: 'gone' })).toMatchObject({ kind: 'sent' });
  expect(arrived()).toMatchObject([{ content: { text: 'Vâng ạ' }, quoteMsgId: null }]);
});

test('a person who blocked: refused with a policy, the account is none the worse', async () => {
  await meet('state');
  setBlocked(world.street, person, true);
  expect(await send()).toMatchObject({ kind: 'refused', policy: { action: 'fallback' } });
  expect(arrived()).toHaveLength(0);
  expect(await oaStatuses(world.ctx, world.ref.tenantId)).toMatchObject([{ healthy: true }]);
});

test('no grant any more: nothing is sent, and the sentence says what to do', async () => {
  await meet('state');
  world.street.state.tokens.access = null;
  world.street.state.tokens.refresh = [];
  expect(await send()).toMatchObject({ kind: 'not_connected' });
  expect(await oaStatuses(world.ctx, world.ref.tenantId)).toMatchObject([
    { state: 'needs_grant', healthy: false },
  ]);
});

test('Zalo out of reach: not sent, and safe to repeat', async () => {
  await meet('state');
  await world.gate.close();
  world.ctx.zalo.openapi = world.gate.url;
  expect(await send()).toEqual({ kind: 'not_sent', why: 'unreachable' });
});

test('no code but -235 makes a second message by v2', async () => {
  await meet('state');
  let code = 0;
  let paths: (string | undefined)[] = [];
  const zalo = createServer((request, response) => {
    paths.push(request.url);
    response.end(JSON.stringify({ error: code, message: 'no' }));
  });
  await new Promise<void>((resolve) => zalo.listen(0, '127.0.0.1', resolve));
  const address = zalo.address();
  world.ctx.zalo.openapi = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  for (code of [-200, -201, -216, -233, -240, -999]) {
    paths = [];
    expect(await send()).toMatchObject({ kind: code === -200 ? 'unknown_outcome' : 'refused' });
    // Only a dead token is tried again, and with the same version.
    expect(paths).toEqual(Array.from({ length: code === -216 ? 2 : 1 }, () => '/v3.0/oa/message/cs'));
  }
  expect((await world.row()).apiVersion).toBe('v3');
  await new Promise((resolve) => zalo.close(resolve));
});

test('what Zalo says of the account is kept for the operator, until a message goes through', async () => {
  await meet('business');
  world.street.state.oa.type = 'state';
  await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    markState(tx, world.ref.oaId, 'refused', 'Official Account chưa xác thực.'),
  );
  expect(await oaStatuses(world.ctx, world.ref.tenantId)).toMatchObject([{ healthy: false }]);
  expect(await send()).toMatchObject({ kind: 'sent' });
  expect(await oaStatuses(world.ctx, world.ref.tenantId)).toMatchObject([{ healthy: true }]);
});
