// motcua verify-ledger and demo dossiers over real dossiers: every kind of tampering is found and named, and only that.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandWorld, createCommandWorld } from '../../test/command-world.ts';
import { chanceFrom } from '../demo/chance.ts';
import { filingOf } from '../demo/filings.ts';
import { setUpWard, wardIds, wardTenant } from '../demo/ward.ts';
import { demoOfficers } from '../demo/ward-people.ts';
import { takeIn } from '../dossiers/intake.ts';

let world: CommandWorld;
let codes: string[];

beforeAll(async () => {
  world = await createCommandWorld({ demo: true });
  const { ctx } = world;
  await setUpWard(ctx, '2026-11-23T08:00:00+07:00');
  const [clerk] = demoOfficers;
  if (clerk === undefined) throw new Error('The ward has officers.');
  const { agencyId, officers } = wardIds();
  const { unit, roles, username } = clerk;
  const facts = { officerId: officers.get(username) ?? '', agencyId, unit, roles, standsInFor: [] };
  const chance = chanceFrom(7);
  codes = [];
  for (let n = 1; n <= 6; n += 1) {
    const answer = await takeIn(
      ctx,
      wardTenant,
      facts,
      { ...filingOf(n, chance), passOn: true },
      { key: `k${n}` },
    );
    codes.push(answer.code);
  }
});

afterAll(() => world.close());

test('what a person trying the demo needs: code, six digits, link, step, holder, due date', async () => {
  const { code, out } = await world.motcua(['demo', 'dossiers', '--json']);
  expect(code).toBe(0);
  const rows = JSON.parse(out) as { code: string }[];
  expect(rows.map((row) => row.code).sort()).toEqual([...codes].sort());
  expect(rows[0]).toMatchObject({
    lastSix: expect.stringMatching(/^\d{6}$/),
    link: expect.stringMatching(/^http:\/\/localhost:9600\/q\/.{20,}/),
    step: expect.stringMatching(/./),
    due: expect.stringMatching(/\+07:00$/),
  });
  const real = await world.motcua(['demo', 'dossiers'], { MOTCUA_DEMO: '0' });
  expect(real).toMatchObject({ code: 1, out: '', err: expect.stringContaining('bản dùng thử') });
});

test('whole ledgers are said to be whole; flipped, swapped, deleted and cut-off rows are each named', async () => {
  expect(await world.motcua(['verify-ledger'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Đã kiểm tra 6 hồ sơ, \d+ dòng sổ: tất cả khớp\.\n$/),
  });

  // Only the owner of the database can do this: the application role may not.
  const tamper = (code: string | undefined, sql: string) =>
    world.ctx.database.pool.query(sql.replace('THIS', `(select id from dossier where code = '${code}')`));
  const [flipped, swapped, deleted, cutOff, restated] = codes;
  await tamper(
    flipped,
    `update ledger set payload = payload || '{"summary": "khác"}' where seq = 1 and dossier_id = THIS`,
  );
  // By way of a free number: the key holds at every moment.
  for (const [from, to] of [
    [1, 99],
    [2, 1],
    [99, 2],
  ])
    await tamper(swapped, `update ledger set seq = ${to} where seq = ${from} and dossier_id = THIS`);
  await tamper(deleted, `delete from ledger where seq = 2 and dossier_id = THIS`);
  await tamper(
    cutOff,
    `delete from ledger where seq = (select version from dossier where id = dossier_id) and dossier_id = THIS`,
  );
  await tamper(
    restated,
    `update dossier set state = jsonb_set(state, '{summary}', '"khác"') where id = THIS`,
  );

  const { code, out } = await world.motcua(['verify-ledger', '--json']);
  expect(code).toBe(1);
  const { faults } = JSON.parse(out) as { faults: { code: string; seq: number | null; problem: string }[] };
  expect(new Map(faults.map((fault) => [fault.code, `${fault.seq} ${fault.problem}`]))).toEqual(
    new Map([
      [flipped, expect.stringMatching(/^1 .*đã bị sửa/)],
      [swapped, expect.stringMatching(/^1 /)],
      [deleted, expect.stringMatching(/^2 .*thiếu/)],
      [cutOff, expect.stringMatching(/^null .*bị cắt/)],
      [restated, expect.stringMatching(/^null .*khác/)],
    ]),
  );
});
