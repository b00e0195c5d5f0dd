// The working time of a process: what its steps take together in each case, and what the law leaves them.

import type { Consultation, Process, ProcessCase, ProcessStep } from './process.ts';
import type { Term } from './term.ts';

/** Minutes of a working day as internal processes count it: 8 hours. */
export const minutesPerDay = 480;

/**
 * The working minutes a legal term certainly leaves to the office; null when the law gives no term. Calendar days
 * count five in seven, so that the steps of a process can never promise more time than the law gives.
 */
export function workingMinutes(term: Term): number | null {
  switch (term.unit) {
    case 'same_day':
      return minutesPerDay;
    case 'working_hour':
      return term.value * 60;
    case 'working_day':
      return term.value * minutesPerDay;
    case 'calendar_day':
      return Math.floor((term.value * 5) / 7) * minutesPerDay;
    case 'month':
      return Math.floor((term.value * 30 * 5) / 7) * minutesPerDay;
    case 'none':
      return null;
  }
}

/** What the steps take together. */
export function totalMinutes(steps: readonly Pick<ProcessStep, 'budgetMinutes'>[]): number {
  return steps.reduce((sum, step) => sum + step.budgetMinutes, 0);
}

/** How long consultations take when everybody uses all of their time: rounds follow each other, a round is its longest. */
export function consultationMinutes(consultations: readonly Consultation[]): number {
  const rounds = new Map<number, number>();
  for (const { round, budgetMinutes } of consultations)
    rounds.set(round, Math.max(rounds.get(round) ?? 0, budgetMinutes));
  return [...rounds.values()].reduce((sum, minutes) => sum + minutes, 0);
}

/** The process of one case: without the steps it skips, with its own times. It has no cases any more. */
export function processOfCase(process: Process, chosen: ProcessCase): Process {
  const { cases: _, ...rest } = process;
  const steps = process.steps
    .filter(({ id }) => !chosen.skips.includes(id))
    .map((step) => ({ ...step, budgetMinutes: chosen.budgets[step.id] ?? step.budgetMinutes }));
  return { ...rest, steps, caseName: chosen.name };
}

/** A process as dossiers carry it: one for each case, or itself. */
export function waysOf(process: Process): Process[] {
  return process.cases?.map((each) => processOfCase(process, each)) ?? [process];
}

/** Working minutes in the unit people use: days from one on (480 minutes), and for half of one; hours below. */
export function minutesText(minutes: number): string {
  if (minutes === 0) return 'chưa có thời gian';
  const number = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  if (minutes >= minutesPerDay || minutes === minutesPerDay / 2)
    return `${number(minutes / minutesPerDay)} ngày làm việc`;
  return minutes >= 60 ? `${number(minutes / 60)} giờ làm việc` : `${number(minutes)} phút làm việc`;
}
