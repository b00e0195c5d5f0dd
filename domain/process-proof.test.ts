// Each way in which a process can strand a dossier, found, with the acts that lead into it.

import { describe, expect, it, test } from 'vitest';
import { agencyOf, landOfficer, placeOf } from './between.fixture.ts';
import { calendar, staff, usualProcess } from './dossier-story.ts';
import type { OfficerRole, Process, ProcessStep } from './process.ts';
import { type ProofFacts, proveProcess } from './process-proof.ts';

const facts: ProofFacts = {
  term: { unit: 'working_day', value: 3 },
  calendar,
  staff: null,
  unitName: (code) => `đơn vị ${code}`,
};
const sound: Process = {
  ...usualProcess,
  paidFee: { kind: 'kept', ground: 'Nghị quyết về phí, lệ phí của tỉnh' },
};
const [intake, work, approve, register, give] = sound.steps as [
  ProcessStep,
  ProcessStep,
  ProcessStep,
  ProcessStep,
  ProcessStep,
];
const having = (...steps: ProcessStep[]): Process => ({ ...sound, steps });
const violations = (process: Process, more: Partial<ProofFacts> = {}) =>
  proveProcess(process, { ...facts, ...more }).violations;
const without = (...roles: OfficerRole[]) =>
  Object.values(staff).filter(({ roles: own }) => !own.some((role) => roles.includes(role)));

describe('a sound process', () => {
  it('is proved in every state, for every role', () => {
    const proof = proveProcess(sound, facts);
    expect(proof.violations).toEqual([]);
    expect(proof.states).toBeGreaterThan(60);
    expect(proof.canAct).toBeGreaterThan(proof.states);
    expect(proof.waits).toBeGreaterThan(proof.states);
    expect(proof.reserves).toEqual([{ caseName: null, minutes: 3 * 480 - 1320 }]);
  });

  it('with the officers there really are', () => {
    expect(violations(sound, { staff: Object.values(staff) })).toEqual([]);
  });

  it('of thirty steps has few enough states to look at them all', () => {
    const many = Array.from({ length: 26 }, (_, n) => ({ ...work, id: `s${n + 10}`, budgetMinutes: 10 }));
    const proof = proveProcess(having(intake, ...many, approve, register, give), facts);
    expect(proof.violations).toEqual([]);
    expect(proof.states).toBeLessThan(5_000);
  });
});

describe('what is wrong is found, with the way that leads into it', () => {
  it('nobody acts: the unit has no officer of the role', () => {
    const [found, ...more] = violations(sound, { staff: without('registry') });
    expect(found).toMatchObject({
      kind: 'nobody_acts',
      stepId: 's4',
      problem: expect.stringContaining('chưa có văn thư của đơn vị van-phong'),
      path: [
        'Công dân: Nộp hồ sơ',
        'Cán bộ tiếp nhận: Tiếp nhận',
        'Cán bộ tiếp nhận: Chuyển bước tiếp (Tiếp nhận)',
        'Chuyên viên thụ lý: Chuyển bước tiếp (Thẩm định)',
        'Lãnh đạo phê duyệt: Ký duyệt (Ký duyệt)',
      ],
    });
    expect(more.map(({ kind }) => kind)).toEqual(['unreachable_step']);
  });

  it('no wait for the citizen is without an exit where there is no leader: the time lapses', () => {
    const noLeader = having(intake, work, { ...approve, role: 'centre_head' }, register, give);
    const people = [
      ...without('approver', 'centre_head'),
      { ...staff.approver, officerId: 'x', roles: ['specialist' as const] },
    ];
    const kinds = violations(noLeader, { staff: people }).map(({ kind }) => kind);
    expect(kinds).toContain('nobody_acts');
    expect(kinds).not.toContain('wait_without_exit');
  });

  it('a wait without an exit: silence for ever', () => {
    const asked = {
      ...work,
      consultations: [
        {
          agency: 'Công an',
          question: 'Nơi cư trú',
          round: 1,
          budgetMinutes: 480,
          onSilence: 'wait' as const,
        },
      ],
    };
    // A leader decides not to wait; where nobody may, it would be for ever.
    expect(violations(having(intake, asked, approve, register, give))).toEqual([]);
    const noLeader = without('approver', 'centre_head');
    expect(violations(having(intake, asked, approve, register, give), { staff: noLeader })).toContainEqual(
      expect.objectContaining({ kind: 'wait_without_exit', problem: expect.stringContaining('Công an') }),
    );
  });

  it('a wait without a clock: a step that has no time, and an opinion without a date', () => {
    const [found] = violations(having(intake, { ...work, budgetMinutes: 0 }, approve, register, give));
    expect(found).toMatchObject({ kind: 'wait_without_clock', stepId: 's2' });
    expect(found?.path.at(-1)).toMatch(/Chuyển bước tiếp \(Tiếp nhận\)/);
    const asked = {
      ...work,
      consultations: [
        {
          agency: 'Công an',
          question: 'Nơi cư trú',
          round: 1,
          budgetMinutes: 0,
          onSilence: 'consent' as const,
        },
      ],
    };
    expect(violations(having(intake, asked, approve, register, give))).toEqual([
      expect.objectContaining({ kind: 'wait_without_clock', stepId: 's2' }),
    ]);
  });

  it('steps longer than the law: in all, in a case, and opinions longer than their step', () => {
    expect(violations(sound, { term: { unit: 'working_day', value: 2 } })).toEqual([
      expect.objectContaining({
        kind: 'over_term',
        problem: 'Các bước cộng lại 2,8 ngày làm việc, dài hơn thời hạn của thủ tục (2 ngày làm việc).',
      }),
    ]);
    // Three calendar days are two working days at most.
    expect(violations(sound, { term: { unit: 'calendar_day', value: 3 } })).toHaveLength(1);
    const verified = {
      id: 't1',
      name: 'Có xác minh',
      term: { unit: 'working_day' as const, value: 4 },
      termText: null,
      budgets: { s2: 5 * 480 },
      skips: [],
    };
    expect(violations({ ...sound, cases: [verified] })).toEqual([
      expect.objectContaining({ problem: expect.stringMatching(/^Trường hợp “Có xác minh”: Các bước/) }),
    ]);
    const opinion = { agency: 'Sở', question: 'Ý kiến', budgetMinutes: 480, onSilence: 'consent' as const };
    const inTurn = [1, 2, 3].map((round) => ({ ...opinion, round }));
    const together = inTurn.map((each) => ({ ...each, round: 1 }));
    const asking = (consultations: typeof inTurn) =>
      violations(having(intake, { ...work, consultations }, approve, register, give));
    expect(asking(inTurn)).toEqual([expect.objectContaining({ kind: 'over_term', stepId: 's2' })]);
    expect(asking(together)).toEqual([]);
  });

  it('a dead end: the result is never published', () => {
    const found = violations(having(intake, work, approve, give));
    expect(found).toContainEqual(
      expect.objectContaining({
        kind: 'dead_end',
        stepId: 's5',
        path: expect.arrayContaining(['Lãnh đạo phê duyệt: Ký duyệt (Ký duyệt)']),
      }),
    );
    expect(found.map(({ kind }) => kind)).toContain('shape');
  });

  it('money stranded: paid, withdrawn, and nobody said what becomes of it', () => {
    expect(violations(usualProcess)).toEqual([
      expect.objectContaining({
        kind: 'money_stranded',
        path: [
          'Công dân: Nộp hồ sơ',
          'Cán bộ tiếp nhận: Tiếp nhận, còn phí phải nộp',
          expect.stringMatching(/Xác nhận đã nộp tiền$/),
          expect.stringMatching(/Rút hồ sơ|Dừng giải quyết/),
        ],
      }),
    ]);
  });

  it('an act that breaks the dossier: the last step passes on to nowhere', () => {
    const past = violations(having(intake, work));
    expect(past).toContainEqual(
      expect.objectContaining({
        kind: 'breaks',
        path: expect.arrayContaining(['Chuyên viên thụ lý: Chuyển bước tiếp (Thẩm định)']),
      }),
    );
  });

  it('a procedure nobody knows, and a signature by who may not sign', () => {
    expect(violations(sound, { term: null })).toEqual([
      expect.objectContaining({ kind: 'shape', problem: expect.stringMatching(/chưa có trong danh mục/) }),
    ]);
    expect(violations(having(intake, work, { ...approve, role: 'specialist' }, register, give))).toEqual([
      expect.objectContaining({ kind: 'shape', stepId: 's3', problem: expect.stringMatching(/có quyền ký/) }),
    ]);
  });
});

const opinion = { agency: 'Công an phường', question: 'Nơi cư trú', round: 1, budgetMinutes: 240 } as const;
const asking = (...consultations: NonNullable<ProcessStep['consultations']>) =>
  having(intake, { ...work, consultations }, approve, register, give);

test('opinions are asked, answered, waited for in vain; and the dossier goes on', () => {
  for (const onSilence of ['consent', 'report', 'wait'] as const) {
    const rounds = asking({ ...opinion, onSilence }, { ...opinion, agency: 'Sở', onSilence, round: 2 });
    expect(violations(rounds), onSilence).toEqual([]);
    expect(violations(asking({ ...opinion, agencyCode: 'H53.VPDK', onSilence })), onSilence).toEqual([]);
  }
});

describe('agencies', () => {
  const elsewhere = { ...work, agency: 'H53.VPDK', unit: 'dang-ky' };
  const process = having(intake, elsewhere, approve, register, give);
  const own = Object.values(staff);

  it('a step of another agency is proved with the people who work there', () => {
    expect(violations(process)).toEqual([]);
    const there = { staff: [...own, landOfficer], placeOf, agencyOf };
    expect(violations(process, there)).toEqual([]);
    const [found] = violations(process, { ...there, staff: own });
    expect(found).toMatchObject({ kind: 'nobody_acts', stepId: 's2' });
    expect(found?.problem).toContain('Phòng Đăng ký, Chi nhánh Văn phòng đăng ký đất đai');
  });

  it('one that is not there is named, in steps and in questions', () => {
    expect(violations(process, { staff: own })).toEqual([
      expect.objectContaining({ kind: 'unknown_agency', problem: expect.stringContaining('H53.VPDK') }),
    ]);
    const asked = asking({ ...opinion, agencyCode: 'H53.XYZ', onSilence: 'consent' });
    expect(violations(asked, { staff: own, placeOf, agencyOf })).toEqual([
      expect.objectContaining({ kind: 'unknown_agency', problem: expect.stringContaining('H53.XYZ') }),
    ]);
    const noUnit = { placeOf: () => undefined, agencyOf };
    expect(violations(process, { staff: own, ...noUnit })[0]?.problem).toContain('không có đơn vị này');
  });
});
