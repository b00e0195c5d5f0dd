// A holiday is announced: preview, one decision, every date moved once, its citizen told, new receipts right at once.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import type { Client } from '../../test/client.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import { applyCalendars } from './apply-calendar.ts';
import type { CalendarDecided, CalendarPreview, CalendarView } from './schema.ts';

let world: ChatWorld;
let head: Client;
beforeAll(async () => {
  world = await createChatWorld({ at: '2026-12-07T08:00:00+07:00' });
  head = await world.signInAs('duc');
});
afterAll(() => world.close());

const storm = { date: '2026-12-09', kind: 'local_closure', name: 'nghỉ tránh bão số 9', ground: null };
const ground = 'cơ quan nghỉ tránh bão số 9 theo Công điện của tỉnh';
const view = async (id: string) => (await head.get<DossierView>(`/dossiers/${id}`)).body;
const moves = ({ timeline }: DossierView) => timeline.filter(({ type }) => type === 'due_moved');

it('only who answers for the calendar may see or decide a change, and mistakes are named', async () => {
  const clerk = await world.signInAs('nhung');
  const edit = { version: 1, days: [storm], ordinary: [] };
  expect((await clerk.post('/calendar/preview', edit)).status).toBe(403);
  expect((await clerk.get<CalendarView>('/calendar')).body).toMatchObject({ mayDecide: false });
  const past = { ...edit, days: [{ ...storm, date: '2026-12-04' }] };
  const wrong = await head.post<{ detail: string }>('/calendar/preview', past);
  expect([wrong.status, wrong.body.detail]).toEqual([422, expect.stringMatching(/thứ Sáu, 4\/12 đã qua/)]);
  const stale = await head.post('/calendar/decisions', { ...edit, version: 7, ground });
  expect(stale.status).toBe(409);
  expect((await head.get<CalendarView>('/calendar')).body).toMatchObject({ version: 1, decisions: [] });
});

it('moves each date once, tells why, and leaves alone what does not hang on it', async () => {
  // Three working days: Thursday, 10 December, with the storm on Wednesday: Friday.
  const { id } = await world.givenIntake();
  const ended = await world.givenIntake({ passOn: false });
  await head.post(`/dossiers/${ended.id}/actions`, {
    version: (await view(ended.id)).version,
    action: { type: 'stop', reason: 'Công dân nộp nhầm.' },
  });
  const phone = await world.linkedPhone(id);
  const edit = { version: 1, days: [storm], ordinary: [] };
  const preview = (await head.post<CalendarPreview>('/calendar/preview', edit)).body;
  expect(preview).toMatchObject({
    seen: 1,
    moved: 1,
    rows: [{ id, oldDue: '2026-12-10T17:00:00+07:00', newDue: '2026-12-11T17:00:00+07:00' }],
  });
  expect((await view(id)).due).toBe('2026-12-10T17:00:00+07:00');

  const decision = { ...edit, ground };
  const decided = await head.post<CalendarDecided>('/calendar/decisions', decision);
  expect(decided.body).toEqual({ version: 2, expected: 1 });
  expect((await head.post('/calendar/decisions', decision)).status, 'decided once').toBe(409);
  world.ctx.clock.advance(1);
  const fresh = await world.givenIntake();
  expect(fresh.due).toBe('2026-12-11T17:00:00+07:00');

  await Promise.all([applyCalendars(world.ctx), applyCalendars(world.ctx)]);
  await world.owner.query('update calendar_change set finished_at = null, looked_through = null');
  await applyCalendars(world.ctx);
  const heard = await phone.act(() => {});
  expect(heard.join()).not.toMatch(/undefined/);
  const moved = await view(id);
  expect(moved.due).toBe('2026-12-11T17:00:00+07:00');
  expect(moves(moved)).toMatchObject([
    { actorName: 'Hệ thống, tính lại theo lịch làm việc', lines: [expect.stringMatching(/10\/12/), ground] },
  ]);
  expect(moves(moved)[0]?.notices[0]?.text).toMatch(
    /tính lại vì lịch làm việc.*Hẹn trả trước 17 giờ thứ Sáu, 11\/12/,
  );
  expect(moves(await view(fresh.id))).toEqual([]);
  expect(moves(await view(ended.id))).toEqual([]);
  const calendar = (await head.get<CalendarView>('/calendar')).body;
  expect(calendar.decisions).toMatchObject([{ version: 2, ground, moved: 1, finished: true }]);
  expect(calendar.days[0]).toMatchObject({ date: '2026-12-09', kind: 'local_closure' });
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
});

it('a process that dies half way goes on where it was', async () => {
  const ids = [];
  for (let n = 0; n < 3; n += 1) ids.push((await world.givenIntake()).id);
  await head.post('/calendar/decisions', {
    version: 2,
    days: [{ ...storm, date: '2026-12-10', name: 'nghỉ khắc phục bão' }],
    ordinary: [],
    ground: 'cơ quan nghỉ để khắc phục hậu quả bão',
  });
  const { rows } = await world.owner.query('select state from dossier where id = $1', [ids[1]]);
  await world.owner.query(`update dossier set state = jsonb_set(state, '{term}', '"broken"') where id = $1`, [
    ids[1],
  ]);
  await expect(applyCalendars(world.ctx)).rejects.toThrow();
  await world.owner.query('update dossier set state = $2 where id = $1', [ids[1], rows[0].state]);
  await applyCalendars(world.ctx);
  for (const id of ids) expect(moves(await view(id))).toHaveLength(1);
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
});
