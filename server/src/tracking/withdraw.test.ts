// Withdrawing on the tracking page: until the decision, with the digits, once; what it does is said before.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, visitor } from '../../test/client.ts';
import { applicantNumber } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { linkToken } from '../dossiers/link-token.ts';
import type { IntakeAnswer } from '../dossiers/schema.ts';
import type { TrackingView } from './schema.ts';

let world: World;
let citizen: Client;
beforeAll(async () => {
  world = await createWorld();
  citizen = visitor(world.http);
});
afterAll(() => world.close());

const digits = applicantNumber.slice(-6);
const pathOf = ({ id }: IntakeAnswer) => `/tracking/${linkToken(world.ctx.secrets, world.tenantId, id, 1)}`;
const viewOf = async (taken: IntakeAnswer) => (await citizen.get<TrackingView>(pathOf(taken))).body;

test('a citizen withdraws: the dossier ends by their wish, the ledger says so, the same key does it once', async () => {
  const taken = await world.givenIntake();
  const before = await viewOf(taken);
  expect(before.withdrawal).toMatchObject({ why: null });
  expect(before.withdrawal?.after).toHaveLength(3);
  const headers = { 'idempotency-key': randomUUID() };
  const body = { version: before.version, digits, reason: '' };
  const first = await citizen.post(`${pathOf(taken)}/withdraw`, body, headers);
  expect(first).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
  expect(await citizen.post(`${pathOf(taken)}/withdraw`, body, headers)).toMatchObject({
    status: 200,
    body: first.body as object,
  });
  const after = await viewOf(taken);
  expect(after).toMatchObject({ status: 'withdrawn', withdrawal: null, awaited: { from: 'nobody' } });
  const { rows } = await world.owner.query(
    `select actor ->> 'kind' as kind from ledger where dossier_id = $1 and type = 'dossier_withdrawn'`,
    [taken.id],
  );
  expect(rows).toEqual([{ kind: 'citizen' }]);
});

test('the link alone does not withdraw, nor do wrong digits or an old page', async () => {
  const taken = await world.givenIntake();
  const { version } = await viewOf(taken);
  const ask = (body: object) => citizen.post(`${pathOf(taken)}/withdraw`, { version, reason: '', ...body });
  expect(await ask({})).toMatchObject({ status: 422 });
  expect(await ask({ digits: '000001' })).toMatchObject({ status: 404 });
  expect(await ask({ digits, version: version - 1 })).toMatchObject({
    status: 409,
    body: { kind: 'step_has_passed' },
  });
  expect(await viewOf(taken)).toMatchObject({ status: 'in_process' });
});

test('who opened it is told by role and room, once an hour, and nothing can be taken out of the list', async () => {
  const taken = await world.givenIntake();
  const officer = await world.signInAs('hoa');
  for (let time = 0; time < 3; time += 1) await officer.get(`/dossiers/${taken.id}`);
  const { body } = await citizen.get(`${pathOf(taken)}/readings`);
  expect(body).toMatchObject({
    rows: [{ role: 'Chuyên viên thụ lý', unitName: 'Bộ phận Tư pháp - Hộ tịch' }],
  });
  expect(JSON.stringify(body)).not.toContain('Hoa');
  const { rows } = await world.owner.query(
    `select privilege_type as may from information_schema.role_table_grants
     where grantee = 'motcua_app' and table_name = 'dossier_reading' order by 1`,
  );
  expect(rows).toEqual([{ may: 'INSERT' }, { may: 'SELECT' }]);
});
