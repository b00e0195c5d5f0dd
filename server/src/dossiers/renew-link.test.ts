// The QR of a lost receipt is revoked: the old print dies at once with all that was made of it, the new receipt's lives.

import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { type Client, visitor } from '../../test/client.ts';
import { holdLock } from '../../test/held-lock.ts';
import { chatsFollowing } from '../chat/following-store.ts';
import { readQrPixels } from '../papers/pdf-reading.ts';
import type { ActionAnswer, DossierView, IntakeAnswer } from './schema.ts';
import { verifyTenant } from './verify.ts';

let world: ChatWorld;
let clerk: Client;
let taken: IntakeAnswer;
beforeAll(async () => {
  world = await createChatWorld();
  clerk = await world.signInAs('nhung');
});
beforeEach(async () => {
  taken = await world.givenIntake();
});
afterAll(() => world.close());

const action = { type: 'renew_link', reason: 'Công dân báo mất giấy tiếp nhận.' };

async function renew(at: { id: string; version: number } = taken): Promise<ActionAnswer> {
  const reply = await clerk.post<ActionAnswer>(`/dossiers/${at.id}/actions`, { version: at.version, action });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
}

/** What the QR on a receipt printed now says. */
async function printed(): Promise<string> {
  const { bytes } = await clerk.get(`/dossiers/${taken.id}/receipt.pdf`);
  return decodeQR(readQrPixels(bytes)).split('/q/')[1] ?? '';
}

const opened = async (token: string) => (await visitor(world.http).get(`/tracking/${token}`)).status;
const isTold = async (userId: string) =>
  (await world.ctx.database.tenant(world.tenantId, (tx) => chatsFollowing(tx, taken.id))).some(
    (chat) => chat.userId === userId,
  );

test('the old print opens nothing any more, the new receipt’s does, and the timeline keeps why', async () => {
  const old = await printed();
  expect(await opened(old)).toBe(200);
  await renew();
  const fresh = await printed();
  expect([await opened(old), await opened(fresh)]).toEqual([404, 200]);
  const { body } = await clerk.get<DossierView>(`/dossiers/${taken.id}`);
  expect(body.timeline.find(({ type }) => type === 'link_renewed')).toMatchObject({
    lines: [`Lý do: ${action.reason}`],
  });
  const page = await visitor(world.http).get(`/tracking/${fresh}`);
  expect(JSON.stringify(page.body)).not.toContain('mất giấy');
  const told = await world.owner.query(
    `select 1 from notice n join ledger l on l.dossier_id = n.dossier_id and l.seq = n.event_seq
      where l.type = 'link_renewed'`,
  );
  expect(told.rowCount).toBe(0);
});

test('a second renewal kills the first, also after the dossier has ended', async () => {
  const withdrawn = await clerk.post<ActionAnswer>(`/dossiers/${taken.id}/actions`, {
    version: taken.version,
    action: { type: 'withdraw', reason: 'Công dân xin rút hồ sơ.' },
  });
  const first = await printed();
  const once = await renew(withdrawn.body);
  const second = await printed();
  await renew(once);
  const third = await printed();
  expect(await Promise.all([first, second, third].map(opened))).toEqual([404, 404, 200]);
});

test('the same key again renews nothing twice; the receipt printed between stays good', async () => {
  const key = { 'idempotency-key': '01900000-0000-7000-8000-000000000042' };
  const body = { version: taken.version, action };
  const answers = [await clerk.post(`/dossiers/${taken.id}/actions`, body, key)];
  const fresh = await printed();
  answers.push(await clerk.post(`/dossiers/${taken.id}/actions`, body, key));
  expect(answers.map((each) => each.status)).toEqual([200, 200]);
  expect(answers[0]?.body).toEqual(answers[1]?.body);
  expect(await printed()).toBe(fresh);
  expect(await opened(fresh)).toBe(200);
});

test('nobody but the counter renews, and never without a reason', async () => {
  const old = await printed();
  for (const who of ['hoa', 'long', 'van'])
    expect(
      await (await world.signInAs(who)).post(`/dossiers/${taken.id}/actions`, {
        version: taken.version,
        action,
      }),
      who,
    ).toMatchObject({ status: 403, body: { kind: 'not_allowed' } });
  const silent = { version: taken.version, action: { type: 'renew_link', reason: '' } };
  expect((await clerk.post(`/dossiers/${taken.id}/actions`, silent)).status).toBe(422);
  expect(await opened(old)).toBe(200);
});

test('a code taken from the old print links nobody, an offer that waits for a yes neither', async () => {
  const code = await world.linkCodeFor(taken.id);
  const [late, waiting, polite] = [world.phone('Một'), world.phone('Hai'), world.phone('Ba')];
  for (const phone of [waiting, polite])
    expect((await phone.say(await world.linkCodeFor(taken.id)))[0]).toContain('Liên kết hồ sơ');
  world.ctx.clock.advance(1);
  await renew();
  world.ctx.clock.advance(1);
  expect((await late.say(code))[0]).toContain('Mã này đã dùng rồi');
  // Courtesies keep a question open; not this one.
  await polite.say('cảm ơn');
  for (const phone of [waiting, polite]) {
    const [answer] = await phone.say('Đồng ý');
    expect(answer).not.toContain(taken.code);
    expect(await isTold(phone.person.id)).toBe(false);
  }
});

test('a chat linked by consent before stays linked', async () => {
  const phone = await world.linkedPhone(taken.id);
  world.ctx.clock.advance(1);
  await renew();
  expect(await isTold(phone.person.id)).toBe(true);
  expect((await phone.say('hồ sơ của tôi tới đâu rồi'))[0]).toContain(taken.code);
});

test('a code asked for while the print is being revoked is not given', async () => {
  const old = await printed();
  const lock = await holdLock(world.owner, 'select 1 from dossier where id = $1', [taken.id]);
  const renewing = renew();
  await lock.untilWaiting(1);
  const asking = visitor(world.http).post(`/tracking/${old}/link-code`, {});
  await lock.untilWaiting(2);
  await lock.release();
  await renewing;
  const { rowCount } = await world.owner.query('select 1 from link_code where dossier_id = $1', [taken.id]);
  expect([(await asking).status, rowCount]).toEqual([404, 0]);
});

test('the ledger proves which print is valid', async () => {
  await renew();
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
  await world.owner.query('update dossier set link_generation = 1 where id = $1', [taken.id]);
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toMatchObject([
    { dossierId: taken.id },
  ]);
});
