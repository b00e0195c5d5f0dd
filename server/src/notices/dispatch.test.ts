// A template to the applicant's number, over the street: each way it can end, and what follows from it.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRoadsWorld, type RoadsWorld, residentNumber } from '../../test/roads-world.ts';
import type { DossierView } from '../dossiers/schema.ts';

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

  it('with a code nobody knows is tried three times and then shown', async () => {
    strike('unknown_code', { times: 3 });
    const { id } = await world.asked();
    for (const minutes of [2, 3, 5]) await world.later(minutes);
    expect(await world.dispatchesOf(id)).toMatchObject([{ state: 'failed' }, { road: 'paper' }]);
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
