// What makes an internal process sound: a dossier in it always has a way to its end.

import { describe, expect, it, test } from 'vitest';
import { usualProcess } from './dossier-story.ts';
import { checkProcess, type ProcessStep, processSchema } from './process.ts';

const problems = (steps: readonly ProcessStep[]) => checkProcess({ ...usualProcess, steps: [...steps] });
const [intake, work, approve, register, give] = usualProcess.steps as [
  ProcessStep,
  ProcessStep,
  ProcessStep,
  ProcessStep,
  ProcessStep,
];

test('the usual process is sound', () => {
  expect(problems(usualProcess.steps)).toEqual([]);
  expect(processSchema.safeParse(usualProcess).success).toBe(true);
});

test('work after the signature, or two signatures, are sound', () => {
  expect(
    problems([intake, approve, { ...work, id: 's6' }, { ...approve, id: 's7' }, register, give]),
  ).toEqual([]);
});

describe('a process that could strand a dossier is named, with the step', () => {
  it.each<[string, ProcessStep[], string | null, RegExp]>([
    ['no intake first', [work, approve, register, give], 's2', /Bước đầu tiên/],
    ['no return last', [intake, work, approve, register], null, /Bước cuối cùng/],
    ['no register before the return', [intake, approve, work, give], null, /vào sổ, phát hành/],
    ['nobody signs', [intake, work, register, give], null, /chưa có bước ký duyệt/],
    [
      'a second intake',
      [intake, { ...intake, id: 's9' }, approve, register, give],
      's9',
      /một bước tiếp nhận/,
    ],
    [
      'an early return',
      [intake, { ...give, id: 's9' }, approve, register, give],
      's9',
      /một bước trả kết quả/,
    ],
    ['an early register', [intake, { ...register, id: 's9' }, approve, register, give], 's9', /ngay trước/],
    [
      'a step without time',
      [intake, { ...approve, budgetMinutes: 0 }, register, give],
      's3',
      /thời gian xử lý/,
    ],
    ['the same id twice', [intake, approve, { ...work, id: 's3' }, register, give], 's3', /Mã bước bị trùng/],
    [
      'an intake nobody could pass on',
      [{ ...intake, role: 'registry' }, approve, register, give],
      's1',
      /cán bộ tiếp nhận/,
    ],
    ['a cashier who decides', [intake, { ...approve, role: 'cashier' }, register, give], 's3', /thu phí/],
    [
      'an administrator who works',
      [intake, { ...work, role: 'admin' }, approve, register, give],
      's2',
      /quản trị/,
    ],
  ])('%s', (_, steps, stepId, problem) => {
    expect(problems(steps)).toContainEqual({ stepId, problem: expect.stringMatching(problem) });
  });

  it('several at once', () => {
    expect(problems([work, give, intake]).length).toBeGreaterThan(3);
  });
});
