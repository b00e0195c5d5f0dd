// The plan of the steps: budgets in the office's own hours, and the last moment at which a warning helps.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingMinutesBetween } from './calendar.ts';
import { computeDeadline } from './deadline.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  filed,
  monday,
  staff,
  usualProcess,
} from './dossier-story.ts';
import { lastUsefulMoment, plannedMinutes } from './step-plan.ts';
import { instantAt, plusMinutes } from './time.ts';

const soon = ({ dossier }: ReturnType<typeof filed>) => lastUsefulMoment(dossier, calendar)?.slice(5, 16);

it('budgets of eight hours shrink to the office’s seven and a half, and never promise more than there is', () => {
  const { dossier } = filed();
  expect(plannedMinutes(dossier, calendar, null)).toEqual([56, 900, 225, 56, 0]);
  expect(plannedMinutes(dossier, calendar, 660)).toEqual([30, 480, 120, 30, 0]);
});

describe('a warning', () => {
  // Due on Tuesday, 1 December at 17:00; work needs 900 minutes, what follows 956.
  const steps = usualProcess.steps.map((step) =>
    step.kind === 'approve' ? { ...step, budgetMinutes: 960 } : step,
  );
  const slow = afterwards(accepted({ process: { ...usualProcess, steps } }), 'pass_on');
  it('comes when the later steps would have to begin, whoever took the dossier and when', () => {
    expect(soon(slow)).toBe('11-27T16:04');
    for (const at of ['2026-11-25T10:00:00+07:00', '2026-11-26T16:00:00+07:00'])
      expect(soon(acted(slow, staff.specialist, { type: 'claim' }, { at }))).toBe('11-27T16:04');
  });
  it('comes at once where the step was reached too late', () => {
    const at = '2026-11-27T14:00:00+07:00';
    const late = acted(
      accepted({ process: { ...usualProcess, steps } }),
      staff.clerk_in,
      anAction('pass_on'),
      { at },
    );
    expect(soon(late)).toBe('11-27T14:00');
  });
  it('comes at the latest when the due day opens', () => {
    const last = afterwards(afterwards(accepted(), 'pass_on'), 'pass_on', 'approve');
    expect(soon(last)).toBe('12-01T07:30');
  });
  it('needs a date', () => {
    expect(soon(filed())).toBe(undefined);
    expect(soon(accepted({ term: { unit: 'none' } }))).toBe(undefined);
  });
});

it('whatever the term and the hour of receipt, a dossier on plan is not at risk when it arrives', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 14 * 1440 }), (days, minutes) => {
      const at = plusMinutes(instantAt(monday.slice(0, 10), 0), minutes);
      const { dossier } = accepted({ at, term: { unit: 'working_day', value: days }, process: usualProcess });
      const input = deadlineInputOf(dossier);
      const due = input && computeDeadline(calendar, input).due;
      const moment = lastUsefulMoment(dossier, calendar) ?? '';
      expect(moment >= (dossier.receivedAt ?? '')).toBe(true);
      expect(workingMinutesBetween(calendar, moment, due ?? '')).toBeGreaterThan(0);
    }),
  );
});
