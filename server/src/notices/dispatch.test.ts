// A template to the applicant's number, over the street: each way it can end, and what follows from it.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdLock } from '../../test/held-lock.ts';
import { createRoadsWorld, type RoadsWorld, residentNumber } from '../../test/roads-world.ts';
import type { DossierView } from '../dossiers/schema.ts';
import type { Tx } from '../platform/database.ts';
import { lockDispatch } from './dispatch-store.ts';
import { takeReceipts } from './receipts.ts';
import { giveUp } from './settle-dispatch.ts';
import { supersedeNotices } from './waiting-store.ts';

let world: RoadsWorld;
beforeAll(async () => {
  world = await createRoadsWorld();
});
afterAll(() => world.close());

describe('a template to the applicant’s number', () => {
  beforeAll(() => world.withTemplate());
  beforeEach(() => world.later(24 * 60));
  const zbs = () => world.running.street.state.zbs;
  const strike = (kind: 'hang_up' | 'unknown_code', more: object = {}) =>
    world.running.street.faults.add({ kind, families: ['template'], ...more } as never);

  it('says the state and never the reason, and its receipt finds it', async () => {
    const before = world.cards().length;
    const { id, code } = await world.asked();
    expect(await world.dispatchesOf(id)).toMatchObject([
      { road: 'template_phone', state: 'received', resent: 0 },
    ]);
    const [card, ...more] = world.cards().slice(before);
    expect(more).toEqual([]);
    const said = card?.text;
    expect(said).toContain(code);
    expect(said).toContain('Cần bổ sung giấy tờ');
    expect(said).not.toMatch(/nơi sinh/i);
    expect(card?.to).toBe(residentNumber);
  });

  it('that has no Zalo leads to the telephone; what failed is shown with its remedy', async () => {
    world.resident.reach = 'no_zalo';
    const { id } = await world.asked();
    world.resident.reach = 'ok';
    expect(await world.dispatchesOf(id)).toMatchObject([
      { road: 'template_phone', state: 'failed' },
      { road: 'paper', state: 'planned' },
    ]);
    const row = (await world.failed()).rows.find(({ dossierId }) => dossierId === id);
    expect(row).toMatchObject({ state: 'failed', alsoToTell: true });
    expect(row?.reason).toContain('không có tài khoản Zalo');
    expect((await world.toTell()).rows.find(({ dossierId }) => dossierId === id)?.why).toBe(row?.reason);
  });

  it('waits for the next morning when the day’s quota is used up', async () => {
    zbs().dailyQuota = 0;
    const { id } = await world.asked();
    expect(await world.dispatchesOf(id)).toMatchObject([{ road: 'template_phone', state: 'planned' }]);
    await world.later(60);
    expect(await world.dispatchesOf(id)).toMatchObject([{ road: 'template_phone', state: 'planned' }]);
    zbs().dailyQuota = 5000;
    await world.later(23 * 60);
    expect(await world.dispatchesOf(id)).toMatchObject([{ road: 'template_phone', state: 'received' }]);
  });

  it('is tried again by a button when the operator has put the account right, once', async () => {
    zbs().account.linked = false;
    const { id } = await world.asked();
    zbs().account.linked = true;
    const before = world.cards().length;
    const { rows } = await world.failed();
    const row = rows.find(({ dossierId }) => dossierId === id);
    expect(row?.reason).toContain('Zalo Cloud');
    const replay = () => world.hoa.post<{ text: string }>(`/notices/${row?.noticeId}/replay`, {});
    expect(await replay()).toMatchObject({ status: 200, body: { text: expect.stringContaining('tin mẫu') } });
    expect(await replay()).toMatchObject({ status: 409, body: { kind: 'step_has_passed' } });
    await world.settle();
    expect(world.cards().length).toBe(before + 1);
    expect((await world.failed()).rows.some(({ dossierId }) => dossierId === id)).toBe(false);
    expect((await world.toTell()).rows.some(({ dossierId }) => dossierId === id)).toBe(false);
  });

  it('whose answer is lost is settled by its receipt, not sent twice', async () => {
    strike('hang_up', { times: 1 });
    const before = world.cards().length;
    const { id } = await world.asked();
    await world.later(30);
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'received', resent: 0 }]);
    expect(world.cards().length).toBe(before + 1);
  });

  it('that is lost with its answer is sent once more, counted; lost again, an officer calls', async () => {
    strike('hang_up', { effect: false, times: 1 });
    const before = world.cards().length;
    const { id } = await world.asked();
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'unknown' }]);
    await world.later(11);
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'received', resent: 1 }]);
    expect(world.cards().length).toBe(before + 1);

    strike('hang_up', { effect: false, times: 2 });
    const { id: second } = await world.asked();
    await world.later(11);
    await world.later(11);
    await world.later(11);
    expect(await world.dispatchesOf(second)).toMatchObject([
      { state: 'unknown', resent: 1 },
      { road: 'paper' },
    ]);
    expect(world.cards().length).toBe(before + 1);
  });

  it('that its phone never took is told by the next road when Zalo has given up', async () => {
    world.resident.online = false;
    const { id } = await world.asked();
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'sent' }]);
    await world.later(126);
    world.resident.online = true;
    expect(await world.dispatchesOf(id)).toMatchObject([
      { road: 'template_phone', state: 'failed' },
      { road: 'paper', state: 'planned' },
    ]);
  });

  it('with a code nobody knows waits for its receipt, is tried once more, and then shown', async () => {
    strike('unknown_code', { times: 2 });
    const { id } = await world.asked();
    await world.later(9);
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'unknown', resent: 0 }]);
    await world.later(2);
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'failed', resent: 1 }, { road: 'paper' }]);
    const row = (await world.failed()).rows.find(({ dossierId }) => dossierId === id);
    expect(row?.reason).toContain('chưa có trong bảng');
  });

  it('with a code nobody knows that was delivered all the same is not sent twice', async () => {
    world.running.street.faults.add({
      kind: 'error_but_delivered',
      code: -99_999,
      families: ['template'],
      times: 1,
    });
    world.running.street.faults.add({ kind: 'delay', ms: 3 * 60_000 });
    const before = world.cards().length;
    const { id } = await world.asked();
    for (const minutes of [2, 2, 30]) await world.later(minutes);
    world.running.street.faults.clear();
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'received', resent: 0 }]);
    expect(world.cards().length).toBe(before + 1);
  });

  it('left behind by a process that died is not sent again after newer news', async () => {
    const { id } = await world.givenIntake();
    await world.ask(id);
    await world.owner.query(
      `update dispatch set state = 'sending', sending_at = $1, attempts = 1 where state = 'planned'`,
      [world.ctx.clock.now()],
    );
    const before = world.cards().length;
    const { body } = await world.hoa.get<DossierView>(`/dossiers/${id}`);
    const stopped = await (await world.signInAs('long')).post(`/dossiers/${id}/actions`, {
      version: body.version,
      action: { type: 'stop', reason: 'Công dân có đơn đề nghị.' },
    });
    expect(stopped.status, JSON.stringify(stopped.body)).toBe(200);
    await world.settle();
    await world.later(11);
    expect((await world.dispatchesOf(id)).map(({ state }) => state)).toEqual(['superseded', 'received']);
    expect(world.cards().length).toBe(before + 1);
  });

  it('and an act that makes it old wait for each other in one order', async () => {
    const { id } = await world.givenIntake();
    await world.ask(id);
    const { rows } = await world.owner.query<{ id: string; noticeId: string }>(
      `select p.id, p.notice_id as "noticeId" from dispatch p join notice n on n.id = p.notice_id where n.dossier_id = $1`,
      [id],
    );
    const [dispatch] = rows;
    if (dispatch === undefined) throw new Error('There is a dispatch.');
    const inTx = <T>(work: (tx: Tx) => Promise<T>) => world.ctx.database.tenant(world.tenantId, work);
    const lock = await holdLock(world.owner, 'select 1 from dispatch where id = $1', [dispatch.id]);
    const settling = inTx(async (tx) => {
      if ((await lockDispatch(tx, dispatch.id)) !== undefined)
        await giveUp(world.ctx, tx, dispatch, { code: null, sentence: 'Thử.' }, world.ctx.clock.now());
    });
    await lock.untilWaiting(1);
    const acting = inTx((tx) => supersedeNotices(tx, [dispatch.noticeId], dispatch.noticeId));
    await lock.untilWaiting(2);
    await lock.release();
    await Promise.all([settling, acting]);
    expect((await world.dispatchesOf(id)).map(({ state }) => state)).toEqual(['superseded', 'superseded']);
  });

  it('keeps its receipt when another one, before it, can never be worked through', async () => {
    const receipt = (key: string, at: string) =>
      world.owner.query(
        `insert into webhook_event (tenant_id, event_key, oa_id, name, at_ms, received_at, state, raw)
          values ($1, $2, $3, 'user_received_message', 0, now(), 'waiting', $4)`,
        [
          world.tenantId,
          key,
          world.oaId,
          JSON.stringify({
            event_name: 'user_received_message',
            sender: { id: world.oaId },
            recipient: { id: '84900000999' },
            message: { msg_id: key, tracking_id: 'x', delivery_time: at },
          }),
        ],
      );
    await receipt('never', '9000000000000000');
    const ref = { tenantId: world.tenantId, oaId: world.oaId };
    await expect(takeReceipts(world.ctx, ref)).rejects.toThrow();
    await receipt('later', '1601032301000');
    await expect(takeReceipts(world.ctx, ref, true)).rejects.toThrow();
    await takeReceipts(world.ctx, ref);
    const { rows } = await world.owner.query(`select 1 from webhook_event where state = 'waiting'`);
    expect(rows).toEqual([]);
  });

  it('that has not left is never sent after newer news', async () => {
    zbs().dailyQuota = 0;
    const { id } = await world.asked();
    const before = world.cards().length;
    const { body } = await world.hoa.get<DossierView>(`/dossiers/${id}`);
    const stop = { type: 'stop', reason: 'Công dân có đơn đề nghị.' };
    const stopped = await (await world.signInAs('long')).post(`/dossiers/${id}/actions`, {
      version: body.version,
      action: stop,
    });
    expect(stopped.status, JSON.stringify(stopped.body)).toBe(200);
    zbs().dailyQuota = 5000;
    await world.later(25 * 60);
    expect((await world.dispatchesOf(id)).map(({ state }) => state).sort()).toEqual([
      'received',
      'superseded',
    ]);
    expect(
      world
        .cards()
        .slice(before)
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('Dừng giải quyết')]);
  });
});
