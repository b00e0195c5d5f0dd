// Processes through the desk: proved before they are published, from a day on; running dossiers keep theirs or are moved.

import type { Process, ProcessStep } from '@motcua/domain/process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, visitor } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import { wardCatalogue } from '../demo/catalogue/ward-catalogue.ts';
import type { DossierView } from '../dossiers/schema.ts';
import type {
  MoveAnswer,
  MovePreview,
  ProcessList,
  ProcessVersions,
  ProcessView,
  PublicProcedure,
} from './schema.ts';
import { addDraft, type Finding } from './store.ts';

/** Three working days. */
const code = '1.004873';
let world: World;
let head: Client;
let clerk: Client;

beforeAll(async () => {
  world = await createWorld();
  [head, clerk] = await Promise.all([world.signInAs('duc'), world.signInAs('nhung')]);
});
afterAll(() => world.close());

const own = wardCatalogue.find(({ procedure }) => procedure.code === code)?.process as Process;

/** The ward's process with a head who assigns first, and less time for the work. */
function longer(more: Partial<ProcessStep> = {}): Process {
  const [intake, work, ...rest] = own.steps as [ProcessStep, ProcessStep, ...ProcessStep[]];
  const first = { ...work, name: 'Phân công xử lý', role: 'dispatcher' as const, budgetMinutes: 30 };
  const then = { ...work, budgetMinutes: work.budgetMinutes - 30, ...more };
  return {
    ...own,
    steps: [intake, first, then, ...rest].map((step, index) => ({ ...step, id: `s${index + 1}` })),
  };
}

async function givenDraft(process: Process, findings: Finding[] = []): Promise<number> {
  const draft = { process, title: null, searchKey: '', source: 'tệp thử', findings, by: null };
  const { version } = await world.ctx.database.tenant(world.tenantId, (tx) =>
    addDraft(tx, draft, world.ctx.clock.now()),
  );
  return version;
}

const look = async (version: number) => (await head.get<ProcessView>(`/processes/${code}/${version}`)).body;
const publish = (version: number, effectiveFrom = '2026-12-07', client = head) =>
  client.post<{ text: string; detail: string; fields: unknown[] }>(`/processes/${code}/${version}/publish`, {
    effectiveFrom,
  });

describe('publishing', () => {
  test('the ward’s own process is listed, drawn, and proved with the ward’s officers', async () => {
    const { body: list } = await head.get<ProcessList>('/processes?q=tinh%20trang%20hon%20nhan');
    expect(list.rows).toContainEqual(expect.objectContaining({ code, inForce: 1, drafts: 0 }));
    const view = await look(1);
    expect(view).toMatchObject({ state: 'in_force', stateText: 'Đang áp dụng', otherDossiers: 0 });
    expect(view.proof.violations).toEqual([]);
    expect(view.proof.lookedAt).toMatch(/^Đã đi qua \d+ tình trạng/);
    expect(view.drawn.steps[1]).toMatchObject({
      unitName: 'Bộ phận Tư pháp - Hộ tịch',
      roleName: 'Chuyên viên thụ lý',
    });
    expect(view.whyNotPublish).toBe('Phiên bản này đã được công bố.');
  });

  test.each<[string, () => Promise<number>, RegExp]>([
    [
      'a step for which there is nobody',
      () => givenDraft(longer({ unit: 'van-hoa-xa-hoi', role: 'registry' })),
      /chưa có văn thư của Phòng Văn hóa/,
    ],
    ['steps longer than the law', () => givenDraft(longer({ budgetMinutes: 9 * 480 })), /dài hơn thời hạn/],
    [
      'a step of an agency that is not there',
      () => givenDraft(longer({ agency: 'H53.KHONG-CO' })),
      /H53\.KHONG-CO, mà phần mềm không có cơ quan này/,
    ],
    [
      'a question to an agency that is not there',
      () =>
        givenDraft(
          longer({
            consultations: [
              {
                agency: 'Sở Không Có',
                agencyCode: 'H53.KHONG-CO',
                question: 'Nơi cư trú',
                round: 1,
                budgetMinutes: 60,
                onSilence: 'consent',
              },
            ],
          }),
        ),
      /lấy ý kiến Sở Không Có có mã H53\.KHONG-CO/,
    ],
    [
      'what the import found',
      () => givenDraft(own, [{ field: 'times', problem: 'thiếu', remedy: 'ghi' }]),
      /còn 1 chỗ cần sửa/,
    ],
  ])('is refused for %s, and nothing is written', async (_, given, why) => {
    const version = await given();
    const { status, body } = await publish(version);
    expect([status, body.detail]).toEqual([409, expect.stringMatching(why)]);
    expect(await look(version)).toMatchObject({ state: 'draft', whyNotPublish: expect.stringMatching(why) });
  });

  test('a clerk may not, yesterday is no day to begin, and nobody publishes what is not there', async () => {
    const version = await givenDraft(longer({ name: 'Thẩm tra kỹ' }));
    expect((await publish(version, '2026-12-07', clerk)).status).toBe(403);
    const past = await publish(version, '2026-12-06');
    expect([past.status, past.body.fields]).toEqual([
      422,
      [expect.objectContaining({ field: 'effectiveFrom' })],
    ]);
    expect((await publish(version, '2026-02-30')).status).toBe(422);
    expect((await publish(999)).status).toBe(404);
    expect(await look(version)).toMatchObject({ state: 'draft' });
  });
});

test('a manager mends a draft at the desk: kept as a further draft, without what the import found', async () => {
  const wrong = await givenDraft(longer({ budgetMinutes: 0 }), [
    { field: 'times', problem: 'thiếu', remedy: 'ghi' },
  ]);
  const { editable, proof } = await look(wrong);
  expect(proof.violations.map(({ kind }) => kind)).toEqual(['wait_without_clock']);
  const process = { ...longer({ budgetMinutes: 90, name: 'Thẩm tra đã sửa' }) };
  const save = (body: object, client = head) =>
    client.post<{ version: number; fields: unknown[] }>(`/processes/${code}/${wrong}/draft`, body);
  expect(editable?.units.map((unit) => unit.code)).toContain('tu-phap');
  expect((await clerk.get<ProcessView>(`/processes/${code}/${wrong}`)).body.editable).toBeNull();
  expect((await save({ process }, clerk)).status).toBe(403);
  expect((await save({ process: { ...process, procedureCode: '1.001193' } })).status).toBe(422);
  const broken = await save({ process: { ...process, steps: [{ ...process.steps[0], role: 'vua' }] } });
  expect([broken.status, broken.body.fields]).toEqual([
    422,
    [expect.objectContaining({ field: 'process.steps.0.role' })],
  ]);
  const kept = await save({ process });
  expect(kept.status).toBe(200);
  expect(await look(kept.body.version)).toMatchObject({ state: 'draft', findings: [], whyNotPublish: null });
  expect(await look(wrong)).toMatchObject({ findings: [{ field: 'times' }] });
});

describe('a new version', () => {
  let version: number;
  let before: { id: string; version: number };

  test('is in force from its day on; until then dossiers are filed under the old one', async () => {
    version = await givenDraft(longer());
    const first = await publish(version, '2026-12-09');
    expect([first.status, first.body.text]).toEqual([200, expect.stringMatching(/thứ Tư|09|9\/12/)]);
    before = await world.givenIntake();
    expect(await look(version)).toMatchObject({ state: 'coming' });
    expect((await head.get<MovePreview>(`/processes/${code}/${version}/moves`)).status).toBe(409);
    world.ctx.clock.set('2026-12-09T08:00:00+07:00');
    // Two nights have ended every session.
    [head, clerk] = await Promise.all([world.signInAs('duc'), world.signInAs('nhung')]);
    expect(await look(version)).toMatchObject({ state: 'in_force', otherDossiers: 1 });
    const { body: all } = await head.get<ProcessVersions>(`/processes/${code}`);
    expect(all.versions.find((each) => each.version === 1)?.stateText).toBe('Đã được thay');
    const after = await world.givenIntake({ clerk: 'phuc' });
    const steps = async (at: { id: string }) =>
      (await head.get<DossierView>(`/dossiers/${at.id}`)).body.steps.length;
    expect([await steps(before), await steps(after)]).toEqual([own.steps.length, own.steps.length + 1]);
  });

  test('twice at the same moment: one publishes, the other reads that it is published', async () => {
    const twice = await givenDraft(longer({ name: 'Thẩm tra hai người' }));
    const answers = await Promise.all([publish(twice, '2027-01-04'), publish(twice, '2027-01-05')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('running dossiers are shown where they would stand, and moved in one decision with a row in the ledger', async () => {
    const { body: preview } = await head.get<MovePreview>(`/processes/${code}/${version}/moves`);
    expect(preview).toMatchObject({
      total: 1,
      rows: [{ id: before.id, from: own.steps[1]?.name, to: own.steps[1]?.name, why: null }],
    });
    const passed = await world.givenIntake({ clerk: 'phuc' });
    const dossiers = [
      ...preview.rows,
      { id: passed.id, version: 99 },
      { id: world.ctx.newId(), version: 1 },
    ].map(({ id, version: seen }) => ({ id, version: seen }));
    expect(
      (await clerk.post(`/processes/${code}/${version}/moves`, { dossiers, reason: 'Quy trình mới.' }))
        .status,
    ).toBe(403);
    const { status, body } = await head.post<MoveAnswer>(`/processes/${code}/${version}/moves`, {
      dossiers,
      reason: 'Quy trình mới của phường.',
    });
    expect([status, body.moved, body.stayed.length]).toEqual([200, 1, 2]);
    expect(body.stayed.find(({ id }) => id === passed.id)).toMatchObject({
      code: passed.code,
      why: expect.stringMatching(/xem lại/),
    });
    const { body: view } = await head.get<DossierView>(`/dossiers/${before.id}`);
    expect(view.holder.stepName).toBe(own.steps[1]?.name);
    expect(view.timeline[0]).toMatchObject({
      type: 'process_migrated',
      lines: ['Lý do: Quy trình mới của phường.'],
    });
    // What happened before is told in the words of the old process.
    expect(view.timeline[1]?.text).toContain(`Chuyển sang bước ${own.steps[1]?.name}`);
    expect(await look(version)).toMatchObject({ otherDossiers: 0 });
  });

  test('published while dossiers enter: each is filed under one version, whole', async () => {
    const entering = await givenDraft(longer({ name: 'Thẩm tra lúc đông khách' }));
    const taken = Array.from({ length: 6 }, () => world.givenIntake({ clerk: 'phuc' }));
    const [published, ...dossiers] = await Promise.all([publish(entering, '2026-12-09'), ...taken]);
    expect(published.status).toBe(200);
    const { rows } = await world.owner.query<{ steps: number; unit: boolean }>(
      `select jsonb_array_length(state #> '{process,steps}') as steps,
        unit = state #>> array['process', 'steps', state #>> '{holding,stepIndex}', 'unit'] as unit
      from dossier where id = any ($1)`,
      [dossiers.map(({ id }) => id)],
    );
    expect(rows).toEqual(dossiers.map(() => ({ steps: own.steps.length + 1, unit: true })));
  });

  test('a step without a counterpart is refused by name, and the dossier stays', async () => {
    const stays = await world.givenIntake({ clerk: 'phuc' });
    const other = {
      ...longer(),
      steps: longer().steps.map((step) =>
        step.kind === 'work' && step.role === 'specialist'
          ? { ...step, name: 'Đo đạc', unit: 'dia-chinh' }
          : step,
      ),
    };
    const strange = await givenDraft(other);
    expect((await publish(strange, '2026-12-09')).status).toBe(200);
    // Of two that begin on the same day, the later version counts.
    const claimed = (await head.get<DossierView>(`/dossiers/${stays.id}`)).body;
    const dispatcher = await world.signInAs('tung');
    const { body: passed } = await dispatcher.post<{ version: number }>(`/dossiers/${stays.id}/actions`, {
      version: claimed.version,
      action: { type: 'pass_on', note: null },
    });
    const { body: preview } = await head.get<MovePreview>(`/processes/${code}/${strange}/moves`);
    expect(preview.rows.find(({ id }) => id === stays.id)).toMatchObject({
      to: null,
      why: expect.stringMatching(/không có bước tương ứng/),
    });
    const { body } = await head.post<MoveAnswer>(`/processes/${code}/${strange}/moves`, {
      dossiers: [{ id: stays.id, version: passed.version }],
      reason: 'Thử chuyển.',
    });
    expect(body).toMatchObject({ moved: 0, stayed: [{ code: expect.any(String) }] });
    expect((await head.get<DossierView>(`/dossiers/${stays.id}`)).body.version).toBe(passed.version);
  });
});

test('everybody reads a procedure with its process, and no officer’s name', async () => {
  const guest = visitor(world.http);
  const { status, body } = await guest.get<PublicProcedure>(`/public/${world.tenantId}/procedures/1.001193`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ code: '1.001193', name: expect.stringMatching(/khai sinh/) });
  expect(body.process?.steps.at(-1)).toMatchObject({ kind: 'return', timeText: null });
  expect(JSON.stringify(body)).not.toMatch(/Nhung|Hoa|officer/);
  expect((await guest.get(`/public/${world.tenantId}/procedures/9.999999`)).status).toBe(404);
  expect((await guest.get('/public/tinh-khac/procedures/1.001193')).status).toBe(404);
  expect((await guest.get('/public/X%27/procedures/1.001193')).status).toBe(422);
});
