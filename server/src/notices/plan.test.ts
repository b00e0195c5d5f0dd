// What acts at the desk make of each other's notices: one message for an hour, nothing stale, nothing lost, quiet nights.

import { instantAt } from '@motcua/domain/time';
import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import { settleDoubt } from '../chat/settle-doubt.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { isSuperseded } from './store.ts';

let world: ChatWorld;
let nhung: Client;
let hoa: Client;
let day = 7;
beforeAll(async () => {
  world = await createChatWorld();
  nhung = await world.signInAs('nhung');
  hoa = await world.signInAs('hoa');
});
afterAll(() => world.close());
// Every story has a morning of its own, long after the one before.
beforeEach(async () => {
  day += 1;
  await at(8, 0);
});

async function at(hour: number, minute: number): Promise<void> {
  world.ctx.clock.set(instantAt(`2026-12-${String(day).padStart(2, '0')}`, hour * 60 + minute));
  // Nobody has to sign in anew because a test slept until the morning.
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]);
}

interface Filed {
  id: string;
  code: string;
}

async function atTheCounter(): Promise<Filed> {
  return world.givenIntake({ passOn: false });
}

async function act(officer: Client, { id }: Filed, action: object): Promise<void> {
  const { body } = await officer.get<DossierView>(`/dossiers/${id}`);
  const reply = await officer.post(`/dossiers/${id}/actions`, { version: body.version, action });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
}

const passOn = { type: 'pass_on', note: null };
const payment = { type: 'request_payment', amount: 50_000, reason: 'Lệ phí', stopsClock: false };
const item = { target: { kind: 'field', field: 'birthplace' }, label: 'Nơi sinh', reason: 'Còn thiếu.' };
const supplement = { type: 'request_supplement', items: [item], sectorGround: null };

async function askForMore(dossier: Filed): Promise<void> {
  await act(hoa, dossier, { type: 'claim' });
  await act(hoa, dossier, supplement);
}

/** A phone that follows these dossiers. */
async function phoneOf(...dossiers: Filed[]): Promise<Phone> {
  const [first, ...more] = dossiers;
  const phone = await world.linkedPhone(first?.id ?? '');
  for (const { id } of more) {
    await phone.say(await world.linkCodeFor(id));
    await phone.say('Đồng ý');
  }
  return phone;
}

/** What a phone gets while something happens and everything that is due then leaves. */
async function heard(phone: Phone, what: () => Promise<unknown>): Promise<string[]> {
  const texts = () =>
    messagesOf(world.running.street, phone.person.id).flatMap(({ from, content }) =>
      from === 'oa' && content.kind === 'text' ? [content.text] : [],
    );
  const before = texts().length;
  await what();
  await world.settle();
  return texts().slice(before);
}

/** How each notice of a dossier stands, as its page says, oldest first. */
async function states({ id }: Filed): Promise<string[]> {
  const { body } = await nhung.get<DossierView>(`/dossiers/${id}`);
  return body.timeline.flatMap(({ notices }) => notices.map(({ stateText }) => stateText)).toReversed();
}

it('the first news go at once, those of the next hour together at its end', async () => {
  const [one, two, three] = [await atTheCounter(), await atTheCounter(), await atTheCounter()];
  const phone = await phoneOf(one, two, three);
  expect(await heard(phone, () => act(nhung, one, passOn))).toEqual([expect.stringContaining(one.code)]);
  const later = await heard(phone, async () => {
    await at(8, 20);
    await act(nhung, two, passOn);
    await at(8, 40);
    await act(nhung, three, passOn);
  });
  expect(later).toEqual([]);
  expect(await states(two)).toEqual([
    expect.anything(),
    'Chờ gửi lúc 9 giờ hôm nay, chung một tin với 1 hồ sơ khác',
  ]);
  const [joined, ...more] = await heard(phone, () => world.later(20));
  expect(more).toEqual([]);
  expect(joined).toMatch(/^Tin mới về 2 hồ sơ Anh\/Chị theo dõi:/);
  for (const { code } of [two, three]) expect(joined).toContain(code);
  expect((await states(three)).at(-1)).toBe('Đã nhận, chung một tin với 1 hồ sơ khác');
});

it('what needs an act goes at once and takes along what waits', async () => {
  const [one, two] = [await atTheCounter(), await atTheCounter()];
  const phone = await phoneOf(one, two);
  await heard(phone, () => act(nhung, one, passOn));
  await at(8, 10);
  expect(await heard(phone, () => act(nhung, two, passOn))).toEqual([]);
  const [joined, ...more] = await heard(phone, () => askForMore(one));
  expect(more).toEqual([]);
  expect(joined).toMatch(/1\. Hồ sơ .* đang được .* xử lý[\s\S]*2\. Hồ sơ .* cần Anh\/Chị bổ sung/);
  expect(await heard(phone, () => world.later(120))).toEqual([]);
});

it('what a newer state makes old never leaves', async () => {
  const [one, two] = [await atTheCounter(), await atTheCounter()];
  const phone = await phoneOf(one, two);
  await heard(phone, () => act(nhung, one, passOn));
  await act(nhung, two, passOn);
  const told = await heard(phone, () => askForMore(two));
  expect(told).toEqual([expect.stringMatching(/^Hồ sơ .* cần Anh\/Chị bổ sung/)]);
  expect((await states(two)).slice(1)).toEqual(['Đã có tin mới hơn thay', 'Đã nhận']);
  expect(await heard(phone, () => world.later(120))).toEqual([]);
});

it('the night is quiet; in the morning one message says what holds, in present words', async () => {
  const dossier = await atTheCounter();
  const phone = await phoneOf(dossier);
  await act(nhung, dossier, passOn);
  await world.later(120);
  await at(21, 30);
  const night = await heard(phone, async () => {
    await act(hoa, dossier, { type: 'claim' });
    await act(hoa, dossier, payment);
    await act(hoa, dossier, supplement);
    await world.later(1);
  });
  expect(night).toEqual([]);
  day += 1;
  expect((await states(dossier)).at(-1)).toMatch(/^Chờ gửi lúc 7 giờ/);
  await at(7, 0);
  const [morning, ...more] = await heard(phone, () => world.later(0));
  expect(more).toEqual([]);
  expect(morning).toMatch(/có khoản phải nộp: 50\.000 đồng[\s\S]*\n[\s\S]*cần Anh\/Chị bổ sung/);
});

it('not for who asked to be told at night', async () => {
  const dossier = await atTheCounter();
  const phone = await phoneOf(dossier);
  await phone.say('nhắn cả ban đêm');
  await at(22, 0);
  expect(await heard(phone, () => act(nhung, dossier, passOn))).toHaveLength(1);
});

it('passed on once more after going back to the counter is no news', async () => {
  const dossier = await atTheCounter();
  const phone = await phoneOf(dossier);
  await heard(phone, () => act(nhung, dossier, passOn));
  await act(hoa, dossier, { type: 'claim' });
  const { body } = await hoa.get<DossierView>(`/dossiers/${dossier.id}`);
  const back = { type: 'return_to_step', toStepId: body.steps[0]?.id, reason: 'Thiếu chữ ký.' };
  expect(
    await heard(phone, async () => {
      await act(hoa, dossier, back);
      await act(nhung, dossier, passOn);
      await world.later(120);
    }),
  ).toEqual([]);
});

it('one who is not followed by any chat is called for what needs an act, until it is done', async () => {
  const dossier = await atTheCounter();
  await act(nhung, dossier, passOn);
  await askForMore(dossier);
  expect(await states(dossier)).toEqual([
    'Không cần báo riêng: không phải làm gì, hỏi lúc nào cũng được trả lời',
    'Không cần báo riêng: không phải làm gì, hỏi lúc nào cũng được trả lời',
    'Cán bộ cần báo qua điện thoại hoặc giấy',
  ]);
  await act(nhung, dossier, { type: 'take_supplement', papers: [] });
  expect((await states(dossier)).slice(2)).toEqual([
    'Đã có tin mới hơn thay',
    'Không cần báo riêng: không phải làm gì, hỏi lúc nào cũng được trả lời',
  ]);
});

it('who wishes no messages is called, and only for what needs it', async () => {
  const dossier = await atTheCounter();
  const phone = await phoneOf(dossier);
  await phone.say('tắt thông báo');
  expect(await heard(phone, () => act(nhung, dossier, passOn))).toEqual([]);
  expect(await heard(phone, () => askForMore(dossier))).toEqual([]);
  expect((await states(dossier)).slice(1)).toEqual([
    'Không cần báo riêng: không phải làm gì, hỏi lúc nào cũng được trả lời',
    'Cán bộ cần báo qua điện thoại hoặc giấy',
  ]);
});

it('a message in doubt is not sent again once a newer one is planned', async () => {
  const dossier = await atTheCounter();
  const phone = await phoneOf(dossier);
  await act(nhung, dossier, passOn);
  const { rows } = await world.owner.query<{ id: string }>(
    `update chat_message set state = 'unknown', attempts = 1, sending_at = $2, look_at = $2
      where id = (select message_id from notice where dossier_id = $1 and message_id is not null) returning id`,
    [dossier.id, world.ctx.clock.now()],
  );
  const id = rows[0]?.id ?? '';
  const superseded = () => world.ctx.database.tenant(world.tenantId, (tx) => isSuperseded(tx, id));
  expect(await superseded()).toBe(false);
  await askForMore(dossier);
  expect(await superseded()).toBe(true);

  // Its echo has been waited for, and it is not in the conversation: any other message would now be sent once more.
  world.ctx.clock.advance(1);
  const told = await heard(phone, () => settleDoubt(world.ctx, world.tenantId, id));
  expect(told).toEqual([expect.stringContaining('cần Anh/Chị bổ sung')]);
  const { rows: ended } = await world.owner.query('select state, resent from chat_message where id = $1', [
    id,
  ]);
  expect(ended).toEqual([{ state: 'superseded', resent: 0 }]);
});

it('of a joined message that could not leave before one of its news grew old, the rest is told all the same', async () => {
  const [one, two, three] = [await atTheCounter(), await atTheCounter(), await atTheCounter()];
  const phone = await phoneOf(one, two, three);
  await heard(phone, () => act(nhung, one, passOn));
  await act(nhung, two, passOn);
  await act(nhung, three, passOn);
  const joined = 'id = (select message_id from notice where dossier_id = $1 order by event_seq desc limit 1)';
  await at(9, 0);
  await world.owner.query(
    `update chat_message set state = 'sending', attempts = 1, sending_at = $2, look_at = $2 where ${joined}`,
    [three.id, world.ctx.clock.now()],
  );
  await act(hoa, two, { type: 'claim' });
  await act(hoa, two, supplement);
  // Zalo could not be reached: the joined message waits again.
  await world.owner.query(`update chat_message set state = 'planned', look_at = null where ${joined}`, [
    three.id,
  ]);
  const told = await heard(phone, () => world.later(1));
  expect(told).toHaveLength(2);
  expect(told.filter((text) => text.includes(two.code))).toEqual([
    expect.stringContaining('cần Anh/Chị bổ sung'),
  ]);
  expect(told.filter((text) => text.includes(three.code))).toHaveLength(1);
});

it('two acts of one moment plan one message for the person they share', async () => {
  const [one, two, three] = [await atTheCounter(), await atTheCounter(), await atTheCounter()];
  const phone = await phoneOf(one, two, three);
  await heard(phone, () => act(nhung, one, passOn));
  await Promise.all([act(nhung, two, passOn), act(nhung, three, passOn)]);
  const { rows } = await world.owner.query<{ count: number }>(
    `select count(distinct message_id)::int as count from notice where dossier_id = any($1) and message_id is not null`,
    [[two.id, three.id]],
  );
  expect(rows).toEqual([{ count: 1 }]);
});

it('a template goes to the number where one is approved and no chat is left', async () => {
  const dossier = await atTheCounter();
  await world.owner.query(
    `insert into oa_template (tenant_id, oa_id, kind, template_id, params, price_phone_dong, checked_at)
      values ($1, $2, 'supplement_requested', '1', '[]', 120, now())`,
    [world.tenantId, world.oaId],
  );
  await act(nhung, dossier, passOn);
  await askForMore(dossier);
  const { rows } = await world.owner.query(
    `select p.road, p.cost_dong, p.oa_id, n.kind from dispatch p join notice n on n.id = p.notice_id
      where n.dossier_id = $1`,
    [dossier.id],
  );
  expect(rows).toEqual([
    { road: 'template_phone', cost_dong: 120, oa_id: world.oaId, kind: 'supplement_requested' },
  ]);
  await world.owner.query('delete from oa_template');
});
