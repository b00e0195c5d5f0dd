// The roads behind the others: paper with its list, SMS, a chat that is no longer open; one call and not two.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultSpec } from '@motcua/zalo-sim/faults-kinds';
import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRoadsWorld, type RoadsWorld, residentNumber } from '../../test/roads-world.ts';
import type { DossierView } from '../dossiers/schema.ts';

let world: RoadsWorld;
beforeAll(async () => {
  world = await createRoadsWorld();
});
afterAll(() => world.close());

const payment = { type: 'request_payment', amount: 50_000, reason: 'Lệ phí nơi sinh', stopsClock: false };

it('without any other road an officer is asked to call, with the sentence ready', async () => {
  const { id, code } = await world.asked();
  expect(await world.dispatchesOf(id)).toMatchObject([{ road: 'paper', state: 'planned' }]);
  const { rows, counts } = await world.toTell();
  const [row] = rows;
  expect(row).toMatchObject({ dossierId: id, code, phone: '0912 000 999' });
  expect(row?.say).toMatch(/^Chào Anh\/Chị Nguyễn Thị Ẩn, tôi gọi từ .+\. Hồ sơ .+cần Anh\/Chị bổ sung/);
  const told = await world.hoa.post<{ by: string }>(`/notices/${row?.noticeId}/told`, { how: 'điện thoại' });
  expect(told).toMatchObject({ status: 200, body: { how: 'điện thoại' } });
  expect((await world.toTell()).counts.toTell).toBe(counts.toTell - 1);
  const again = await world.hoa.post<{ detail: string }>(`/notices/${row?.noticeId}/told`, { how: 'thư' });
  expect(again).toMatchObject({ status: 409, body: { kind: 'step_has_passed' } });
  expect(again.body.detail).toContain(told.body.by);
});

it('a call that was marked by mistake is taken back: the person waits as before, and the history tells both', async () => {
  const { id } = await world.asked();
  const [nhung, long] = [await world.signInAs('nhung'), await world.signInAs('long')];
  const listed = async () => (await world.toTell()).rows.find(({ dossierId }) => dossierId === id);
  const before = await listed();
  const path = `/notices/${before?.noticeId}/told`;
  const undo = (by = world.hoa) => by.post<{ kind: string; detail: string }>(`${path}/undo`, {});
  const tell = () => world.hoa.post(path, { how: 'điện thoại' });
  expect((await undo()).body.kind).toBe('step_has_passed');
  expect((await tell()).status).toBe(200);
  expect(await listed()).toBeUndefined();
  const refused = await undo(nhung);
  expect(refused).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('bà Lê Thị Hoa đã ghi') },
  });
  expect((await undo()).status).toBe(200);
  expect(await listed()).toEqual(before);
  expect((await undo()).body.kind).toBe('step_has_passed');
  const { timeline } = (await world.hoa.get<DossierView>(`/dossiers/${id}`)).body;
  expect(JSON.stringify(timeline)).toContain('bà Lê Thị Hoa ghi đã báo qua điện thoại lúc');
  const { rows } = await world.owner.query(
    `select p.state, p.told_how, p.untold_by is not null as untold from dispatch p join notice n on n.id = p.notice_id
      where n.dossier_id = $1 order by p.id`,
    [id],
  );
  expect(rows).toEqual([
    { state: 'superseded', told_how: 'điện thoại', untold: true },
    { state: 'planned', told_how: null, untold: false },
  ]);
  // A leader may too; after half an hour nobody.
  await tell();
  await world.later(30);
  expect((await undo(long)).status).toBe(200);
  await tell();
  await world.later(31);
  expect((await undo()).body).toMatchObject({
    kind: 'not_possible_now',
    detail: expect.stringContaining('Đã quá 30 phút'),
  });
  expect(await listed()).toBeUndefined();
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
    world.resident.reach = 'no_zalo';
    await world.withTemplate();
    await world.later(24 * 60);
  });
  afterAll(async () => {
    delete world.ctx.sms;
    world.resident.reach = 'ok';
    gateway.closeAllConnections();
    await new Promise((resolve) => {
      gateway.close(resolve);
    });
  });

  it('follows a template that failed, and is asked again with the same id until it is taken', async () => {
    answers = [503, 429];
    const { id, code } = await world.asked();
    await world.later(2);
    await world.later(3);
    expect(await world.dispatchesOf(id)).toMatchObject([
      { road: 'template_phone', state: 'failed' },
      { road: 'sms', state: 'sent' },
    ]);
    expect([...accepted.values()]).toEqual([
      { to: `+${residentNumber}`, text: expect.stringContaining(code) },
    ]);
    expect(JSON.stringify([...accepted.values()])).not.toMatch(/nơi sinh/i);
  });

  it('that the gateway refuses for good leads to paper', async () => {
    answers = [422];
    const { id } = await world.asked();
    expect(await world.dispatchesOf(id)).toMatchObject([
      { road: 'template_phone' },
      { road: 'sms', state: 'failed' },
      { road: 'paper', state: 'planned' },
    ]);
  });
});

describe('a chat that is no longer open', () => {
  beforeAll(() => world.withTemplate());

  it('is told by a template to the person; their receipt, which names no tracking id, finds it', async () => {
    await world.later(24 * 60);
    const dossier = await world.givenIntake();
    const phone = await world.linkedPhone(dossier.id);
    await world.later(8 * 24 * 60);
    await world.ask(dossier.id, payment);
    await world.settle();
    expect(await world.dispatchesOf(dossier.id)).toMatchObject([
      { road: 'template_user', state: 'received' },
    ]);
    const { street } = world.running;
    const last = messagesOf(street, phone.person.id).at(-1);
    expect(last?.content).toMatchObject({ kind: 'template', to: null });
    expect(JSON.stringify(last)).not.toMatch(/nơi sinh/i);
  });

  it.each([
    ['refused for a reason of ours', { kind: 'error_code', code: -210, times: 1 }, 'failed'],
    ['lost twice', { kind: 'hang_up', effect: false, times: 2 }, 'unknown'],
  ])('a message that is %s is told by the next road in the same moment', async (_how, fault, state) => {
    await world.owner.query('delete from oa_template');
    await world.later(24 * 60);
    const dossier = await world.givenIntake();
    await world.linkedPhone(dossier.id);
    world.running.street.faults.add({ ...fault, families: ['send'] } as FaultSpec);
    await world.ask(dossier.id, payment);
    await world.settle();
    for (let tick = 0; tick < 6; tick += 1) await world.later(0.5);
    world.running.street.faults.clear();
    const { rows } = await world.owner.query(
      'select m.state from chat_message m join notice n on n.message_id = m.id where n.dossier_id = $1 order by m.turn desc limit 1',
      [dossier.id],
    );
    expect(rows).toEqual([{ state }]);
    expect(await world.dispatchesOf(dossier.id)).toMatchObject([{ road: 'paper', state: 'planned' }]);
  });

  it('of two that follow and both refuse, one telephone rings and not two', async () => {
    await world.owner.query('delete from oa_template');
    await world.later(24 * 60);
    const dossier = await world.givenIntake();
    await world.linkedPhone(dossier.id);
    await world.linkedPhone(dossier.id);
    await world.later(8 * 24 * 60);
    await world.ask(dossier.id, payment);
    await world.settle();
    expect(await world.dispatchesOf(dossier.id)).toMatchObject([{ road: 'paper', state: 'planned' }]);
    const { rows } = await world.owner.query<{ refused_code: number }>(
      'select p.refused_code from chat_person p join chat_link l using (tenant_id, oa_id, user_id) where l.dossier_id = $1',
      [dossier.id],
    );
    expect(rows.every(({ refused_code: code }) => code !== null)).toBe(true);
  });
});
