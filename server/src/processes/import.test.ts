// A file of processes taken in: what is clean is drafted and published, what is not says where, and hostile files do no harm.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { landProcess, setUpNeighbours } from '../demo/neighbours.ts';
import type { DossierView, IntakeAnswer } from '../dossiers/schema.ts';
import type { ProcedureDetail } from '../procedures/schema.ts';
import { importProcesses, type ProcessImportFinding } from './import.ts';
import type { ProcessList, ProcessVersions, ProcessView } from './schema.ts';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'motcua-processes-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const paidFee = { kind: 'kept', ground: 'Nghị quyết của tỉnh' } as const;

async function take(rows: readonly (object | string)[] | string, publishFrom: string | null = null) {
  const file = typeof rows === 'string' ? rows : join(folder, 'quy-trinh.jsonl');
  if (typeof rows !== 'string')
    writeFileSync(file, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
  const findings: ProcessImportFinding[] = [];
  const summary = await importProcesses(world.ctx, world.tenantId, file, {
    sourceName: 'quy-trinh.jsonl',
    paidFee,
    publishFrom,
    onProgress: () => {},
    onFinding: (finding) => findings.push(finding),
  });
  return { summary, findings };
}

const counter = 'Trung tâm Phục vụ hành chính công';
/** Two cases, as the written processes of communes have them. */
const written = (national_code: string, more: object = {}) => ({
  national_code,
  name: 'Quy trình thử',
  time_limit_text: '03 ngày làm việc. Trường hợp phải xác minh không quá 05 ngày làm việc.',
  table_header: ['Thời gian có xác minh: 05 ngày làm việc'],
  steps: [
    { task: 'Nhận hồ sơ', role: counter, times: ['½ ngày', '½ ngày'] },
    { task: 'Thẩm tra hồ sơ', role: 'Công chức Tư pháp - Hộ tịch', times: ['01 ngày', '03 ngày'] },
    { task: 'Ký', role: 'Lãnh đạo UBND', times: ['½ ngày', '½ ngày'] },
    { task: 'Đóng dấu', role: 'Văn thư UBND', times: ['½ ngày', '½ ngày'] },
    { task: 'Trả kết quả', role: counter, times: ['½ ngày', '½ ngày'] },
  ],
  ...more,
});

describe('a clean row', () => {
  test('is proved, published, and a dossier takes the way of its case', async () => {
    const { summary, findings } = await take([written('1.004873')], '2026-12-07');
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ rows: 1, clean: 1, published: 1, withTotal: 1, sumRight: 1 });
    const clerk = await world.signInAs('nhung');
    const { body: detail } = await clerk.get<ProcedureDetail>('/procedures/1.004873');
    expect(detail.cases).toMatchObject([
      { id: 't1', name: 'Thông thường' },
      { id: 't2', name: 'Có xác minh', termText: '05 ngày làm việc' },
    ]);
    const body = givenIntakeBody({ procedureCode: '1.004873' });
    const unsaid = await clerk.post<{ fields: unknown[] }>('/dossiers', body);
    expect([unsaid.status, unsaid.body.fields]).toEqual([
      422,
      [{ field: 'caseId', message: 'Chọn trường hợp của hồ sơ này.' }],
    ]);
    const taken = await clerk.post<IntakeAnswer>('/dossiers', { ...body, caseId: 't2' });
    const { body: view } = await clerk.get<DossierView>(`/dossiers/${taken.body.id}`);
    expect(view).toMatchObject({
      termText: '05 ngày làm việc',
      steps: [{}, { budgetMinutes: 1440 }, {}, {}, {}],
    });
    expect(view.due?.slice(0, 10)).toBe('2026-12-14');
  });

  test('again is nothing new; changed is a further draft', async () => {
    expect((await take([written('1.004873')], '2026-12-07')).summary).toMatchObject({
      clean: 1,
      unchanged: 1,
      published: 0,
    });
    expect(
      (await take([written('1.004873', { table_header: ['Có xác minh: 06 ngày làm việc'] })])).summary,
    ).toMatchObject({
      defective: 1,
      unchanged: 0,
      byKind: { total: 1 },
    });
  });

  test('that cannot be proved stays a draft, and says why', async () => {
    const { summary, findings } = await take([written('9.999999')], '2026-12-07');
    expect(summary).toMatchObject({ clean: 1, published: 0 });
    expect(findings).toEqual([
      expect.objectContaining({
        line: 1,
        code: '9.999999',
        problem: expect.stringMatching(/chưa có trong danh mục/),
      }),
    ]);
  });
});

test('a defective row is a draft with its findings, never published; rows beside it are taken in', async () => {
  const wrong = written('1.000656', {
    steps: written('').steps.map((step, index) =>
      index === 1 ? { ...step, role: 'Thầy bói', task: '=1+cmd|x' } : step,
    ),
  });
  const { summary, findings } = await take(
    [wrong, '{"hỏng', written('1.000656'), { ...written('2.000497'), steps: [] }],
    '2026-12-07',
  );
  expect(summary).toMatchObject({
    rows: 4,
    clean: 0,
    defective: 2,
    rejected: 1,
    unreadable: 1,
    published: 0,
  });
  expect(summary.byKind).toMatchObject({ unknown_role: 1, formula: 1, duplicate: 1, shape: 1 });
  expect(findings).toContainEqual(
    expect.objectContaining({ line: 1, field: 'steps[1].role', remedy: expect.stringMatching(/vai trò/) }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ line: 2, code: null }));
  expect(findings).toContainEqual(
    expect.objectContaining({ line: 3, problem: 'mã 1.000656 đã có ở dòng 1.' }),
  );
  const head = await world.signInAs('duc');
  const { body: list } = await head.get<ProcessList>('/processes?q=1.000656');
  const [row] = list.rows;
  expect(row).toMatchObject({ drafts: 2, findings: 3 });
  const version = (row?.inForce ?? 0) + 1;
  const { body } = await head.get<ProcessView>(`/processes/1.000656/${version}`);
  expect(body).toMatchObject({
    state: 'draft',
    source: 'quy-trinh.jsonl, dòng 1',
    whyNotPublish: expect.stringMatching(/còn 2 chỗ/),
  });
  expect(body.proof.violations.map(({ kind }) => kind)).toContain('nobody_acts');
});

describe('another agency', () => {
  const consultations = (agencyCode: string) => [
    {
      agency: 'Sở Xây dựng',
      agencyCode,
      question: 'Quy hoạch',
      round: 1,
      budgetMinutes: 60,
      onSilence: 'consent' as const,
    },
  ];
  const through = (agency: string, asked: string) => ({
    ...landProcess,
    steps: landProcess.steps.map((step) =>
      step.id === 's2' ? { ...step, agency, consultations: consultations(asked) } : step,
    ),
  });

  test('of a step or a question passes through where there is one, and is told where there is none', async () => {
    await setUpNeighbours(world.ctx, world.ctx.clock.now());
    const right = await take([through('H53.VPDK-KT', 'H53.SXD')], '2026-12-07');
    expect([right.findings, right.summary]).toMatchObject([[], { clean: 1, published: 1 }]);
    const wrong = await take([through('H53.KHONG-CO', 'H53.CUNG-KHONG')], '2026-12-07');
    expect(wrong.summary).toMatchObject({ defective: 1, published: 0, byKind: { unknown_agency: 2 } });
    expect(wrong.findings).toMatchObject([
      { line: 1, field: 'steps.1', problem: expect.stringContaining('H53.KHONG-CO') },
      { line: 1, field: 'steps.1', problem: expect.stringContaining('H53.CUNG-KHONG') },
    ]);
  });

  test('in a written process becomes the step’s, with what the file does not say left to a person', async () => {
    const asWritten = (role: string) =>
      written('1.000656', {
        steps: written('').steps.map((step, index) => (index === 1 ? { ...step, role } : step)),
      });
    const { findings } = await take([
      asWritten('Sở Xây dựng'),
      { ...asWritten('Sở Y tế'), national_code: '2.000635' },
    ]);
    expect(findings).toMatchObject([
      { line: 1, field: 'steps[1].role', problem: expect.stringContaining('Sở Xây dựng tỉnh Tây Ninh') },
      { line: 2, field: 'steps[1].role', problem: expect.stringContaining('không rõ là cơ quan nào') },
    ]);
    const head = await world.signInAs('duc');
    const { body } = await head.get<ProcessVersions>('/processes/1.000656');
    const version = body.versions[0]?.version;
    const view = (await head.get<ProcessView>(`/processes/1.000656/${version}`)).body;
    expect(view.editable?.process.steps[1]).toMatchObject({ agency: 'H53.SXD', unit: 'quy-hoach' });
  });
});

test('ten thousand rows, each wrong in its own way, are all told', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    code: `W${n}`,
    name: `=SUM(A${n})`,
    total_days: n % 7,
    steps: [
      {
        group: `X${n}`,
        time_days: -n,
        tasks: [{ code: `W${n}::THU_LY`, name: 'Thụ lý', time_days: 1, next: `W${n}::THU_LY` }],
      },
    ],
  }));
  const { summary, findings } = await take(rows);
  expect(summary).toMatchObject({ rows: 10_000, clean: 0, defective: 10_000, rejected: 0, unreadable: 0 });
  expect(summary.byKind).toMatchObject({
    cycle: 10_000,
    formula: 10_000,
    code: 10_000,
    unknown_unit: 10_000,
  });
  expect(new Set(findings.map(({ line }) => line)).size).toBe(10_000);
  const head = await world.signInAs('duc');
  const { body } = await head.get<ProcessList>('/processes?q=W77');
  expect(body.rows.length).toBe(50);
  expect(body.total).toBe(111);
}, 60_000);

const shared = process.env.MOTCUA_SHARED_DATA;
it.skipIf(shared === undefined || !existsSync(join(shared, 'workflows.jsonl')))(
  'the written processes and the workflows of real offices: each defect is told, none is published',
  async () => {
    const real = (name: string) => take(join(shared ?? '', name), '2026-12-07');
    const processes = await real('internal_processes.jsonl');
    expect(processes.summary).toMatchObject({
      rows: 53,
      rejected: 0,
      unreadable: 0,
      withTotal: 33,
      sumRight: 32,
    });
    const workflows = await real('workflows.jsonl');
    expect(workflows.summary).toMatchObject({
      rows: 114,
      clean: 0,
      defective: 114,
      published: 0,
      withTotal: 80,
      sumRight: 68,
    });
    // Two more steps than these state less than no time, and are told as that.
    expect(workflows.summary.byKind).toMatchObject({
      step_total: 265,
      negative_time: 2,
      total: 12,
      no_total: 34,
    });
  },
  120_000,
);
