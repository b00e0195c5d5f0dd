// The other roads, over the street: templates by number and by person, SMS, paper; each fate of theirs, and the next road.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makePerson, messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import type { DossierView } from '../dossiers/schema.ts';
import type { FailedList, ToTellList } from './schema.ts';
import { setTemplate } from './templates.ts';

let world: ChatWorld;
let hoa: Client;
beforeAll(async () => {
  world = await createChatWorld();
  hoa = await world.signInAs('hoa');
});
afterAll(() => world.close());

const number = '84912000999';
const mapping = [
  'ten_khach_hang=applicantName',
  'ma_ho_so=code',
  'ten_thu_tuc=procedureName',
  'co_quan=officeName',
  'trang_thai=status',
  'thoi_gian=toldAt:hh:mm dd/mm/yyyy',
  'ma_tra_cuu=code',
];
const supplement = {
  type: 'request_supplement',
  items: [
    { target: { kind: 'field', field: 'birthplace' }, label: 'Nơi sinh', reason: 'Còn thiếu nơi sinh.' },
  ],
  sectorGround: null,
};

const payment = { type: 'request_payment', amount: 50_000, reason: 'Lệ phí nơi sinh', stopsClock: false };

let resident: ReturnType<typeof makePerson>;
beforeAll(() => {
  resident = makePerson(world.running.street, { name: 'Nguyễn Thị Ẩn', phone: `+${number}` });
});

async function withTemplate(): Promise<void> {
  const ref = { tenantId: world.tenantId, oaId: world.oaId };
  const verdict = await setTemplate(world.ctx, ref, { kind: '*', templateId: '410001', wanted: mapping });
  expect(verdict).toMatchObject({ kind: 'good' });
}

/** Asks for a supplement at the desk: the notice that somebody must be told. */
async function ask(id: string, version: number, action: object = supplement): Promise<void> {
  const claimed = await hoa.post<{ version: number }>(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'claim' },
  });
  const asked = await hoa.post(`/dossiers/${id}/actions`, {
    version: claimed.body.version,
    action,
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
}

/** The dispatches of a dossier, oldest first. */
async function dispatchesOf(dossierId: string) {
  const { rows } = await world.owner.query<{
    road: string;
    state: string;
    resent: number;
    state_reason: string;
  }>(
    `select p.road, p.state, p.resent, p.state_reason from dispatch p join notice n on n.id = p.notice_id
      where n.dossier_id = $1 order by p.planned_at, p.id`,
    [dossierId],
  );
  return rows;
}

/** A dossier whose applicant must be told something, after everything that follows from it. */
async function asked(): Promise<{ id: string; code: string }> {
  const dossier = await world.givenIntake();
  await ask(dossier.id, dossier.version);
  await world.settle();
  return dossier;
}

/** Time passes; nobody has to sign in anew because of it. */
async function later(minutes: number): Promise<void> {
  await world.later(minutes);
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]);
}

const cards = () =>
  messagesOf(world.running.street, resident.id).flatMap(({ content }) =>
    content.kind === 'template' ? [content] : [],
  );

async function toTell(): Promise<ToTellList> {
  return (await hoa.get<ToTellList>('/notices/to-tell')).body;
}
async function failed(): Promise<FailedList> {
  return (await hoa.get<FailedList>('/notices/failed')).body;
}

it('without any other road an officer is asked to call, with the sentence ready', async () => {
  const { id, version, code } = await world.givenIntake();
  await ask(id, version);
  await world.settle();
  expect(await dispatchesOf(id)).toMatchObject([{ road: 'paper', state: 'planned' }]);
  const { rows, counts } = await toTell();
  const [row] = rows;
  expect(row).toMatchObject({ dossierId: id, code, phone: '0912 000 999' });
  expect(row?.say).toMatch(/^Chào Anh\/Chị Nguyễn Thị Ẩn, tôi gọi từ .+\. Hồ sơ .+cần Anh\/Chị bổ sung/);
  const told = await hoa.post<{ by: string }>(`/notices/${row?.noticeId}/told`, { how: 'điện thoại' });
  expect(told).toMatchObject({ status: 200, body: { how: 'điện thoại' } });
  expect((await toTell()).counts.toTell).toBe(counts.toTell - 1);
  const again = await hoa.post<{ detail: string }>(`/notices/${row?.noticeId}/told`, { how: 'thư' });
  expect(again).toMatchObject({ status: 409, body: { kind: 'step_has_passed' } });
  expect(again.body.detail).toContain(told.body.by);
});

describe('a template to the applicant’s number', () => {
  beforeAll(withTemplate);
  beforeEach(() => later(24 * 60));
  const zbs = () => world.running.street.state.zbs;
  const strike = (kind: 'hang_up' | 'unknown_code', more: object = {}) =>
    world.running.street.faults.add({ kind, families: ['template'], ...more } as never);

  it('says the state and never the reason, and its receipt finds it', async () => {
    const before = cards().length;
    const { id, code } = await asked();
    expect(await dispatchesOf(id)).toMatchObject([{ road: 'template_phone', state: 'received', resent: 0 }]);
    const [card, ...more] = cards().slice(before);
    expect(more).toEqual([]);
    const said = JSON.stringify(card);
    expect(said).toContain(code);
    expect(said).toContain('Cần bổ sung giấy tờ');
    expect(said).not.toMatch(/nơi sinh/i);
    expect(card?.to).toBe(number);
  });

  it('that has no Zalo leads to the telephone; what failed is shown with its remedy', async () => {
    resident.reach = 'no_zalo';
    const { id } = await asked();
    resident.reach = 'ok';
    expect(await dispatchesOf(id)).toMatchObject([
      { road: 'template_phone', state: 'failed' },
      { road: 'paper', state: 'planned' },
    ]);
    const row = (await failed()).rows.find(({ dossierId }) => dossierId === id);
    expect(row).toMatchObject({ state: 'failed', alsoToTell: true });
    expect(row?.reason).toContain('không có tài khoản Zalo');
    expect((await toTell()).rows.find(({ dossierId }) => dossierId === id)?.why).toBe(row?.reason);
  });

  it('waits for the next morning when the day’s quota is used up', async () => {
    zbs().dailyQuota = 0;
    const { id } = await asked();
    expect(await dispatchesOf(id)).toMatchObject([{ road: 'template_phone', state: 'planned' }]);
    await later(60);
    expect(await dispatchesOf(id)).toMatchObject([{ road: 'template_phone', state: 'planned' }]);
    zbs().dailyQuota = 5000;
    await later(23 * 60);
    expect(await dispatchesOf(id)).toMatchObject([{ road: 'template_phone', state: 'received' }]);
  });

  it('is tried again by a button when the operator has put the account right, once', async () => {
    zbs().account.linked = false;
    const { id } = await asked();
    zbs().account.linked = true;
    const before = cards().length;
    const { rows } = await failed();
    const row = rows.find(({ dossierId }) => dossierId === id);
    expect(row?.reason).toContain('Zalo Cloud');
    const replay = () => hoa.post<{ text: string }>(`/notices/${row?.noticeId}/replay`, {});
    expect(await replay()).toMatchObject({ status: 200, body: { text: expect.stringContaining('tin mẫu') } });
    expect(await replay()).toMatchObject({ status: 409, body: { kind: 'step_has_passed' } });
    await world.settle();
    expect(cards().length).toBe(before + 1);
    expect((await failed()).rows.some(({ dossierId }) => dossierId === id)).toBe(false);
    expect((await toTell()).rows.some(({ dossierId }) => dossierId === id)).toBe(false);
  });

  it('whose answer is lost is settled by its receipt, not sent twice', async () => {
    strike('hang_up', { times: 1 });
    const before = cards().length;
    const { id } = await asked();
    await later(30);
    expect(await dispatchesOf(id)).toMatchObject([{ state: 'received', resent: 0 }]);
    expect(cards().length).toBe(before + 1);
  });

  it('that is lost with its answer is sent once more, counted; lost again, an officer calls', async () => {
    strike('hang_up', { effect: false, times: 1 });
    const before = cards().length;
    const { id } = await asked();
    expect(await dispatchesOf(id)).toMatchObject([{ state: 'unknown' }]);
    await later(11);
    expect(await dispatchesOf(id)).toMatchObject([{ state: 'received', resent: 1 }]);
    expect(cards().length).toBe(before + 1);

    strike('hang_up', { effect: false, times: 2 });
    const { id: second } = await asked();
    await later(11);
    await later(11);
    await later(11);
    expect(await dispatchesOf(second)).toMatchObject([{ state: 'unknown', resent: 1 }, { road: 'paper' }]);
    expect(cards().length).toBe(before + 1);
  });

  it('that its phone never took is told by the next road when Zalo has given up', async () => {
    resident.online = false;
    const { id } = await asked();
    expect(await dispatchesOf(id)).toMatchObject([{ state: 'sent' }]);
    await later(126);
    resident.online = true;
    expect(await dispatchesOf(id)).toMatchObject([
      { road: 'template_phone', state: 'failed' },
      { road: 'paper', state: 'planned' },
    ]);
  });

  it('with a code nobody knows is tried three times and then shown', async () => {
    strike('unknown_code', { times: 3 });
    const { id } = await asked();
    for (const minutes of [2, 3, 5]) await later(minutes);
    expect(await dispatchesOf(id)).toMatchObject([{ state: 'failed' }, { road: 'paper' }]);
  });

  it('that has not left is never sent after newer news', async () => {
    zbs().dailyQuota = 0;
    const { id } = await asked();
    const before = cards().length;
    const { body } = await hoa.get<DossierView>(`/dossiers/${id}`);
    const stop = { type: 'stop', reason: 'Công dân có đơn đề nghị.' };
    const stopped = await (await world.signInAs('long')).post(`/dossiers/${id}/actions`, {
      version: body.version,
      action: stop,
    });
    expect(stopped.status, JSON.stringify(stopped.body)).toBe(200);
    zbs().dailyQuota = 5000;
    await later(25 * 60);
    expect((await dispatchesOf(id)).map(({ state }) => state).sort()).toEqual(['received', 'superseded']);
    expect(
      cards()
        .slice(before)
        .map((card) => JSON.stringify(card)),
    ).toEqual([expect.stringContaining('Dừng giải quyết')]);
  });
});

describe('SMS', () => {
  let gateway: Server;
  let answers: number[] = [];
  const accepted = new Map<string, { to: string; text: string }>();
  beforeAll(async () => {
    gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        const { id, ...message } = JSON.parse(body) as { id: string; to: string; text: string };
        const status = request.headers.authorization === 'Bearer khoa' ? (answers.shift() ?? 202) : 401;
        if (status < 300) accepted.set(id, message);
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => {
      gateway.listen(0, '127.0.0.1', resolve);
    });
    const { port } = gateway.address() as AddressInfo;
    world.ctx.sms = { url: `http://127.0.0.1:${port}/send`, token: 'khoa' };
    resident.reach = 'no_zalo';
    await later(24 * 60);
  });
  afterAll(async () => {
    delete world.ctx.sms;
    resident.reach = 'ok';
    gateway.closeAllConnections();
    await new Promise((resolve) => {
      gateway.close(resolve);
    });
  });

  it('follows a template that failed, and is asked again with the same id until it is taken', async () => {
    answers = [503, 429];
    const { id, code } = await asked();
    await later(2);
    await later(3);
    expect(await dispatchesOf(id)).toMatchObject([
      { road: 'template_phone', state: 'failed' },
      { road: 'sms', state: 'sent' },
    ]);
    expect([...accepted.values()]).toEqual([{ to: `+${number}`, text: expect.stringContaining(code) }]);
    expect(JSON.stringify([...accepted.values()])).not.toMatch(/nơi sinh/i);
  });

  it('that the gateway refuses for good leads to paper', async () => {
    answers = [422];
    const { id } = await asked();
    expect(await dispatchesOf(id)).toMatchObject([
      { road: 'template_phone' },
      { road: 'sms', state: 'failed' },
      { road: 'paper', state: 'planned' },
    ]);
  });
});

describe('a chat that is no longer open', () => {
  beforeAll(withTemplate);

  it('is told by a template to the person; their receipt, which names no tracking id, finds it', async () => {
    await later(24 * 60);
    const dossier = await world.givenIntake();
    const phone = await world.linkedPhone(dossier.id);
    await later(8 * 24 * 60);
    const { body } = await hoa.get<DossierView>(`/dossiers/${dossier.id}`);
    await ask(dossier.id, body.version, payment);
    await world.settle();
    expect(await dispatchesOf(dossier.id)).toMatchObject([{ road: 'template_user', state: 'received' }]);
    const { street } = world.running;
    const last = messagesOf(street, phone.person.id).at(-1);
    expect(last?.content).toMatchObject({ kind: 'template', to: null });
    expect(JSON.stringify(last)).not.toMatch(/nơi sinh/i);
  });

  it('of two that follow and both refuse, one telephone rings and not two', async () => {
    await world.owner.query('delete from oa_template');
    await later(24 * 60);
    const dossier = await world.givenIntake();
    await world.linkedPhone(dossier.id);
    await world.linkedPhone(dossier.id);
    await later(8 * 24 * 60);
    const { body } = await hoa.get<DossierView>(`/dossiers/${dossier.id}`);
    await ask(dossier.id, body.version, payment);
    await world.settle();
    expect(await dispatchesOf(dossier.id)).toMatchObject([{ road: 'paper', state: 'planned' }]);
    const { rows } = await world.owner.query<{ refused_code: number }>(
      'select p.refused_code from chat_person p join chat_link l using (tenant_id, oa_id, user_id) where l.dossier_id = $1',
      [dossier.id],
    );
    expect(rows.every(({ refused_code: code }) => code !== null)).toBe(true);
  });
});
