// Questions asked on every page, among fifty thousand dossiers: each finds its rows by an index.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { findOfficerOfSession, listAssignable } from '../src/agencies/officer-store.ts';
import { markArrived } from '../src/chat/message-store.ts';
import { takeBackNotices } from '../src/chat/person-store.ts';
import { hasMoved, listOpenDossiers } from '../src/clocks/calendar-store.ts';
import { countAttention, listAttention, listDue } from '../src/clocks/store.ts';
import {
  findDossierByCode,
  findDossierByLink,
  listDossiersOfApplicant,
  openDossiersByLink,
} from '../src/dossiers/look-up-store.ts';
import { findDossier, lockDossier, readLedger } from '../src/dossiers/store.ts';
import { countTabs, listDossiers } from '../src/dossiers/worklist-store.ts';
import { countFates } from '../src/find/times-store.ts';
import { listFollowers } from '../src/notices/standing-store.ts';
import { announceNotices, isSuperseded, listNotices } from '../src/notices/store.ts';
import { listUnsettled, lockWaiting } from '../src/notices/waiting-store.ts';
import { countRegister, listRegister } from '../src/papers/register-store.ts';
import { listPapers, listPrints } from '../src/papers/store.ts';
import { type Database, type Sql, sql, type Tx } from '../src/platform/database.ts';
import { searchOffered } from '../src/procedures/store.ts';
import { listRunningOthers } from '../src/processes/store.ts';
import { countWaitingTalks, listTalks } from '../src/talks/list-store.ts';
import { listSaid } from '../src/talks/store.ts';
import { tabs } from '../src/worklists/schema.ts';
import { givenManyDossiers } from './given-many.ts';
import { plansOf as explainWork } from './plans-of.ts';
import { createWorld, type World } from './world.ts';

let world: World;
const id = '01900000-0000-7000-8000-00000000dead';
const now = '2026-12-07T08:00:00+07:00';
beforeAll(async () => {
  world = await createWorld({ at: now });
  await givenManyDossiers(world, 50_000);
});
afterAll(() => world.close());

const plansOf = (work: (tx: Tx) => Promise<unknown>) => explainWork(world, work);

const scansAll =
  /Seq Scan on (dossier|ledger|notice|session|applicant|command|chat_message|paper|paper_print)\b/;
const owner = (username: string) => ({ ...world.officer(username) });

/** What asks on a trip of its own asks here, where its plan is seen. */
const within = (tx: Tx): Pick<Database, 'ask'> => ({ ask: (_tenant, query) => tx.rows(query(tx)) });

const book = (words: string[]) => ({
  agencyId: world.agencyId,
  from: '2026-11-01',
  to: '2026-11-30',
  words,
});

const questions: [string, (tx: Tx) => Promise<unknown>][] = [
  ['a dossier by id', (tx) => findDossier(tx, id)],
  ['a dossier by id, locked', (tx) => lockDossier(tx, id)],
  ['a dossier by code', (tx) => findDossierByCode(tx, '000.00.27.H53-251207-777')],
  ['a dossier by the digest of its link', (tx) => findDossierByLink(tx, 'x')],
  [
    'the dossiers of many links',
    (tx) =>
      openDossiersByLink(
        { ...within(tx), tenant: (tenantId, work) => world.ctx.database.tenant(tenantId, work) },
        tx.tenantId,
        ['x', 'y', 'z'].map((digest) => ({ digest, mark: null })),
      ),
  ],
  ['the dossiers of a person', (tx) => listDossiersOfApplicant(tx, id, 10)],
  ['a ledger', (tx) => readLedger(tx, id)],
  ['the papers of a dossier', (tx) => listPapers(tx, id)],
  ['the prints of a dossier', (tx) => listPrints(tx, id)],
  ['a page of the register', (tx) => listRegister(tx, book([]), { limit: 50, offset: 0 })],
  ['a page of the register by words', (tx) => listRegister(tx, book(['an']), { limit: 50, offset: 0 })],
  ['how long the register is', (tx) => countRegister(tx, book([]))],
  ['the notices of a dossier', (tx) => listNotices(tx, id)],
  [
    'the messages that Zalo reports on',
    (tx) => markArrived(tx, { oaId: 'oa', userId: 'u7' }, ['m'], 'seen', now),
  ],
  ['the dossiers that messages tell of', (tx) => announceNotices(tx, [{ id }])],
  ['what a person is to be told', (tx) => takeBackNotices(tx, { oaId: 'oa', userId: 'u7' })],
  [
    'who follows a dossier, and when they were last told',
    (tx) => listFollowers(tx, id, { kind: null, sms: false }, now),
  ],
  ['what nobody has been told yet of a dossier', (tx) => listUnsettled(tx, id, now)],
  ['what waits for those who follow a dossier', (tx) => lockWaiting(tx, id)],
  ['whether a message has grown old', (tx) => isSuperseded(tx, id)],
  ['what was said in a talk', (tx) => listSaid(tx, [id])],
  ['the inbox of talks', (tx) => listTalks(tx, owner('nhung'), 'unit', 0)],
  ['how many talks wait', (tx) => countWaitingTalks(tx, owner('nhung'), now)],
  ['dossiers on which the clock is to act', (tx) => listDue(tx, now, null)],
  ['dossiers to be reckoned anew', (tx) => listOpenDossiers(tx, world.agencyId, id, 200)],
  [
    'how long a procedure took over a year',
    (tx) => countFates(tx, '1.001193', { since: '2025-12-07T08:00:00+07:00', now }),
  ],
  ['whether a date has moved with a calendar', (tx) => hasMoved(tx, id, 2)],
  ['a session and its officer', (tx) => findOfficerOfSession(within(tx), tx.tenantId, 'x', '2026-12-07')],
  [
    'running dossiers of a procedure that another process holds',
    (tx) => listRunningOthers(tx, world.agencyId, [{ procedureCode: '1.004873', steps: [] }], 200),
  ],
  [
    'officers who may be assigned',
    (tx) => listAssignable(tx, world.agencyId, 'tu-phap', 'specialist', '2026-12-07'),
  ],
];

test.each(questions)('by an index: %s', async (_what, ask) => {
  const plan = await plansOf(ask);
  expect(plan).toMatch(/Index/);
  expect(plan).not.toMatch(scansAll);
});

test.each(['nhung', 'hoa', 'long'])(
  'by an index: every tab of the worklist of %s, listed and counted',
  async (who) => {
    for (const words of [[], ['nguyen', '777']]) {
      const counted = await plansOf((tx) => countTabs(tx, owner(who), { words }, now));
      expect(counted).not.toMatch(scansAll);
      for (const tab of tabs) {
        const listed = await plansOf((tx) => listDossiers(tx, owner(who), { tab, words, offset: 0 }, now));
        expect(listed, tab).not.toMatch(scansAll);
      }
    }
  },
);

test.each(['nhung', 'hoa', 'tung', 'duc'])(
  'by an index: what deserves the attention of %s, listed and counted',
  async (who) => {
    for (const ask of [
      (tx: Tx) => listAttention(tx, owner(who), now, 0),
      (tx: Tx) => countAttention(tx, owner(who), now),
    ]) {
      const plan = await plansOf(ask);
      expect(plan).toMatch(/Index/);
      expect(plan).not.toMatch(scansAll);
    }
  },
);

test('how much a procedure is used is counted in its own part of an index', async () => {
  const plan = await plansOf((tx) => searchOffered(tx, ['khai'], 30));
  expect(plan).toMatch(/using dossier_procedure/);
  expect(plan).not.toMatch(scansAll);
});

test('the worklist reads open dossiers only, however many have ended', async () => {
  const { rows } = await world.owner.query<{ ended: number; open: number }>(
    'select count(*) filter (where ended)::int as ended, count(*) filter (where not ended)::int as open from dossier',
  );
  const { ended = 0, open = 0 } = rows[0] ?? {};
  expect(ended).toBeGreaterThan(10 * open);
  const buffers = await world.ctx.database.tenant(world.tenantId, async (tx) => {
    let plan: {
      Plan: { 'Actual Rows': number; 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
    }[] = [];
    const watched: Tx = {
      ...tx,
      row: async <Row>(query: Sql) => {
        const answer = await tx.row<{ 'QUERY PLAN': typeof plan }>(
          sql`explain (analyze, buffers, format json) ${query}`,
        );
        plan = answer?.['QUERY PLAN'] ?? [];
        return {} as Row;
      },
    };
    await countTabs(watched, owner('nhung'), { words: [] }, now);
    const top = plan[0]?.Plan;
    return (top?.['Shared Hit Blocks'] ?? 0) + (top?.['Shared Read Blocks'] ?? 0);
  });
  // A page at most for each open row and its index entry, none for the ended.
  expect(buffers).toBeGreaterThan(0);
  expect(buffers).toBeLessThan(1.2 * open + 50);
});
