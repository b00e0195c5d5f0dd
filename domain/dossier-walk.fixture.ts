// Sound processes of all shapes, and the people who walk dossiers through them: for properties of whatever happens.

import * as fc from 'fast-check';
import type { Acting } from './dossier-rights.ts';
import { citizen, clockRule, type Officer, officer } from './dossier-story.ts';
import type { OfficerRole, Process, ProcessStep, StepKind } from './process.ts';
import type { Term } from './term.ts';

const units = ['mot-cua', 'tu-phap'];
const roles: Record<StepKind, OfficerRole> = {
  intake: 'clerk_in',
  work: 'specialist',
  approve: 'approver',
  register: 'registry',
  return: 'clerk_out',
};
/** Two officers of each role in each unit, so that colleagues meet. */
export const cast: Officer[] = (
  [...Object.values(roles), 'dispatcher', 'cashier', 'centre_head', 'admin'] as const
).flatMap((role) =>
  units.flatMap((unit) => [1, 2].map((n) => officer(role, unit, `${role} ${n} of ${unit}`))),
);
const asked: Officer = { ...officer('specialist', 'tu-phap', 'asked'), agencyId: 'elsewhere' };
export const everybody: Acting[] = [...cast, citizen, clockRule, asked];

const unit = fc.constantFrom(...units);
const step = (kind: StepKind) =>
  fc.record({ kind: fc.constant(kind), unit, asks: fc.boolean().map((asks) => asks && kind === 'work') });
const middle = fc
  .array(fc.constantFrom<StepKind>('work', 'approve').chain(step), { maxLength: 4 })
  .chain((steps) => step('approve').map((signature) => [...steps, signature]))
  .chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length }));
const opinion = { question: 'Ranh giới', budgetMinutes: 30, round: 1 } as const;
/** One answers in this program, the other on paper; neither is hurried by the clock. */
const consultations: ProcessStep['consultations'] = [
  { ...opinion, agency: 'Phòng', agencyCode: 'elsewhere', onSilence: 'wait' },
  { ...opinion, agency: 'Sở', onSilence: 'wait' },
];
export const anyProcess: fc.Arbitrary<Process> = fc
  .tuple(step('intake'), middle, step('register'), step('return'))
  .map(([intake, between, register, give]) => ({
    procedureCode: '1.001193',
    steps: [intake, ...between, register, give].map(
      ({ kind, unit: where, asks }, index): ProcessStep => ({
        id: `s${index + 1}`,
        kind,
        unit: where,
        name: kind,
        role: roles[kind],
        budgetMinutes: kind === 'return' ? 0 : 60,
        ...(asks ? { consultations } : {}),
      }),
    ),
  }));
export const anyTerm = fc.constantFrom<Term>(
  { unit: 'working_day', value: 5 },
  { unit: 'same_day', cutoff: '15:00' },
  { unit: 'month', value: 2 },
  { unit: 'none' },
);
