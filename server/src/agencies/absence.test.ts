// A colleague is away: the deputy sees and does the work, in the colleague's place, and only while it lasts.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import type { DossierView } from '../dossiers/schema.ts';
import type { Worklist } from '../worklists/schema.ts';
import type { AbsencesView } from './schema.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const idOf = (username: string) => world.officer(username).officerId;
const absence = (officer: string, deputy: string, untilDay = '2026-12-08') => ({
  officerId: idOf(officer),
  deputyId: idOf(deputy),
  fromDay: '2026-12-07',
  untilDay,
  reason: 'Đi công tác',
});

test('what lies with an absent colleague reaches the deputy, who acts in their place, until it is over', async () => {
  const { id, version } = await world.givenIntake();
  const hoa = await world.signInAs('hoa');
  const bao = await world.signInAs('bao');
  const claimed = await hoa.post<{ version: number }>(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'claim' },
  });
  const pass = { version: claimed.body.version, action: { type: 'pass_on', note: null } };
  expect((await bao.post(`/dossiers/${id}/actions`, pass)).status).toBe(403);
  const recorded = await hoa.post<{ text: string; id: string }>('/absences', absence('hoa', 'bao'));
  expect(recorded.body.text).toContain('bà Lê Thị Hoa vắng từ thứ Hai, 7/12 đến hết thứ Ba, 8/12');
  const list = await bao.get<Worklist>('/worklist?tab=mine');
  expect(list.body.rows).toMatchObject([{ id, inPlace: true }]);
  expect((await bao.get('/session')).body).toMatchObject({
    standsInFor: [{ officerId: idOf('hoa'), politeName: 'bà Lê Thị Hoa' }],
  });
  const offered = (await bao.get<DossierView>(`/dossiers/${id}`)).body.actions;
  expect(offered).toContainEqual(expect.objectContaining({ type: 'pass_on', whyNot: null }));
  expect((await bao.post(`/dossiers/${id}/actions`, pass)).status).toBe(200);
  const { timeline } = (await bao.get<DossierView>(`/dossiers/${id}`)).body;
  expect(timeline[0]).toMatchObject({ actorName: expect.stringMatching(/, thay bà Lê Thị Hoa$/) });
  const { rows } = await world.owner.query(
    'select actor from ledger where dossier_id = $1 order by seq desc',
    [id],
  );
  expect(rows[0].actor).toMatchObject({ officerId: idOf('bao'), inPlaceOf: idOf('hoa') });
});

test('it ends by itself after the last day, and at once when the colleague is back', async () => {
  const { id, version } = await world.givenIntake();
  const hoa = await world.signInAs('hoa');
  await hoa.post(`/dossiers/${id}/actions`, { version, action: { type: 'claim' } });
  const seen = async () => {
    const bao = await world.signInAs('bao');
    return (await bao.get<Worklist>('/worklist?tab=mine')).body.total;
  };
  const { body } = await hoa.post<{ id: string }>('/absences', absence('hoa', 'bao', '2026-12-31'));
  expect(await seen()).toBe(1);
  expect((await hoa.post(`/absences/${body.id}/end`, {})).status).toBe(200);
  expect(await seen()).toBe(0);
  expect((await hoa.post(`/absences/${body.id}/end`, {})).status).toBe(404);
  expect((await hoa.post('/absences', absence('hoa', 'bao'))).status).toBe(200);
  world.ctx.clock.set('2026-12-08T16:59:00+07:00');
  expect(await seen()).toBe(1);
  world.ctx.clock.set('2026-12-09T07:30:00+07:00');
  expect(await seen()).toBe(0);
});

test('bad absences are refused with the field and the remedy, and two at once make no chain', async () => {
  const duc = await world.signInAs('duc');
  const phuc = await world.signInAs('phuc');
  const field = async (body: object) =>
    ((await duc.post('/absences', body)).body as { fields?: { field: string }[] }).fields?.[0]?.field;
  expect(await field(absence('hoa', 'hoa'))).toBe('deputyId');
  expect(await field({ ...absence('hoa', 'bao'), deputyId: world.ctx.newId() })).toBe('deputyId');
  expect(await field({ ...absence('hoa', 'bao'), untilDay: '2026-12-06' })).toBe('untilDay');
  expect((await phuc.post('/absences', absence('hoa', 'bao'))).body).toMatchObject({ kind: 'not_allowed' });
  const both = await Promise.all([
    duc.post('/absences', absence('hoa', 'tung')),
    duc.post('/absences', absence('tung', 'bao')),
  ]);
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422]);
  const { absences } = (await duc.get<AbsencesView>('/absences')).body;
  expect(absences).toHaveLength(1);
});
