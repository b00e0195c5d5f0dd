// Step times: planned and used, slack, and lateness laid at the door of the unit that used the time.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingMinutesBetween } from './calendar.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  clockRule,
  recorded,
  type Story,
  staff,
  usualProcess,
} from './dossier-story.ts';
import { stepTimeText, tellTimes, timeStoryText } from './step-times.ts';
import { plusMinutes } from './time.ts';

const told = ({ dossier, history }: Story, now: string) => tellTimes(history, dossier, calendar, now);
const words = (story: Story, now: string) =>
  timeStoryText(told(story, now), story.dossier, calendar, (code) => `Đơn vị ${code}`);
// Received on Monday, 23 November at 8:30, five working days: Tuesday, 1 December.
const received = accepted();
const passedOn = afterwards(received, 'pass_on');

describe('each step', () => {
  it('has its own plan and its own use', () => {
    const { steps } = told(passedOn, '2026-11-23T15:00:00+07:00');
    expect(steps.map(({ planned }) => planned)).toEqual([56, 900, 225, 56, 0]);
    expect(steps.map(({ used }) => used)).toEqual([30, 240, 0, 0, 0]);
  });
  it('pays nothing while the citizen is waited for', () => {
    const asked = acted(passedOn, staff.specialist, anAction('request_payment'));
    expect(told(asked, '2026-11-27T15:00:00+07:00').steps[1]?.used).toBe(30);
  });
  it('adds up what it took every time it came round', () => {
    const back = acted(passedOn, staff.specialist, anAction('return_to_step'));
    expect(told(back, plusMinutes(back.at, 60)).steps.map(({ used }) => used)).toEqual([90, 30, 0, 0, 0]);
  });
});

describe('a newer version of the process', () => {
  const [intake, ...rest] = usualProcess.steps;
  if (intake === undefined) throw new Error('The usual process begins somewhere.');
  const sorted = { ...intake, id: 's9', kind: 'work' as const, name: 'Phân loại', budgetMinutes: 30 };
  const moved = recorded(
    afterwards(passedOn, 'claim', 'pass_on'),
    [
      {
        type: 'process_migrated',
        processVersion: 2,
        process: { ...usualProcess, steps: [intake, sorted, ...rest] },
        from: 2,
        to: 3,
        unit: 'lanh-dao',
        officerId: null,
        reason: 'Quy trình mới.',
      },
    ],
    clockRule,
    '2026-11-23T10:30:00+07:00',
  );

  it('keeps the time where it was used, though the steps have other numbers', () => {
    expect(told(moved, '2026-11-23T11:00:00+07:00').steps.map(({ used }) => used)).toEqual([
      30, 0, 60, 60, 0, 0,
    ]);
  });
});

describe('slack and lateness', () => {
  it('says how much time is over, or lacking', () => {
    expect(words(passedOn, '2026-11-23T09:00:00+07:00')).toEqual([
      'Còn dư 3 ngày 1 giờ 19 phút sau khi trừ thời gian các bước còn lại cần.',
    ]);
    expect(words(passedOn, '2026-12-01T16:00:00+07:00')[0]).toMatch(/^Các bước còn lại cần nhiều hơn/);
  });
  it('lays lateness at the door of the unit that used the time', () => {
    const late = acted(passedOn, staff.specialist, anAction('pass_on'), { at: '2026-12-02T16:00:00+07:00' });
    expect(told(late, '2026-12-02T17:00:00+07:00')).toMatchObject({
      late: 450,
      causes: [{ unit: 'tu-phap', steps: [1] }],
    });
    expect(words(late, '2026-12-02T17:00:00+07:00')).toEqual([
      'Trễ 1 ngày so với hẹn. Nguyên nhân:',
      expect.stringMatching(/^Đơn vị tu-phap dùng quá kế hoạch .*\(bước Thẩm định\)$/),
    ]);
  });
  it('blames nobody for what was used before the term began again', () => {
    const asked = acted(passedOn, staff.specialist, anAction('request_supplement'), {
      at: '2026-11-26T16:00:00+07:00',
    });
    const again = acted(asked, staff.clerk_in, anAction('take_supplement'), {
      at: '2026-11-30T08:00:00+07:00',
    });
    const { late, slack } = told(again, '2026-11-30T08:00:00+07:00');
    expect(late).toBe(0);
    expect(slack).toBeGreaterThan(0);
  });
});

it('reads well', () => {
  expect(stepTimeText({ planned: 900, used: 0 }, calendar)).toBe('kế hoạch 2 ngày');
  expect(stepTimeText({ planned: 56, used: 480 }, calendar)).toBe('kế hoạch 56 phút, đã dùng 1 ngày 30 phút');
});

it('no minute is lost or counted twice, whenever the steps change', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 3, maxLength: 3 }), (waits) => {
      let story = received;
      for (const [index, type] of (['pass_on', 'pass_on', 'approve'] as const).entries())
        story = acted(
          story,
          [staff.clerk_in, staff.specialist, staff.approver][index] ?? staff.clerk_in,
          anAction(type),
          {
            at: plusMinutes(story.at, waits[index] ?? 1),
          },
        );
      const now = plusMinutes(story.at, 500);
      const used = told(story, now).steps.reduce((sum, step) => sum + step.used, 0);
      expect(used).toBe(workingMinutesBetween(calendar, story.dossier.receivedAt ?? '', now));
    }),
  );
});
