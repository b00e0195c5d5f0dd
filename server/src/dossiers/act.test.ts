// Acting on a dossier: one winner, the right people only, and nothing taken from the body but the action.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { type GivenAgency, givenAgency } from '../../test/given-agency.ts';
import { holdLock } from '../../test/held-lock.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { ActionAnswer, DossierView } from './schema.ts';

let world: World;
let hoa: Client;
let tung: Client;
let neighbour: GivenAgency;
let stranger: GivenAgency;
beforeAll(async () => {
  world = await createWorld();
  [hoa, tung] = await Promise.all([world.signInAs('hoa'), world.signInAs('tung')]);
  neighbour = await givenAgency(world, world.tenantId, 'ben-canh');
  stranger = await givenAgency(world, 'tinh-khac', 'tinh-khac');
});
afterAll(() => world.close());

const claim = (version: number) => ({ version, action: { type: 'claim' } });

test('two officers at once: one wins, the other is told that the step has passed', async () => {
  const { id, version } = await world.givenIntake();
  const lock = await holdLock(world.owner, 'select 1 from dossier where id = $1', [id]);
  const both = [hoa, tung].map((each) =>
    each.post<ActionAnswer & { kind?: string }>(`/dossiers/${id}/actions`, claim(version)),
  );
  await lock.untilWaiting(2);
  await lock.release();
  const answers = await Promise.all(both);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  const loser = answers.find(({ status }) => status === 409);
  expect(loser?.body).toMatchObject({ kind: 'step_has_passed', version: version + 1 });
  const view = await hoa.get<DossierView>(`/dossiers/${id}`);
  expect(view.body.timeline.filter(({ type }) => type === 'dossier_assigned')).toHaveLength(1);
});

test('the version an officer looked at decides, also when it never existed', async () => {
  const { id, version } = await world.givenIntake();
  for (const wrong of [version - 1, version + 1])
    expect(await hoa.post(`/dossiers/${id}/actions`, claim(wrong))).toMatchObject({
      status: 409,
      body: { kind: 'step_has_passed', version },
    });
  expect((await hoa.post(`/dossiers/${id}/actions`, claim(version))).status).toBe(200);
});

test('dossiers of another agency, of another tenant and of nobody look the same: not found', async () => {
  const { id, version } = await world.givenIntake();
  const [beside, far] = await Promise.all([neighbour.signInAs('hoa'), stranger.signInAs('hoa')]);
  const nobody = '01900000-0000-7000-8000-00000000dead';
  const answers = await Promise.all([
    beside.get(`/dossiers/${id}`),
    far.get(`/dossiers/${id}`),
    hoa.get(`/dossiers/${nobody}`),
    beside.get(`/dossiers/${id}/receipt.pdf`),
    far.get(`/dossiers/${id}/receipt.pdf`),
    beside.post(`/dossiers/${id}/actions`, claim(version)),
    far.post(`/dossiers/${id}/actions`, claim(version)),
    // Whether the version is right must not show either.
    far.post(`/dossiers/${id}/actions`, claim(version + 1)),
    beside.post(`/dossiers/${id}/actions`, claim(version + 1)),
    hoa.post(`/dossiers/${nobody}/actions`, claim(1)),
  ]);
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 404, body: { kind: 'not_found' } });
});

test('lists of another agency and of another tenant hold and count none of ours', async () => {
  await world.givenIntake();
  for (const office of [neighbour, stranger]) {
    const clerk = await office.signInAs('nhung');
    for (const query of ['?tab=unit', '?tab=to_claim', '?tab=unit&q=000.00.27.H53'])
      expect((await clerk.get(`/worklist${query}`)).body).toMatchObject({
        total: 0,
        rows: [],
        counts: { mine: 0, to_claim: 0, unit: 0, citizen: 0, due_soon: 0, late: 0 },
      });
  }
});

test('an action of another role is refused, and the words say whose it is', async () => {
  const { id, version } = await world.givenIntake();
  const nhung = await world.signInAs('nhung');
  const anh = await world.signInAs('anh');
  const longest = await world.signInAs('long');
  const tries: [Client, object][] = [
    [nhung, { type: 'claim' }],
    [anh, { type: 'pass_on', note: null }],
    [nhung, { type: 'pass_on', note: null }],
    [longest, { type: 'claim' }],
    [hoa, { type: 'withdraw', reason: 'Công dân xin rút hồ sơ.' }],
    [hoa, { type: 'stop', reason: 'Dừng vì lý do nào đó.' }],
  ];
  for (const [who, action] of tries)
    expect(await who.post(`/dossiers/${id}/actions`, { version, action })).toMatchObject({
      status: 403,
      body: { kind: 'not_allowed', detail: expect.stringMatching(/[À-ỹ].*\.$/) },
    });
  expect((await hoa.get<DossierView>(`/dossiers/${id}`)).body.version).toBe(version);
});

test('an officer of another agency cannot be assigned, and neither can one who does not exist', async () => {
  const { id, version } = await world.givenIntake();
  const { rows } = await world.owner.query<{ id: string }>(
    `select id from officer where username in ('hoa-ben-canh', 'hoa-tinh-khac', 'anh') order by username`,
  );
  for (const officerId of [...rows.map((row) => row.id), '01900000-0000-7000-8000-00000000dead'])
    expect(
      await tung.post(`/dossiers/${id}/actions`, { version, action: { type: 'assign', officerId } }),
    ).toMatchObject({ status: 409, body: { kind: 'not_possible_now' } });
  expect(rows).toHaveLength(3);
});

test('what a body claims of tenant, agency, role, status or holder is not heard', async () => {
  const { id, version } = await world.givenIntake();
  const forged = {
    version,
    tenantId: stranger.tenantId,
    agencyId: neighbour.agencyId,
    roles: ['approver'],
    actor: { kind: 'system' },
    action: {
      type: 'claim',
      status: 'returned',
      officerId: world.officer('tung').officerId,
      outcome: 'granted',
    },
  };
  expect((await hoa.post(`/dossiers/${id}/actions`, forged)).status).toBe(200);
  const { body } = await hoa.get<DossierView>(`/dossiers/${id}`);
  expect(body).toMatchObject({
    status: 'in_process',
    outcome: null,
    holder: { officerName: 'bà Lê Thị Hoa' },
  });
  const { rows } = await world.owner.query(
    `select tenant_id, actor, payload from ledger where dossier_id = $1 and type = 'dossier_assigned'`,
    [id],
  );
  const { officerId } = world.officer('hoa');
  expect(rows).toEqual([
    {
      tenant_id: world.tenantId,
      actor: { kind: 'officer', officerId, onBehalf: false },
      payload: { officerId, claimed: true, leaseMinutes: expect.any(Number) },
    },
  ]);
});

test('refusing twice is impossible: the second officer is told what has happened', async () => {
  const { id, version } = await world.givenIntake();
  await hoa.post(`/dossiers/${id}/actions`, claim(version));
  const passed = await hoa.post<ActionAnswer>(`/dossiers/${id}/actions`, {
    version: version + 1,
    action: { type: 'pass_on', note: null },
  });
  const [boss, chair] = await Promise.all([world.signInAs('long'), world.signInAs('oanh')]);
  const refusal = {
    version: passed.body.version,
    action: { type: 'refuse', reasons: ['Hồ sơ không đủ điều kiện theo quy định.'] },
  };
  expect((await boss.post(`/dossiers/${id}/actions`, refusal)).status).toBe(200);
  expect(await chair.post(`/dossiers/${id}/actions`, refusal)).toMatchObject({
    status: 409,
    body: { kind: 'step_has_passed' },
  });
  const again = { ...refusal, version: passed.body.version + 1 };
  expect((await chair.post(`/dossiers/${id}/actions`, again)).status).toBeGreaterThanOrEqual(403);
});
