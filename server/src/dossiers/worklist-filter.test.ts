// Filters of the worklist: each holds exactly the rows that show it, counted by the predicate that lists them.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WalkedWard, walkedWard } from '../../test/walked-ward.ts';
import type { World } from '../../test/world.ts';
import { tabs, type Worklist, type WorklistRow } from '../worklists/schema.ts';

let ward: WalkedWard;
let world: World;
const desk = (username: string) => ward.desk(username);
const allRows: WalkedWard['allRows'] = (...asked) => ward.allRows(...asked);

beforeAll(async () => {
  ward = await walkedWard();
  ({ world } = ward);
});
afterAll(() => world.close());

test.each([
  ['status', (row: WorklistRow) => row.status],
  ['urgency', (row: WorklistRow) => row.urgency],
] as const)(
  'narrowed by %s, every value holds exactly the rows that show it, in every tab',
  async (name, of) => {
    for (const tab of tabs) {
      const rows = await allRows(desk('nhung'), tab);
      for (const value of new Set(rows.map(of).filter((each) => !['ended', 'not_received'].includes(each)))) {
        const narrowed = await allRows(desk('nhung'), tab, `&${name}=${value}`);
        expect(new Set(narrowed.map(of))).toEqual(new Set([value]));
        expect(narrowed.map(({ id }) => id)).toEqual(
          rows.filter((row) => of(row) === value).map(({ id }) => id),
        );
        const { body } = await desk('nhung').get<Worklist>(`/worklist?tab=${tab}&${name}=${value}`);
        expect(body.total).toBe(narrowed.length);
      }
    }
  },
);

test('narrowed by procedure, unit, officer and days of reception, in the order asked for', async () => {
  const rows = await allRows(desk('nhung'), 'late');
  const some = (await allRows(desk('hoa'), 'unit')).find(
    (row) => row.holderName !== null && row.receivedAt !== null,
  );
  if (some?.receivedAt == null) throw new Error('The walk left nothing that somebody holds.');
  const day = some.receivedAt.slice(0, 10);
  const hoa = world.officer('hoa').officerId;
  const within = await allRows(desk('hoa'), 'unit', `&from=${day}&to=${day}`);
  expect(within.map(({ id }) => id)).toContain(some.id);
  expect(new Set(within.map((row) => row.receivedAt?.slice(0, 10)))).toEqual(new Set([day]));
  expect(await allRows(desk('hoa'), 'unit', `&from=${day}&to=2020-01-01`)).toEqual([]);
  const held = await allRows(desk('hoa'), 'unit', `&officer=${hoa}`);
  expect(new Set(held.map(({ holderName }) => holderName))).toEqual(
    new Set(held.length > 0 ? ['bà Lê Thị Hoa'] : []),
  );
  const free = await allRows(desk('hoa'), 'unit', '&officer=none');
  expect(free.every(({ holderName }) => holderName === null)).toBe(true);
  expect(await allRows(desk('nhung'), 'late', '&unit=van-phong&procedure=khong-co')).toEqual([]);
  const newest = (await allRows(desk('nhung'), 'late', '&sort=newest')).map(({ id }) => id);
  const oldest = (await allRows(desk('nhung'), 'late', '&sort=received')).map(({ id }) => id);
  expect(newest).toEqual(oldest.toReversed());
  expect(newest.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});

test.each([
  ['status=closed', 'status'],
  ['urgency=red', 'urgency'],
  ['officer=hoa', 'officer'],
  ['from=2026-02-30', 'from'],
  ['sort=due_at', 'sort'],
])('a filter that means nothing is named: %s', async (query, field) => {
  const reply = await desk('hoa').get<{ fields: { field: string; message: string }[] }>(`/worklist?${query}`);
  expect(reply.status).toBe(422);
  expect(reply.body.fields).toMatchObject([{ field, message: expect.stringMatching(/\.$/) }]);
});
