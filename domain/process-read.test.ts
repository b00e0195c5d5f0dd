// Processes as other people write them, read as drafts: what is right, and each thing that can be wrong, with its field.

import { describe, expect, it, test } from 'vitest';
import type { FindingKind } from './process-findings.ts';
import { readProcessRow } from './process-read.ts';

const counter = 'Cán bộ tiếp nhận hồ sơ tại Trung tâm Phục vụ hành chính công';
const written = (more: object = {}, steps?: object[]) => ({
  national_code: '1.001193',
  name: 'Đăng ký thử',
  time_limit_text: ': 03 ngày làm việc. Trường hợp phải xác minh không quá 05 ngày làm việc.',
  table_header: ['TT', 'Việc', 'Trách nhiệm', 'Thời gian (03 ngày làm việc)'],
  steps: steps ?? [
    { task: '- Nhận hồ sơ', role: counter, times: ['½ ngày'] },
    { task: 'Thẩm tra hồ sơ', role: 'Công chức Tư pháp - Hộ tịch', times: ['01 ngày'] },
    { task: '- Xem xét, ký', role: 'Lãnh đạo UBND', times: ['½ ngày'] },
    { task: 'Đóng dấu', role: 'Văn thư UBND', times: ['0,5 ngày'] },
    { task: 'Trả kết quả', role: counter, times: ['½ ngày'] },
  ],
  ...more,
});
const own = written().steps;
const kindsOf = (record: Record<string, unknown>) => readProcessRow(record).findings.map(({ kind }) => kind);

describe('a written process', () => {
  it('becomes steps with unit, role and time, and what is checked', () => {
    const { process, findings, sums } = readProcessRow(written());
    expect(findings).toEqual([]);
    expect(sums).toEqual({ stated: true, match: true });
    expect(
      process?.steps.map(({ kind, unit, role, budgetMinutes }) => [kind, unit, role, budgetMinutes]),
    ).toEqual([
      ['intake', 'mot-cua', 'clerk_in', 240],
      ['work', 'tu-phap', 'specialist', 480],
      ['approve', 'lanh-dao', 'approver', 240],
      ['register', 'van-phong', 'registry', 240],
      ['return', 'mot-cua', 'clerk_out', 240],
    ]);
    expect(process?.steps[1]).toMatchObject({ name: 'Thẩm tra hồ sơ', checks: 'Thẩm tra hồ sơ' });
  });

  it('with two times a step has two cases, the second with the header’s term', () => {
    const steps = own.map((step, index) => ({
      ...step,
      times: [index === 1 ? '01 ngày' : '½ ngày', index === 1 ? '03 ngày' : '½ ngày'],
    }));
    const table_header = ['Thời gian có xác minh: 05 ngày làm việc'];
    const { process, findings } = readProcessRow(written({ table_header }, steps));
    expect(findings).toEqual([]);
    expect(process?.cases?.map(({ name, term, budgets }) => [name, term, budgets.s2])).toEqual([
      ['Thông thường', { unit: 'working_day', value: 3 }, 480],
      ['Có xác minh', { unit: 'working_day', value: 5 }, 1440],
    ]);
  });

  it('in calendar days has a share of the working time those leave', () => {
    const steps = own.map((step, index) => ({
      ...step,
      times: ['½ ngày', index === 1 ? '19 ngày' : '½ ngày'],
    }));
    const { process } = readProcessRow(written({ table_header: ['Có xác minh: 21 ngày'] }, steps));
    const minutes = Object.values(process?.cases?.[1]?.budgets ?? {});
    expect(minutes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(15 * 480);
    expect(minutes[1]).toBe(Math.floor((19 / 21) * 15 * 480));
  });

  const changed = (index: number, more: object) =>
    written(
      {},
      own.map((step, at) => (at === index ? { ...step, ...more } : step)),
    );
  it.each<[string, Record<string, unknown>, FindingKind, string]>([
    [
      'a sum that is wrong',
      written({ table_header: ['Thời gian (04 ngày làm việc)'] }),
      'total',
      'table_header',
    ],
    ['a step without time', changed(3, { times: [] }), 'missing_time', 'steps[3].times'],
    ['a negative time', changed(3, { times: ['-1/2 ngày'] }), 'negative_time', 'steps[3].times[0]'],
    ['digits that stand apart', changed(1, { times: ['0 1 ngày'] }), 'unclear_time', 'steps[1].times[0]'],
    ['a time without a unit', changed(1, { times: ['01'] }), 'unclear_time', 'steps[1].times[0]'],
    [
      'a time with a story',
      changed(1, { times: ['01 ngày, kể từ khi nhận'] }),
      'unclear_time',
      'steps[1].times[0]',
    ],
    [
      'a role among the times',
      changed(1, { times: ['Văn thư', '01 ngày'] }),
      'unclear_time',
      'steps[1].times[0]',
    ],
    ['a role nobody knows', changed(1, { role: 'Thầy phong thuỷ' }), 'unknown_role', 'steps[1].role'],
    [
      'a task in the place of a role',
      changed(1, { role: `Kiểm tra ${'hồ sơ '.repeat(12)}` }),
      'unknown_role',
      'steps[1].role',
    ],
    ['another agency', changed(1, { role: 'Sở Tư pháp' }), 'unknown_unit', 'steps[1].role'],
    ['a formula', changed(1, { task: '=HYPERLINK("http://x.vn","mở")' }), 'formula', 'steps[1].task'],
    ['a code that is none', written({ national_code: 'QT 01' }), 'code', 'national_code'],
    ['no steps', written({}, []), 'shape', 'steps'],
  ])('%s', (_, record, kind, field) => {
    const { findings } = readProcessRow(record);
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind,
        field,
        problem: expect.stringMatching(/\p{L}/u),
        remedy: expect.stringMatching(/\.$/),
      }),
    );
  });

  it('one cell for all steps is one finding that says what to share out', () => {
    const steps = own.map((step, index) => ({ ...step, times: index === 0 ? ['1 ngày'] : [] }));
    const { findings } = readProcessRow(written({ table_header: ['Thời gian (01 ngày làm việc)'] }, steps));
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'missing_time', remedy: 'Chia 480 phút cho từng bước.' }),
    ]);
  });

  it('an unclear place is one no agency has', () => {
    expect(readProcessRow(changed(1, { role: 'Sở Tư pháp' })).process?.steps[1]?.unit).toBe('chua-ro');
  });
});

describe('a workflow', () => {
  const task = (end: string, time_days: number, next: string | null) => ({
    code: `1.001193::${end}`,
    name: `Việc ${end}`,
    time_days,
    next: next === null ? null : `1.001193::${next}`,
  });
  const workflow = (more: object = {}, tasks?: object[]) => ({
    code: '1.001193',
    name: 'Cấp giấy thử',
    total_days: 5,
    steps: [
      { group: 'BP_MOT_CUA', time_days: 0.5, tasks: [task('TIEP_NHAN', 0.5, 'PHAN_CONG')] },
      {
        group: 'PHONG_TU_PHAP',
        time_days: 3.5,
        tasks: tasks ?? [task('PHAN_CONG', 0.5, 'THU_LY'), task('THU_LY', 3, 'KY_DUYET')],
      },
      { group: 'LANH_DAO_DON_VI', time_days: 1, tasks: [task('KY_DUYET', 1, 'THU_PHI')] },
      {
        group: 'BP_MOT_CUA',
        time_days: 0,
        tasks: [task('THU_PHI', 0, 'TRA_KET_QUA'), task('TRA_KET_QUA', 0, null)],
      },
    ],
    ...more,
  });

  it('becomes its tasks in the order in which they follow, without a step for money', () => {
    const { process, findings, sums } = readProcessRow(workflow());
    expect(findings).toEqual([]);
    expect(sums).toEqual({ stated: true, match: true });
    expect(
      process?.steps.map(({ kind, role, unit, budgetMinutes }) => [kind, role, unit, budgetMinutes]),
    ).toEqual([
      ['intake', 'clerk_in', 'mot-cua', 240],
      ['work', 'dispatcher', 'tu-phap', 240],
      ['work', 'specialist', 'tu-phap', 1440],
      ['approve', 'approver', 'lanh-dao', 480],
      ['return', 'clerk_out', 'mot-cua', 0],
    ]);
  });

  it.each<[string, Record<string, unknown>, FindingKind, string]>([
    ['a total that is wrong', workflow({ total_days: 6 }), 'total', 'total_days'],
    ['no limit', workflow({ total_days: -1 }), 'no_total', 'total_days'],
    [
      'tasks that do not sum',
      workflow({}, [task('PHAN_CONG', 1, 'THU_LY'), task('THU_LY', 3, 'KY_DUYET')]),
      'step_total',
      'steps[1].time_days',
    ],
    [
      'a dangling next',
      workflow({}, [task('PHAN_CONG', 0.5, 'THU_LY'), task('THU_LY', 3, 'KHONG_CO')]),
      'dangling_next',
      'steps[1].tasks[1].next',
    ],
    [
      'what the chain does not meet',
      workflow({}, [task('PHAN_CONG', 0.5, 'KY_DUYET'), task('THU_LY', 3, 'KY_DUYET')]),
      'unreached',
      'steps[1].tasks[1].code',
    ],
    [
      'a cycle',
      workflow({}, [task('PHAN_CONG', 0.5, 'THU_LY'), task('THU_LY', 3, 'PHAN_CONG')]),
      'cycle',
      'steps[1].tasks[1].next',
    ],
    [
      'the same task twice',
      workflow({}, [task('PHAN_CONG', 0.5, 'KY_DUYET'), task('PHAN_CONG', 3, 'KY_DUYET')]),
      'duplicate',
      'steps[1].tasks[1].code',
    ],
    [
      'a negative time',
      workflow({}, [task('PHAN_CONG', -2, 'THU_LY'), task('THU_LY', 3, 'KY_DUYET')]),
      'negative_time',
      'steps[1].tasks[0].time_days',
    ],
    [
      'a time that is none',
      workflow({}, [
        { ...task('PHAN_CONG', 0, 'THU_LY'), time_days: '1 ngày' },
        task('THU_LY', 3, 'KY_DUYET'),
      ]),
      'missing_time',
      'steps[1].tasks[0].time_days',
    ],
    [
      'a task nobody knows',
      workflow({}, [task('XEM_BOI', 0.5, 'THU_LY'), task('THU_LY', 3, 'KY_DUYET')]),
      'unknown_role',
      'steps[1].tasks[0].code',
    ],
  ])('%s', (_, record, kind, field) => {
    expect(readProcessRow(record).findings).toContainEqual(expect.objectContaining({ kind, field }));
  });

  it('of another agency’s office is told, and never publishable', () => {
    const record = workflow();
    (record.steps[1] as { group: string }).group = 'BP_THUE';
    expect(kindsOf(record)).toContain('unknown_unit');
    expect(readProcessRow(record).process?.steps[1]?.unit).toBe('chua-ro');
  });
});

test('our own shape is right, or told field by field', () => {
  const process = readProcessRow(written()).process;
  expect(readProcessRow({ ...process, title: 'Tên' })).toMatchObject({ process, title: 'Tên', findings: [] });
  const broken = { ...process, steps: [{ ...process?.steps[0], role: 'vua', budgetMinutes: -5 }] };
  expect(readProcessRow(broken)).toMatchObject({ process: null });
  expect(readProcessRow(broken).findings.map(({ field }) => field)).toEqual([
    'steps.0.role',
    'steps.0.budgetMinutes',
  ]);
});

test.each<[string, Record<string, unknown>]>([
  ['nothing', {}],
  ['steps of another kind', { national_code: '1.001193', name: 'x', steps: 'không' }],
  [
    'numbers for texts',
    { code: 5, name: 7, steps: [{ tasks: [null, 3, { code: {}, time_days: Number.NaN }] }] },
  ],
  [
    'forty steps',
    {
      national_code: '1.001193',
      name: 'x',
      steps: Array.from({ length: 40 }, () => ({ task: 'Việc', role: 'Văn thư', times: ['1 ngày'] })),
    },
  ],
])('%s makes no draft, and is told', (_, record) => {
  const { process, findings } = readProcessRow(record);
  expect(process?.steps.length ?? 0).toBeLessThan(31);
  expect(findings.length).toBeGreaterThan(0);
});
