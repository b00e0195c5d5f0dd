// The worklist, after histories nobody wrote by hand: counts that equal rows, least time left first, found by any of its names.

import type { Action } from '@motcua/domain/dossier-action';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WalkedWard, walkedWard } from '../../test/walked-ward.ts';
import type { World } from '../../test/world.ts';
import { demoOfficers } from '../demo/ward-people.ts';
import { type Tab, tabs, type Worklist } from '../worklists/schema.ts';
import { type DossierView } from './schema.ts';
import { verifyTenant } from './verify.ts';

let ward: WalkedWard;
let world: World;
const desk = (username: string) => ward.desk(username);

beforeAll(async () => {
  ward = await walkedWard();
  ({ world } = ward);
});
afterAll(() => world.close());

const allRows: WalkedWard['allRows'] = (...asked) => ward.allRows(...asked);

test('the walk met most of what can happen, and every ledger row it left is sound', async () => {
  expect([...ward.met.keys()].sort()).toEqual(
    expect.arrayContaining(
      'accept approve assign claim confirm_payment correct_details finish hand_over pass_on refuse request_payment request_supplement return_to_step take_supplement'.split(
        ' ',
      ),
    ),
  );
  const proof = await verifyTenant(world.ctx.database, world.tenantId);
  expect(proof.faults).toEqual([]);
  expect(proof.events).toBeGreaterThan(250);
});

test.each(demoOfficers.map(({ username }) => username))(
  'every tab of %s counts exactly its rows, on every page of it',
  async (username) => {
    const client = desk(username);
    const { body } = await client.get<Worklist>('/worklist');
    for (const tab of tabs) {
      const rows = await allRows(client, tab);
      expect(rows, tab).toHaveLength(body.counts[tab]);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const searched = await client.get<Worklist>(`/worklist?tab=${tab}&q=261201`);
      expect(await allRows(client, tab, '&q=261201')).toHaveLength(searched.body.total);
    }
  },
);

test('least time left stands first, in every tab', async () => {
  for (const { username } of demoOfficers)
    for (const tab of tabs) {
      const due = (await allRows(desk(username), tab)).flatMap((row) => (row.due === null ? [] : [row.due]));
      expect(due).toEqual(due.toSorted());
    }
});

test('the tabs for late and soon due hold what the rows themselves call so', async () => {
  const clerk = desk('nhung');
  const late = await allRows(clerk, 'late');
  const soon = await allRows(clerk, 'due_soon');
  expect(late.length + soon.length).toBeGreaterThan(0);
  expect(new Set(late.map(({ urgency }) => urgency))).toEqual(new Set(late.length > 0 ? ['late'] : []));
  expect(new Set(soon.map(({ urgency }) => urgency))).toEqual(new Set(soon.length > 0 ? ['at_risk'] : []));
  // And nothing that is late stands outside them: the clerk watches the whole agency.
  const units = await Promise.all(
    ['nhung', 'hoa', 'bao', 'nghia', 'anh', 'van', 'long'].map((each) => allRows(desk(each), 'unit')),
  );
  const all = units.flat();
  const named = (urgency: string) => all.filter((row) => row.urgency === urgency).map(({ id }) => id);
  expect(named('late').sort()).toEqual(late.map(({ id }) => id).sort());
  expect(named('at_risk').sort()).toEqual(soon.map(({ id }) => id).sort());
});

test('after an action the row is gone, and list, counts and page agree', async () => {
  const { id, version } = await world.givenIntake();
  const before = (await desk('hoa').get<Worklist>('/worklist?tab=to_claim')).body;
  expect(before.rows.map((row) => row.id)).toContain(id);
  await desk('hoa').post(`/dossiers/${id}/actions`, { version, action: { type: 'claim' } });
  const after = (await desk('hoa').get<Worklist>('/worklist?tab=to_claim')).body;
  const mine = (await desk('hoa').get<Worklist>('/worklist?tab=mine')).body;
  expect(after.rows.map((row) => row.id)).not.toContain(id);
  expect(mine.rows.map((row) => row.id)).toContain(id);
  expect(after.counts).toEqual({
    ...before.counts,
    to_claim: before.counts.to_claim - 1,
    mine: before.counts.mine + 1,
  });
  expect(
    (await desk('tung').get<Worklist>('/worklist?tab=to_claim')).body.rows.map((row) => row.id),
  ).not.toContain(id);
  const page = await desk('hoa').get<DossierView>(`/dossiers/${id}`);
  expect(page.body.holder.officerName).toBe('bà Lê Thị Hoa');
});

test.each([
  ['the name, without accents', 'nguyen thi an'],
  ['the name, with accents and in capitals', 'NGUYỄN THỊ ẨN'],
  ['words of the procedure in any order', 'hon nhan tinh trang'],
  ['the phone as people say it', '0912 000 999'],
  ['the phone as systems write it', '+84912000999'],
  ['the whole code', 'CODE'],
  ['the code in small letters', 'code'],
  ['the day and number of the code', 'TAIL'],
  ['only the number', 'NUMBER'],
])('found by %s', async (_what, typed) => {
  const { id, code } = await world.givenIntake();
  const tail = code.split('-').slice(1).join('-');
  const query = { CODE: code, code: code.toLowerCase(), TAIL: tail, NUMBER: code.slice(-4) }[typed] ?? typed;
  const found = await allRows(desk('hoa'), 'unit', `&q=${encodeURIComponent(query)}`);
  expect(found.map((row) => row.id)).toContain(id);
  const other = await allRows(desk('hoa'), 'unit', `&q=${encodeURIComponent(`${query} khong-co-tu-nay`)}`);
  expect(other).toEqual([]);
});

test('what a search types is text, never a pattern', async () => {
  const { id, code } = await world.givenIntake();
  const typed = [
    code.replace('.27', '%'),
    code.replaceAll('-', '_'),
    `${code.slice(0, 9)}\\`,
    "0.0' or true --",
  ];
  for (const pattern of typed) {
    const rows = await allRows(desk('hoa'), 'unit', `&q=${encodeURIComponent(pattern)}`);
    expect(
      rows.map((row) => row.id),
      pattern,
    ).not.toContain(id);
  }
});

async function request(id: string, version: number, action: Action): Promise<void> {
  expect((await desk('hoa').post(`/dossiers/${id}/actions`, { version, action })).status).toBe(200);
}

test('what waits for the citizen’s money leaves the holder’s own tab for the one of waiting', async () => {
  const { id, version } = await world.givenIntake();
  await request(id, version, { type: 'claim' });
  await request(id, version + 1, {
    type: 'request_payment',
    amount: 8_000,
    reason: 'Lệ phí theo quy định.',
    stopsClock: true,
  });
  const isIn = async (who: string, tab: Tab) => (await allRows(desk(who), tab)).some((row) => row.id === id);
  expect(await isIn('hoa', 'mine')).toBe(false);
  expect([
    await isIn('hoa', 'citizen'),
    await isIn('nhung', 'citizen'),
    await isIn('bao', 'citizen'),
  ]).toEqual([true, true, false]);
});

test('a dossier turns late at midnight in Vietnam, not at midnight elsewhere and not at closing time', async () => {
  const { clock } = world.ctx;
  const { id } = await world.givenIntake();
  const { due } = (await desk('hoa').get<DossierView>(`/dossiers/${id}`)).body;
  const day = due?.slice(0, 10) ?? '';
  const isLate = async () => {
    await ward.signInAgain('hoa');
    return (await allRows(desk('hoa'), 'late')).some((row) => row.id === id);
  };
  for (const moment of [`${day}T06:59:59+07:00`, `${day}T17:00:01+07:00`, `${day}T23:59:59+07:00`]) {
    clock.set(moment);
    expect(await isLate(), moment).toBe(false);
  }
  clock.advance(1 / 60);
  expect(await isLate(), clock.now()).toBe(true);
  // Asking for papers now stops no clock, and hides nothing.
  const { version } = (await desk('hoa').get<DossierView>(`/dossiers/${id}`)).body;
  await request(id, version, {
    type: 'request_supplement',
    items: [{ target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason: 'Bản nộp bị mờ.' }],
    sectorGround: 'Theo quy định của ngành.',
  });
  expect(await isLate()).toBe(true);
});
