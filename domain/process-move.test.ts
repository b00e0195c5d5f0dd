// Where running dossiers stand in a newer process, what their ledger says of it, and who must stay where they are.

import { describe, expect, it, test } from 'vitest';
import { currentStep } from './dossier.ts';
import { fold } from './dossier-apply.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  recorded,
  type Story,
  staff,
  usualProcess,
} from './dossier-story.ts';
import { processesOf, wordsOf } from './event-words.ts';
import type { Process, ProcessStep } from './process.ts';
import { moveEvent, whereAfter } from './process-move.ts';

const [intake, work, approve, register, give] = usualProcess.steps as [
  ProcessStep,
  ProcessStep,
  ProcessStep,
  ProcessStep,
  ProcessStep,
];
const head: ProcessStep = { ...work, id: 's2', name: 'Phân công xử lý', role: 'dispatcher' };
/** A head assigns first: every later step has another number than before. */
const longer: Process = {
  ...usualProcess,
  steps: [
    intake,
    head,
    { ...work, id: 's3' },
    { ...approve, id: 's4' },
    { ...register, id: 's5' },
    { ...give, id: 's6' },
  ],
};
const own = () => 'own' as const;
const atWork = afterwards(accepted(), 'pass_on');
const toLonger = (story: Story) => whereAfter(story.dossier, longer, own);

function moved(story: Story, next: Process): Story {
  const move = whereAfter(story.dossier, next, own);
  if (!move.ok) throw new Error(move.why);
  return recorded(story, [moveEvent(story.dossier, move, 2, 'Quy trình mới.')], staff.admin, story.at);
}

describe('the counterpart of a step', () => {
  it.each<[string, Story, number]>([
    ['at intake', accepted(), 0],
    ['at work, by its name', atWork, 2],
    ['waiting for papers', afterwards(atWork, 'request_supplement'), 2],
    ['waiting for money', afterwards(atWork, 'request_payment'), 2],
    ['to be signed', afterwards(atWork, 'pass_on'), 3],
    ['signed, to be published', afterwards(atWork, 'pass_on', 'approve'), 4],
    ['to be handed over', afterwards(atWork, 'pass_on', 'approve', 'finish'), 5],
  ])('%s', (_, story, to) => {
    expect(toLonger(story)).toMatchObject({ ok: true, to });
    const after = moved(story, longer);
    expect(currentStep(after.dossier).name).toBe(currentStep(story.dossier).name);
    expect(after.dossier.status).toBe(story.dossier.status);
    expect(after.dossier.term).toEqual(story.dossier.term);
    expect(fold(after.history)).toEqual(after.dossier);
  });

  it('of another name is the only one of its desk', () => {
    const renamed = {
      ...usualProcess,
      steps: [intake, { ...work, name: 'Thẩm tra' }, approve, register, give],
    };
    expect(whereAfter(atWork.dossier, renamed, own)).toMatchObject({ ok: true, to: 1, keepsOfficer: true });
  });
});

test('who has it keeps it, with the time already used; another desk begins anew', () => {
  const claimed = afterwards(atWork, 'claim');
  const { holding } = moved(claimed, longer).dossier;
  expect(holding).toEqual({ ...claimed.dossier.holding, stepIndex: 2 });
  const elsewhere = {
    ...usualProcess,
    steps: [intake, { ...work, unit: 'dia-chinh' }, approve, register, give],
  };
  expect(moved(claimed, elsewhere).dossier.holding).toMatchObject({ unit: 'dia-chinh', officerId: null });
});

describe('stays where it is', () => {
  const why = (story: Story, next: Process) => {
    const move = whereAfter(story.dossier, next, own);
    return move.ok ? null : move.why;
  };
  it('a step without a counterpart is named', () => {
    const other = { ...work, name: 'Đo đạc', unit: 'dia-chinh' };
    expect(why(atWork, { ...usualProcess, steps: [intake, other, approve, register, give] })).toBe(
      'Bước “Thẩm định” không có bước tương ứng trong phiên bản mới; hồ sơ đi tiếp theo quy trình cũ.',
    );
  });
  it('two that could be it are none', () => {
    const twice = { ...usualProcess, steps: [intake, work, { ...work, id: 's9' }, approve, register, give] };
    expect(why(atWork, twice)).toMatch(/không có bước tương ứng/);
  });
  it('what is signed is not signed again, what is not is not left unsigned', () => {
    const after = { ...work, id: 's8', name: 'Đối chiếu' };
    const before = { ...usualProcess, steps: [intake, approve, after, register, give] };
    const twice = {
      ...usualProcess,
      steps: [intake, approve, after, { ...approve, id: 's9', name: 'Ký lại' }, register, give],
    };
    const signed = acted(
      afterwards(accepted({ process: before }), 'pass_on', 'approve'),
      staff.specialist,
      anAction('claim'),
    );
    expect(why(signed, twice)).toMatch(/đã được ký/);
    const unsigned = afterwards(accepted({ process: twice }), 'pass_on', 'approve');
    expect(why(unsigned, before)).toMatch(/chưa được ký/);
  });
  it('another case, and what has ended', () => {
    const cases = [{ id: 't1', name: 'Có xác minh', term: null, termText: null, budgets: {}, skips: [] }];
    expect(why(atWork, { ...longer, cases })).toMatch(/trường hợp/);
    expect(why(afterwards(atWork, 'withdraw'), longer)).toMatch(/đã kết thúc/);
  });
});

test('a dossier of a case goes on in the same case', () => {
  const filed = accepted({ process: { ...usualProcess, caseName: 'Có xác minh' } });
  const cases = [
    { id: 't1', name: 'Có xác minh', term: null, termText: null, budgets: { s3: 4800 }, skips: ['s2'] },
  ];
  const { process } = moved(filed, { ...longer, cases }).dossier;
  expect(process.steps.map(({ id, budgetMinutes }) => [id, budgetMinutes])).toContainEqual(['s3', 4800]);
  expect(process.steps.map(({ id }) => id)).not.toContain('s2');
});

test('its history is told in the words of the process each thing happened in', () => {
  const story = afterwards(moved(atWork, longer), 'pass_on');
  const events = story.history.map(({ event }) => event);
  const processes = processesOf(events);
  const need = { unitName: () => 'Bộ phận Tư pháp', officerName: () => '', today: '2026-11-23' };
  const told = events.map((event, index) =>
    wordsOf(event, { ...story.dossier, process: processes[index] ?? longer }, need),
  );
  expect(told.slice(2).map(({ text }) => text)).toEqual([
    'Chuyển sang bước Thẩm định, Bộ phận Tư pháp',
    'Chuyển sang quy trình phiên bản 2, ở bước Thẩm định',
    'Chuyển sang bước Ký duyệt, Bộ phận Tư pháp',
  ]);
});

test('what becomes of money is told when a dossier ends without a result', () => {
  const paidFee = { kind: 'refunded', ground: 'chưa thẩm định' } as const;
  const paid = afterwards(
    accepted({ fee: 8_000, process: { ...usualProcess, paidFee } }),
    'confirm_payment',
    'withdraw',
  );
  const event = paid.history.at(-1)?.event;
  if (event === undefined) throw new Error('Something happened.');
  const need = { unitName: () => '', officerName: () => '', today: '2026-11-23' };
  expect(wordsOf(event, paid.dossier, need).lines).toContain(
    'Khoản đã nộp 8.000 đồng được hoàn lại: chưa thẩm định.',
  );
});
