// A dossier through three agencies with a question to a fourth: who sees it, who answers, what silence does, bad input.

import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { holdLock } from '../../test/held-lock.ts';
import { createWorld, type World } from '../../test/world.ts';
import { sweepClocks } from '../clocks/sweep.ts';
import { setUpNeighbours } from '../demo/neighbours.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import type { OwedCount, OwedOpinions } from './schema.ts';

const land = { procedureCode: '1.013831' };
let world: World;
const clients = new Map<string, Client>();
beforeAll(async () => {
  world = await createWorld({ at: '2026-12-07T08:00:00+07:00' });
  await setUpNeighbours(world.ctx, world.ctx.clock.now());
  for (const who of ['nhung', 'thao', 'tien', 'hung', 'my', 'son', 'long', 'hoa'])
    clients.set(who, await world.signInAs(who));
});
afterAll(() => world.close());

const as = (who: string): Client => {
  const client = clients.get(who);
  if (client === undefined) throw new Error(`${who} did not sign in.`);
  return client;
};
const look = async (who: string, id: string) => (await as(who).get<DossierView>(`/dossiers/${id}`)).body;
async function act(
  who: string,
  id: string,
  action: object,
): Promise<{ status: number; body: { detail?: string } }> {
  const { version } = await look(who, id);
  return as(who).post(`/dossiers/${id}/actions`, { version, action });
}
async function done(who: string, id: string, action: object): Promise<void> {
  const { status, body } = await act(who, id, action);
  expect([status, body.detail]).toEqual([200, undefined]);
}
const answer = { type: 'give_opinion', requestId: 'y1', verdict: 'agree', text: 'Không thuộc quy hoạch.' };
const count = async (who: string) => (await as(who).get<OwedCount>('/opinions/count')).body.count;
const asked = async (): Promise<string> => {
  const { id } = await world.givenIntake(land);
  await done('thao', id, { type: 'consult', detail: 'Xin trả lời sớm.' });
  return id;
};
const tabOf = async (who: string, tab: string) =>
  (await as(who).get<{ rows: { id: string }[] }>(`/worklist?tab=${tab}`)).body.rows.map(({ id }) => id);

test('it goes from the ward to the branch, to the department and back, and each sees its own', async () => {
  const { id, code } = await world.givenIntake(land);
  expect(await tabOf('thao', 'to_claim')).toContain(id);
  expect(await tabOf('nhung', 'elsewhere')).toContain(id);
  expect(await tabOf('nhung', 'unit')).not.toContain(id);
  expect((await look('nhung', id)).statusSentence).toContain('Chi nhánh Văn phòng Đăng ký đất đai');
  expect((await as('my').get(`/dossiers/${id}`)).status).toBe(404);
  expect((await act('thao', id, { type: 'pass_on', note: null })).body.detail).toContain(
    'phải lấy ý kiến Sở Xây dựng tỉnh Tây Ninh trước',
  );

  await done('thao', id, { type: 'claim' });
  await done('thao', id, { type: 'consult', detail: null });
  const waiting = await look('nhung', id);
  expect(waiting.statusSentence).toContain('Đang chờ ý kiến Sở Xây dựng tỉnh Tây Ninh đến');
  const passing = (await look('thao', id)).actions.find(({ type }) => type === 'pass_on');
  expect(passing?.whyNot).toMatch(/Đang chờ ý kiến Sở Xây dựng tỉnh Tây Ninh đến .*thứ Năm, 10\/12/);
  const { body: owed } = await as('my').get<OwedOpinions>('/opinions');
  expect(owed.rows).toMatchObject([
    { dossierId: id, code, askedBy: expect.stringContaining('Chi nhánh Văn phòng'), overdue: false },
  ]);
  expect((await look('my', id)).actions.find(({ primary }) => primary)?.type).toBe('give_opinion');

  await done('my', id, answer);
  expect(await count('my')).toBe(0);
  expect((await look('thao', id)).opinions).toMatchObject([{ state: 'answered', stateText: 'đồng ý' }]);
  await done('thao', id, { type: 'pass_on', note: null });
  expect(await tabOf('hung', 'to_claim')).toContain(id);
  expect((await act('thao', id, { type: 'approve' })).status).not.toBe(200);

  await done('hung', id, { type: 'return_to_step', toStepId: 's2', reason: 'Thiếu mảnh trích đo.' });
  expect(await tabOf('thao', 'to_claim')).toContain(id);
  await done('thao', id, { type: 'pass_on', note: null });
  await done('hung', id, { type: 'approve' });
  await done('tien', id, { type: 'finish', resultNumber: 'CH 01234' });
  expect(await tabOf('nhung', 'to_claim')).toContain(id);
  await done('nhung', id, { type: 'hand_over', collector: 'Nguyễn Thị Ẩn', method: 'counter' });
  expect(await verifyTenant(world.ctx.database, world.tenantId)).toMatchObject({ faults: [] });
});

describe('an answer', () => {
  it('by two officers at once is kept once; the second reads that it was answered', async () => {
    const id = await asked();
    const { version } = await look('my', id);
    const lock = await holdLock(world.owner, 'select 1 from dossier where id = $1', [id]);
    const both = ['my', 'son'].map((who) =>
      as(who).post<{ detail?: string }>(`/dossiers/${id}/actions`, { version, action: answer }),
    );
    await lock.untilWaiting(2);
    await lock.release();
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toContain('đã được trả lời');
    const given = (await look('thao', id)).timeline.filter(({ type }) => type === 'opinion_given');
    expect(given).toHaveLength(1);
  });

  it('is not disturbed by what else happens to the dossier meanwhile', async () => {
    const id = await asked();
    const { version } = await look('my', id);
    await done('thao', id, { type: 'note', text: 'Đã gọi điện cho Sở Xây dựng.' });
    expect((await as('my').post(`/dossiers/${id}/actions`, { version, action: answer })).status).toBe(200);
  });

  it('to what was withdrawn is refused, and the list has forgotten it', async () => {
    const id = await asked();
    expect(await count('my')).toBeGreaterThan(0);
    const before = await count('my');
    const { version } = await look('my', id);
    await done('nhung', id, { type: 'withdraw', reason: 'Công dân đổi ý.' });
    const late = await as('my').post<{ detail: string }>(`/dossiers/${id}/actions`, {
      version,
      action: answer,
    });
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('Yêu cầu lấy ý kiến')]);
    expect(await count('my')).toBe(before - 1);
  });

  it('is not the asking agency’s to give, nor a stranger’s, and names a request', async () => {
    const id = await asked();
    expect((await act('thao', id, answer)).status).toBe(403);
    expect((await as('hung').get(`/dossiers/${id}`)).status).toBe(404);
    expect((await act('my', id, { ...answer, requestId: 'y9' })).body.detail).toContain('Không có yêu cầu');
    expect((await act('my', id, { ...answer, verdict: 'maybe' })).status).toBe(422);
    expect((await act('thao', id, { ...answer, type: 'record_opinion' })).status).toBe(422);
  });
});

test('silence is written down by the clock when the time is over, and the dossier goes on', async () => {
  const id = await asked();
  world.ctx.clock.set('2026-12-10T09:00:00+07:00');
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [
    '2026-12-10T09:00:00+07:00',
  ]);
  await sweepClocks(world.ctx);
  const view = await look('thao', id);
  expect(view.opinions).toMatchObject([
    { state: 'silent', stateText: expect.stringContaining('coi là đồng ý') },
  ]);
  expect(view.timeline[0]).toMatchObject({
    type: 'opinion_silent',
    actorName: expect.stringContaining('Hệ thống'),
  });
  expect(view.actions.find(({ type }) => type === 'pass_on')?.whyNot).toBeNull();
  expect(await verifyTenant(world.ctx.database, world.tenantId)).toMatchObject({ faults: [] });
});
