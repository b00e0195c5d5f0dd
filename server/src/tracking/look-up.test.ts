// Looking a dossier up on the web: code and six digits open it; a miss and a code that does not exist look alike, and cost alike.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../../test/client.ts';
import { applicantNumber } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { linkToken } from '../dossiers/link-token.ts';
import type { IntakeAnswer } from '../dossiers/schema.ts';
import { webTriesADay } from './prove-on-web.ts';
import type { LookUpAnswer } from './schema.ts';

let world: World;
let taken: IntakeAnswer;
beforeAll(async () => {
  world = await createWorld();
  taken = await world.givenIntake();
});
afterAll(() => world.close());

const right = applicantNumber.slice(-6);
const wrong = '000001';
const lookUp = (body: object, tenant = world.tenantId, by = visitor(world.http)) =>
  by.post<LookUpAnswer>(`/public/${tenant}/look-up`, body);

test('the code and the last six digits give the very link of the receipt, however they are typed', async () => {
  const token = linkToken(world.ctx.secrets, world.tenantId, taken.id, 1);
  const spaced = `${applicantNumber.slice(0, 3)} ${applicantNumber.slice(3)}`;
  const day = taken.code.slice(taken.code.indexOf('-') + 1);
  for (const [code, digits] of [
    [taken.code, right],
    [` ${taken.code.toLowerCase()} `, spaced],
    [day, right],
  ])
    expect(await lookUp({ code, digits }), code).toMatchObject({ status: 200, body: { token } });
});

test('wrong digits and a code that does not exist get the same answer, word for word', async () => {
  const missed = await lookUp({ code: taken.code, digits: wrong });
  const nothing = await lookUp({ code: '000.00.27.H53-251207-9999', digits: right });
  expect(missed.status).toBe(404);
  expect(nothing.body).toEqual(missed.body);
});

test('what cannot be a code or six digits is named, and costs no try', async () => {
  for (const [body, field] of [
    [{ code: 'khai sinh', digits: right }, 'code'],
    [{ code: '', digits: right }, 'code'],
    [{ code: taken.code, digits: '12345' }, 'digits'],
    [{ code: taken.code, digits: '<script>' }, 'digits'],
  ] as const)
    expect(await lookUp(body)).toMatchObject({ status: 422, body: { fields: [{ field }] } });
  expect(await lookUp({ code: taken.code, digits: right }, 'nobody')).toMatchObject({ status: 404 });
});

test('a network has so many tries a day, and others are not kept out', async () => {
  const fresh = await world.givenIntake();
  const guesser = visitor(world.http);
  await world.owner.query(`delete from proof_failure`);
  expect(await lookUp({ code: fresh.code, digits: wrong }, undefined, guesser)).toMatchObject({
    status: 404,
  });
  await world.owner.query(`update proof_failure set failures = $1 where scope = 'address'`, [
    webTriesADay.address,
  ]);
  const spent = await lookUp({ code: fresh.code, digits: right }, undefined, guesser);
  expect(spent).toMatchObject({ status: 429, body: { kind: 'too_many' } });
  expect(await lookUp({ code: fresh.code, digits: right })).toMatchObject({ status: 200 });
});

test('a dossier whose code is spent still opens for whoever comes with the digits first', async () => {
  const fresh = await world.givenIntake();
  const stranger = visitor(world.http);
  await lookUp({ code: fresh.code, digits: wrong }, undefined, stranger);
  await world.owner.query(`update proof_failure set failures = 20 where scope = 'code'`);
  expect(await lookUp({ code: fresh.code, digits: right }, undefined, stranger)).toMatchObject({
    status: 429,
  });
  expect(await lookUp({ code: fresh.code, digits: right })).toMatchObject({ status: 200 });
});
