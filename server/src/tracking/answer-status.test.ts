// What is kept is never stale: whatever an answer depends on is changed behind its back, and the very next answer shows it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { linkToken } from '../dossiers/link-token.ts';
import { linkOf, type OpenLink, openLinks } from '../dossiers/look-up.ts';
import type { LinkAnswer } from '../dossiers/look-up-store.ts';
import type { ActionAnswer, IntakeAnswer } from '../dossiers/schema.ts';
import { answerStatus } from './answer-status.ts';

const morning = '2026-12-07T08:00:00+07:00';
let world: World;
let taken: IntakeAnswer;
let token: string;
/** What the answers go by; the world's own clock cannot be set back. */
let now = morning;
const clock = { now: () => now };
beforeAll(async () => {
  world = await createWorld({ at: morning });
  taken = await world.givenIntake();
  token = tokenOf(taken.id);
  await act('hoa', { type: 'claim' });
});
afterAll(() => world.close());

const tokenOf = (id: string, generation = 1) => linkToken(world.ctx.secrets, world.tenantId, id, generation);

async function act(username: string, action: object): Promise<void> {
  const { rows } = await world.owner.query(`select version from dossier where id = $1`, [taken.id]);
  const client = await world.signInAs(username);
  const body = { version: rows[0].version, action };
  const reply = await client.post<ActionAnswer>(`/dossiers/${taken.id}/actions`, body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
}

/** Answers as the route does; `how` says of each what PostgreSQL was asked for and what it said. */
function opened() {
  const how: string[] = [];
  const open = openLinks(world.ctx);
  const watched: OpenLink = async (link, mark) => {
    const answer: LinkAnswer = await open(link, mark);
    how.push(typeof answer === 'object' ? 'read' : String(answer));
    return answer;
  };
  const answer = answerStatus({ ...world.ctx, clock }, watched);
  const ask = async (asked = token) => (await answer(asked, JSON.stringify))?.toString();
  return { how, ask };
}

const change =
  (text: string, ...values: unknown[]) =>
  async () => {
    const { rowCount } = await world.owner.query(text, values);
    expect(rowCount).toBeGreaterThan(0);
  };

const changes: [string, () => Promise<void>][] = [
  ['an act', () => act('hoa', { type: 'pass_on', note: null })],
  ['and the act back', () => act('long', { type: 'return_to_step', toStepId: 's2', reason: 'Thiếu.' })],
  ['an officer takes it', () => act('hoa', { type: 'claim' })],
  [
    'the name of the officer who holds it',
    change(`update officer set full_name = 'Lê Thị Hồng' where username = 'hoa'`),
  ],
  ['how that officer is addressed', change(`update officer set title = 'cô' where username = 'hoa'`)],
  ['the name of the room', change(`update agency_unit set name = 'Phòng Hộ tịch' where code = 'tu-phap'`)],
  [
    'a calendar: the office is shut on the promised day',
    change(`insert into calendar_version (tenant_id, agency_id, version, spec, decided_at)
      select tenant_id, agency_id, version + 1, jsonb_set(spec, '{days}', spec -> 'days' || jsonb_build_array(
        jsonb_build_object('date', (select to_char(due_at, 'YYYY-MM-DD') from dossier limit 1), 'kind', 'local_closure',
          'name', 'nghỉ tránh bão', 'ground', null))) || jsonb_build_object('version', version + 1), now()
      from calendar_version order by version desc limit 1`),
  ],
  [
    'the state itself, by an administrator, without a new version',
    change(`update dossier set state = jsonb_set(state, '{procedureName}', '"Đăng ký khai sinh lại"')`),
  ],
  ['the next day', async () => void (now = '2026-12-08T08:00:00+07:00')],
  ['a clock set back', async () => void (now = morning)],
  ['the day after the promise', async () => void (now = '2026-12-30T08:00:00+07:00')],
];

test('whatever it depends on changes, the next answer is the one that somebody gets who kept nothing', async () => {
  const { ask, how } = opened();
  for (const [name, make] of changes) {
    const before = await ask();
    expect(await ask(), name).toBe(before);
    expect(how.at(-1), `${name}: kept before`).toBe('unchanged');
    await make();
    const after = await ask();
    expect(after, name).not.toBe(before);
    expect(after, name).toBe(await opened().ask());
    expect(how.at(-1), `${name}: read anew`).toBe('read');
  }
  now = morning;
});

test('the name of the office, of its counter and of the agency change what is kept, wherever they are said', async () => {
  const { ask, how } = opened();
  for (const column of ['name', 'office_name', 'address', 'phone']) {
    await ask();
    await change(`update agency set ${column} = ${column} || ' mới'`)();
    expect(await ask()).toBe(await opened().ask());
    expect(how.at(-1), column).toBe('read');
  }
});

test('midnight between the question and PostgreSQL’s answer: yesterday’s words are not sent', async () => {
  now = '2026-12-07T23:59:59+07:00';
  const open = openLinks(world.ctx);
  let strikes = false;
  const answer = answerStatus({ ...world.ctx, clock }, async (link, mark) => {
    const said = await open(link, mark);
    if (strikes) now = '2026-12-08T00:00:00+07:00';
    return said;
  });
  const before = await answer(token, JSON.stringify);
  strikes = true;
  const after = await answer(token, JSON.stringify);
  expect(after?.toString()).not.toBe(before?.toString());
  expect(after?.toString()).toBe(await opened().ask());
  now = morning;
});

test('in one group each gets their own: kept, changed, twice asked, unknown, of nobody', async () => {
  const other = await world.givenIntake();
  const open = openLinks(world.ctx);
  const link = linkOf(world.ctx.secrets, token) ?? expect.fail();
  const second = linkOf(world.ctx.secrets, tokenOf(other.id)) ?? expect.fail();
  const nobody = linkOf(world.ctx.secrets, tokenOf(world.ctx.newId())) ?? expect.fail();
  const first = await open(link, null);
  const mark = typeof first === 'object' ? first.mark : expect.fail();
  const answers = await Promise.all([
    open(second, mark),
    open(link, mark),
    open(nobody, mark),
    open(link, null),
    open({ ...link, tenantId: 'other-tenant' }, mark),
    open(link, `${mark}0`),
    open(link, mark),
  ]);
  const seen = answers.map((each) => (typeof each === 'object' ? each.dossier.id : each));
  expect(seen).toEqual([other.id, 'unchanged', undefined, taken.id, undefined, taken.id, 'unchanged']);
});

test('a renewed QR kills what was kept for the old one at once, and a dossier that is gone is gone', async () => {
  const { ask, how } = opened();
  await ask();
  await ask();
  expect(how).toEqual(['read', 'unchanged']);
  await act('nhung', { type: 'renew_link', reason: 'Công dân báo mất giấy tiếp nhận.' });
  expect(await ask()).toBeUndefined();
  expect(await ask(tokenOf(taken.id, 2))).toContain(taken.code);
});
