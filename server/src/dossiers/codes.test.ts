// Codes of dossiers: dense, unique and in order, per agency and day, however many clerks work at once.

import { parseDossierCode } from '@motcua/domain/dossier-code';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GivenAgency, givenAgency } from '../../test/given-agency.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { IntakeAnswer } from './schema.ts';

let world: World;
let neighbour: GivenAgency;
let province: GivenAgency;
beforeAll(async () => {
  world = await createWorld({ at: '2026-12-07T16:00:00+07:00' });
  neighbour = await givenAgency(world, world.tenantId, 'ben-canh');
  province = await givenAgency(world, 'tinh-khac', 'tinh-khac');
});
afterAll(() => world.close());

const numberOf = ({ code }: IntakeAnswer) => Number(code.slice(-4));
const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('thirty clerks at once get thirty numbers in a row, and those who were refused take none', async () => {
  const clients = await Promise.all([
    world.signInAs('nhung'),
    world.signInAs('phuc'),
    neighbour.signInAs('nhung'),
    province.signInAs('nhung'),
  ]);
  const wrong = { ...givenIntakeBody(), papers: [] };
  const all = await Promise.all(
    oneTo(30).map(async (n) => {
      const [one, other, beside, far] = clients;
      const at = (n % 2 === 0 ? one : other) ?? one;
      const [mine, theirs, away] = await Promise.all([
        at?.post<IntakeAnswer>('/dossiers', givenIntakeBody()),
        n <= 10 ? beside?.post<IntakeAnswer>('/dossiers', givenIntakeBody()) : undefined,
        n <= 10 ? far?.post<IntakeAnswer>('/dossiers', givenIntakeBody()) : undefined,
        at?.post('/dossiers', wrong),
      ]);
      return { mine, theirs, away };
    }),
  );
  const numbers = (answers: ({ body: IntakeAnswer } | undefined)[]) =>
    answers.flatMap((answer) => (answer === undefined ? [] : [numberOf(answer.body)])).sort((a, b) => a - b);
  expect(numbers(all.map(({ mine }) => mine))).toEqual(oneTo(30));
  // An agency beside us, and a tenant far away, count for themselves.
  expect(numbers(all.map(({ theirs }) => theirs))).toEqual(oneTo(10));
  expect(numbers(all.map(({ away }) => away))).toEqual(oneTo(10));
});

test('numbers follow the order in which dossiers are accepted', async () => {
  const answers = [];
  for (const _ of oneTo(5)) answers.push(await world.givenIntake());
  expect(answers.map(numberOf)).toEqual([31, 32, 33, 34, 35]);
  const { rows } = await world.owner.query<{ codes: string[] }>(
    `select array_agg(code order by id) = array_agg(code order by code) as "inOrder"
      from dossier where id = any($1)`,
    [answers.map(({ id }) => id)],
  );
  expect(rows).toEqual([{ inOrder: true }]);
});

test('at midnight in Vietnam, and not before, the numbers begin again', async () => {
  world.ctx.clock.set('2026-12-07T23:59:59+07:00');
  expect((await world.givenIntake({ clerk: 'phuc' })).code).toBe('000.00.27.H53-261207-0036');
  world.ctx.clock.set('2026-12-08T00:00:00+07:00');
  const { code } = await world.givenIntake({ clerk: 'phuc' });
  expect(code).toBe('000.00.27.H53-261208-0001');
  expect(parseDossierCode(code)).toEqual({ kind: 'full', code });
});

test('the ten-thousandth dossier of a day takes five digits', async () => {
  await world.owner.query('update code_counter set last = 9999 where agency_id = $1 and day = $2', [
    world.agencyId,
    '2026-12-08',
  ]);
  expect((await world.givenIntake({ clerk: 'phuc' })).code).toBe('000.00.27.H53-261208-10000');
});

test('day and number, as lists show them, find the dossier of the own agency and no other', async () => {
  const { id, code } = await world.givenIntake({ clerk: 'phuc' });
  const [ours, theirs] = await Promise.all([world.signInAs('phuc'), neighbour.signInAs('nhung')]);
  const short = code.split('-').slice(1).join('-');
  expect((await ours.get(`/dossiers/by-code/${short}`)).body).toEqual({ id, code });
  expect((await theirs.get(`/dossiers/by-code/${short}`)).status).toBe(404);
  expect((await ours.get('/dossiers/by-code/261208-9')).status, 'a number nobody has').toBe(404);
});
