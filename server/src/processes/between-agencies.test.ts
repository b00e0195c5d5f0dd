// A process through another agency, published while dossiers enter: each dossier runs wholly in the old or in the new one.

import type { Process } from '@motcua/domain/process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import { wardCatalogue } from '../demo/catalogue/ward-catalogue.ts';
import { setUpNeighbours } from '../demo/neighbours.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import type { ProcessView } from './schema.ts';

const code = '1.004873';
let world: World;
const clients = new Map<string, Client>();
beforeAll(async () => {
  world = await createWorld();
  await setUpNeighbours(world.ctx, world.ctx.clock.now());
  for (const who of ['duc', 'nhung', 'phuc', 'hoa', 'thao', 'my', 'long', 'van'])
    clients.set(who, await world.signInAs(who));
});
afterAll(() => world.close());

const as = (who: string): Client => {
  const client = clients.get(who);
  if (client === undefined) throw new Error(`${who} did not sign in.`);
  return client;
};
const own = wardCatalogue.find(({ procedure }) => procedure.code === code)?.process as Process;
const elsewhere: Process = {
  ...own,
  steps: own.steps.map((step) =>
    step.kind === 'work'
      ? {
          ...step,
          agency: 'H53.VPDK-KT',
          unit: 'dang-ky',
          consultations: [
            {
              agency: 'Sở Xây dựng tỉnh Tây Ninh',
              agencyCode: 'H53.SXD',
              question: 'Nhà có trong quy hoạch không?',
              round: 1,
              budgetMinutes: 60,
              onSilence: 'report',
            },
          ],
        }
      : step,
  ),
};

async function done(who: string, id: string, action: object): Promise<void> {
  const { version } = (await as(who).get<DossierView>(`/dossiers/${id}`)).body;
  const { status, body } = await as(who).post<{ detail?: string }>(`/dossiers/${id}/actions`, {
    version,
    action,
  });
  expect([status, body.detail]).toEqual([200, undefined]);
}

async function rowsOf(ids: readonly string[]): Promise<{ id: string; process: Process; holder: string }[]> {
  const { rows } = await world.owner.query<{ id: string; process: Process; holder: string }>(
    `select d.id, d.state -> 'process' as process, a.code as holder from dossier d
      join agency a on a.tenant_id = d.tenant_id and a.id = d.holding_agency_id
      where d.id = any ($1) order by d.submitted_at, d.id`,
    [ids],
  );
  return rows;
}

test('a manager keeps it at the desk, publishes it amid filings, and every dossier goes its own way to the end', async () => {
  const { editable } = (await as('duc').get<ProcessView>(`/processes/${code}/1`)).body;
  expect(editable?.agencies).toContainEqual({
    code: 'H53.VPDK-KT',
    name: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Kiến Tường',
    units: [{ code: 'dang-ky', name: 'Bộ phận Đăng ký và cấp Giấy chứng nhận' }],
  });
  const { body: kept } = await as('duc').post<{ version: number }>(`/processes/${code}/1/draft`, {
    process: elsewhere,
  });
  const before = await world.givenIntake({ clerk: 'phuc' });
  const entering = Array.from({ length: 6 }, () => world.givenIntake({ clerk: 'phuc' }));
  const [published, ...amid] = await Promise.all([
    as('duc').post(`/processes/${code}/${kept.version}/publish`, { effectiveFrom: '2026-12-07' }),
    ...entering,
  ]);
  expect(published.status).toBe(200);
  const after = await world.givenIntake({ clerk: 'phuc' });

  const ids = [before, ...amid, after].map(({ id }) => id);
  const entered = await rowsOf(ids);
  expect(entered).toHaveLength(8);
  const isNew = (id: string) => entered.find((row) => row.id === id)?.holder === 'H53.VPDK-KT';
  expect([isNew(before.id), isNew(after.id)]).toEqual([false, true]);
  for (const { process, holder } of entered)
    expect(process).toEqual(holder === 'H53.VPDK-KT' ? elsewhere : own);

  for (const id of ids) {
    if (isNew(id)) {
      await done('thao', id, { type: 'consult', detail: null });
      await done('my', id, { type: 'give_opinion', requestId: 'y1', verdict: 'agree', text: 'Không.' });
      await done('thao', id, { type: 'pass_on', note: null });
    } else await done('hoa', id, { type: 'pass_on', note: null });
    await done('long', id, { type: 'approve' });
    await done('van', id, { type: 'finish', resultNumber: null });
    await done('nhung', id, { type: 'hand_over', collector: 'Nguyễn Thị Ẩn', method: 'counter' });
  }
  for (const { id, process } of await rowsOf(ids)) expect(process).toEqual(isNew(id) ? elsewhere : own);
  expect(await verifyTenant(world.ctx.database, world.tenantId)).toMatchObject({ faults: [] });
});

test('a question without an agency or words is refused by name, and no draft is kept', async () => {
  const versions = async () =>
    (await as('duc').get<{ versions: unknown[] }>(`/processes/${code}`)).body.versions.length;
  const before = await versions();
  const steps = elsewhere.steps.map((step) => ({
    ...step,
    ...(step.consultations && { consultations: [{ ...step.consultations[0], agency: '', question: '' }] }),
  }));
  const { status, body } = await as('duc').post<{ fields: unknown }>(`/processes/${code}/1/draft`, {
    process: { ...elsewhere, steps },
  });
  expect([status, body.fields]).toEqual([
    422,
    [
      { field: 'process.steps.1.consultations.0.agency', message: 'Ghi cơ quan được hỏi.' },
      { field: 'process.steps.1.consultations.0.question', message: 'Ghi điều cần hỏi.' },
    ],
  ]);
  expect(await versions()).toBe(before);
});
