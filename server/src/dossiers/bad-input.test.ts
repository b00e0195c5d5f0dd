// What the border of the API does with wrong, broken, oversized and hostile input: every fault named, nothing written.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { IntakeBody } from './schema.ts';

let world: World;
let nhung: Client;
beforeAll(async () => {
  world = await createWorld();
  nhung = await world.signInAs('nhung');
});
afterAll(async () => {
  const { rows } = await world.owner.query('select count(*)::int as count from dossier');
  expect(rows).toEqual([{ count: 0 }]);
  await world.close();
});

const applicant = (more: Partial<IntakeBody['applicant']>) => ({ ...givenIntakeBody().applicant, ...more });

interface Refused {
  kind: string;
  detail: string;
  fields?: { field: string; message: string }[];
}

const fieldsOf = (body: Refused) => (body.fields ?? []).map(({ field }) => field);

test('all wrong fields are named at once, each in Vietnamese', async () => {
  const { status, body } = await nhung.post<Refused>('/dossiers', {
    procedureCode: '1.004873',
    applicant: {
      fullName: '',
      identityNumber: '123',
      phone: '0212 345',
      address: '',
      email: 'khong-phai-thu',
    },
    summary: 'x'.repeat(1001),
    papers: [],
    copies: 0,
    deliveryMethod: 'pigeon',
    fee: -1,
    feePaid: 'yes',
  });
  expect(status).toBe(422);
  expect(fieldsOf(body).sort()).toEqual([
    'applicant.address',
    'applicant.email',
    'applicant.fullName',
    'applicant.identityNumber',
    'applicant.phone',
    'copies',
    'deliveryMethod',
    'fee',
    'feePaid',
    'papers',
    'passOn',
    'summary',
  ]);
  for (const { message } of body.fields ?? []) expect(message).toMatch(/[À-ỹ]/);
});

test.each([
  ['too short', '99908601234'],
  ['an old nine-digit card', '123456789'],
  ['no such province', '098086012345'],
  ['letters', '99908601234A'],
  ['a serial of zeros', '999086000000'],
  ['digits of another script', '٩٩٩٠٨٦٠١٢٣٤٥'],
  ['nothing', ''],
])('an identity number that cannot be is refused: %s', async (_why, identityNumber) => {
  const { status, body } = await nhung.post<Refused>(
    '/dossiers',
    givenIntakeBody({ applicant: applicant({ identityNumber }) }),
  );
  expect([status, fieldsOf(body)]).toEqual([422, ['applicant.identityNumber']]);
});

test.each(['0212345678', '091234567', '09123456789012', 'không có', '+1 202 555 0101'])(
  'a phone number that cannot be is refused: %s',
  async (phone) => {
    const { status, body } = await nhung.post<Refused>(
      '/dossiers',
      givenIntakeBody({ applicant: applicant({ phone }) }),
    );
    expect([status, fieldsOf(body)]).toEqual([422, ['applicant.phone']]);
  },
);

test('a number of the demo is refused outside the demo', async () => {
  world.ctx.demo = false;
  const { status, body } = await nhung.post<Refused>('/dossiers', givenIntakeBody());
  world.ctx.demo = true;
  expect([status, fieldsOf(body)]).toEqual([422, ['applicant.identityNumber']]);
});

test('papers of another procedure, listed twice or without a copy are each named', async () => {
  const [paper] = givenIntakeBody().papers;
  const { status, body } = await nhung.post<Refused>(
    '/dossiers',
    givenIntakeBody({
      papers: [
        { paperId: 'p1', name: 'Tờ khai', originals: 0, copies: 0, note: null },
        { ...paper, paperId: 'p99', name: 'Giấy lạ', originals: 1, copies: 0, note: null },
        { paperId: 'p1', name: 'Tờ khai', originals: 1, copies: 0, note: null },
      ],
    }),
  );
  expect([status, fieldsOf(body)]).toEqual([422, ['papers.0', 'papers.1', 'papers.2']]);
});

test.each(['9.999999', '1.000000', "1.001193'; drop table dossier; --"])(
  'a procedure that is not taken in here is refused: %s',
  async (procedureCode) => {
    const { status, body } = await nhung.post<Refused>('/dossiers', givenIntakeBody({ procedureCode }));
    expect([status, fieldsOf(body)]).toEqual([422, ['procedureCode']]);
  },
);

test('a dossier’s id that is no id is a wrong field, not a fault of ours', async () => {
  for (const id of ['1', 'abc', '01900000-0000-7000-8000-00000000000g', '..%2f..%2fsession'])
    expect((await nhung.get(`/dossiers/${id}`)).status).toBe(422);
  expect((await nhung.get(`/dossiers/${'0'.repeat(300)}`)).status).toBeGreaterThanOrEqual(400);
  expect((await nhung.get(`/dossiers/${'0'.repeat(300)}`)).status).toBeLessThan(500);
});

test('an action that is unknown, incomplete or out of bounds is refused by field', async () => {
  const path = '/dossiers/01900000-0000-7000-8000-00000000dead/actions';
  const cases: [unknown, string][] = [
    [{ version: 1, action: { type: 'delete_everything' } }, 'action.type'],
    [{ version: 0, action: { type: 'claim' } }, 'version'],
    [{ version: 1.5, action: { type: 'claim' } }, 'version'],
    [{ version: 1, action: { type: 'withdraw', reason: '' } }, 'action.reason'],
    [{ version: 1, action: { type: 'assign', officerId: 'hoa' } }, 'action.officerId'],
    [
      { version: 1, action: { type: 'request_payment', amount: 0.5, reason: 'Lệ phí hồ sơ' } },
      'action.amount',
    ],
    [{ action: { type: 'claim' } }, 'version'],
    [[], ''],
  ];
  for (const [body, field] of cases) {
    const reply = await nhung.post<Refused>(path, body);
    expect([reply.status, fieldsOf(reply.body)], JSON.stringify(body)).toEqual([
      422,
      expect.arrayContaining([field]),
    ]);
  }
});

test('a worklist asked for wrongly is refused', async () => {
  for (const query of ['tab=everything', 'offset=-1', 'offset=1e9', 'offset=abc', `q=${'x'.repeat(201)}`])
    expect((await nhung.get(`/worklist?${query}`)).status, query).toBe(422);
});

test('text that no database keeps is refused at the border', async () => {
  const summaries = ['\\u0000', 'a\\ud800b', '\\udc00'].map((escape) =>
    JSON.stringify(givenIntakeBody({ summary: 'BROKEN' })).replace('BROKEN', escape),
  );
  for (const body of summaries)
    expect(await nhung.post('/dossiers', body)).toMatchObject({ status: 400, body: { kind: 'bad_request' } });
  expect((await nhung.get('/worklist?q=%00')).status).toBe(400);
  expect((await nhung.get('/procedures?q=a%00')).status).toBe(400);
  expect((await nhung.get('/procedures/%00')).status).toBe(400);
  // A backslash before `u0000` is only text.
  expect((await nhung.get('/worklist?q=%5Cu0000')).status).toBe(200);
});

test('bytes that are not JSON, not UTF-8, not JSON by name, or too many', async () => {
  const send = (payload: string, type = 'application/json') =>
    nhung.post<Refused>('/dossiers', payload, { 'content-type': type });
  for (const broken of ['{"procedureCode":', 'không phải JSON', '{"a":1}}', '{"__proto__":{"x":1}}'])
    expect(await send(broken), broken).toMatchObject({ status: 400, body: { kind: 'bad_request' } });
  expect(await send('xin chào', 'text/plain')).toMatchObject({ status: 415 });
  expect(await send('a=1', 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 });
  expect(await send(`"${'x'.repeat(300 * 1024)}"`)).toMatchObject({
    status: 413,
    body: { kind: 'too_large' },
  });
  expect((await nhung.post('/dossiers', '{}', { 'content-encoding': 'gzip' })).status).toBeLessThan(500);
});

test('no key, a bad key, or no proof that the page is ours: refused before anything is read', async () => {
  const body = givenIntakeBody();
  for (const key of [null, '', 'short', 'k'.repeat(81), "a'; drop table command"])
    expect(await nhung.post('/dossiers', body, { 'idempotency-key': key }), String(key)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('Idempotency-Key') },
    });
  expect(await nhung.post('/dossiers', body, { 'x-motcua': null })).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('X-Motcua') },
  });
});

test('a fault of ours says nothing of its inside', async () => {
  await world.owner.query('alter table applicant rename to applicant_away');
  const { status, body } = await nhung.post<Refused>('/dossiers', givenIntakeBody());
  await world.owner.query('alter table applicant_away rename to applicant');
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toMatch(/applicant|relation|select|at \w|node_modules/);
  expect(body.detail).toMatch(/chưa có gì được ghi/);
});

test('an address that does not exist is not found, in the same form as every refusal', async () => {
  expect(await nhung.get('/nothing-here')).toMatchObject({ status: 404, body: { kind: 'not_found' } });
  expect((await nhung.delete('/dossiers')).status).toBe(404);
});
