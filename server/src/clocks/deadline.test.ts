// The public reckoning: the engine's own dates for anybody, mistakes named, and a limit for each address.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { DeadlineAnswer } from './schema.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ask = (query: string) =>
  visitor(world.http).get<DeadlineAnswer & { fields: { field: string; message: string }[] }>(
    `/deadline?${query}`,
  );

describe('dates', () => {
  it.each([
    ['received=2026-11-20T10:00&unit=working_day&value=3', '2026-11-26T17:00:00+07:00'],
    ['received=2026-11-23T14:59&unit=same_day', '2026-11-23T17:00:00+07:00'],
    ['received=2026-11-23T15:00&unit=same_day', '2026-11-23T17:00:00+07:00'],
    ['received=2026-11-23T15:01&unit=same_day', '2026-11-25T17:00:00+07:00'],
    ['received=2026-11-23T15:30&unit=same_day&cutoff=16:00', '2026-11-23T17:00:00+07:00'],
    ['received=2026-01-08T09:00&unit=working_day&value=2', '2026-01-10T17:00:00+07:00'],
    ['received=2026-11-02T09:00&unit=calendar_day&value=15', '2026-11-17T17:00:00+07:00'],
    ['received=2026-11-02T09:00&unit=month&value=1', '2026-12-02T17:00:00+07:00'],
    ['received=2026-11-20T16:00&unit=working_hour&value=8', '2026-11-23T16:30:00+07:00'],
    ['received=2055-12-31T16:00&unit=month&value=1000', expect.stringMatching(/^2065/)],
  ])('%s', async (query, due) => {
    const { status, body } = await ask(query);
    expect([status, body.due]).toEqual([200, due]);
    expect(body.trace.length).toBeGreaterThan(1);
  });
  it('says whose working days it counted', async () => {
    expect((await ask('received=2026-11-20T10:00&unit=working_day&value=3')).body).toMatchObject({
      termText: '03 ngày làm việc',
      dueText: 'trước 17 giờ thứ Năm, 26/11',
      calendarName: 'lịch làm việc của UBND phường Kiến Tường',
    });
  });
});

it.each([
  ['received=2026-02-30T10:00&unit=working_day', 'received', /Không có ngày này/],
  ['received=tomorrow&unit=working_day', 'received', /2026-11-23T10:00/],
  ['received=2099-01-01T10:00&unit=working_day', 'received', /2018 đến 2055/],
  ['received=2026-11-20T10:00&unit=fortnight', 'unit', /đơn vị/],
  ['received=2026-11-20T10:00&unit=working_day&value=0', 'value', /ít nhất là 1/],
  ['received=2026-11-20T10:00&unit=working_day&value=x', 'value', /bằng số/],
  ['received=2026-11-20T10:00&unit=same_day&cutoff=25:00', 'cutoff', /15:00/],
])('names what is wrong in %s', async (query, field, message) => {
  const { status, body } = await ask(query);
  expect(status).toBe(422);
  expect(body.fields).toContainEqual({ field, message: expect.stringMatching(message) });
});

it('is limited for each address', async () => {
  const one = visitor(world.http);
  const answers = [];
  for (let n = 0; n < 61; n += 1)
    answers.push((await one.get('/deadline?received=2026-11-20T10:00&unit=same_day')).status);
  expect(answers.slice(0, 60).every((status) => status === 200)).toBe(true);
  expect(answers[60]).toBe(429);
});
