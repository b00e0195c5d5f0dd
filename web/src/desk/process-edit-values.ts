// What the form of a process does to it: each change gives the next process; ids of steps stay, so cases keep their times.

import type { Consultation, Process, ProcessCase, ProcessStep } from '@motcua/domain/process';
import type { ProcessView } from '@motcua/server/processes/schema';
import { processWords } from '../words/process.ts';

/** The process with what can be chosen in it. */
export type Editable = NonNullable<ProcessView['editable']>;

export function setStep(process: Process, place: number, more: Partial<ProcessStep>): Process {
  return {
    ...process,
    steps: process.steps.map((step, index) => (index === place ? { ...step, ...more } : step)),
  };
}

/** Hours of a step, in one case or in all. */
export function hoursOf(step: ProcessStep, each: ProcessCase | null): number {
  return (each?.budgets[step.id] ?? step.budgetMinutes) / 60;
}

export function setHours(process: Process, place: number, each: ProcessCase | null, hours: number): Process {
  const minutes = Math.round(hours * 60);
  const id = process.steps[place]?.id;
  if (each === null || process.cases === undefined || id === undefined)
    return setStep(process, place, { budgetMinutes: minutes });
  const cases = process.cases.map((other) =>
    other.id === each.id ? { ...other, budgets: { ...other.budgets, [id]: minutes } } : other,
  );
  return { ...process, cases };
}

export function swapUp(process: Process, place: number): Process {
  const steps = [...process.steps];
  const [step] = steps.splice(place, 1);
  if (step !== undefined) steps.splice(place - 1, 0, step);
  return { ...process, steps };
}

export function removeStep(process: Process, place: number): Process {
  return { ...process, steps: process.steps.filter((_step, index) => index !== place) };
}

/** A further step at the end, with an id nobody has. */
export function addStep(process: Process, unit: string): Process {
  const taken = process.steps.map(({ id }) => Number(id.slice(1)));
  const step: ProcessStep = {
    id: `s${Math.max(0, ...taken) + 1}`,
    kind: 'work',
    name: processWords.edit.newStep,
    unit,
    role: 'specialist',
    budgetMinutes: 0,
  };
  return { ...process, steps: [...process.steps, step] };
}

/** The step at another agency, '' being the one that took the dossier in; its unit is one of that agency's. */
export function setAgency(
  process: Process,
  place: number,
  agency: string,
  units: readonly { code: string }[],
): Process {
  const steps = process.steps.map((step, index) => {
    if (index !== place) return step;
    const { agency: _, ...own } = step;
    const unit = units.some(({ code }) => code === step.unit) ? step.unit : (units[0]?.code ?? step.unit);
    return { ...own, unit, ...(agency === '' ? {} : { agency }) };
  });
  return { ...process, steps };
}

/** Whom a step asks; with nobody it says nothing of it. */
export function setConsultations(process: Process, place: number, asked: readonly Consultation[]): Process {
  const steps = process.steps.map((step, index) => {
    if (index !== place) return step;
    const { consultations: _, ...own } = step;
    return asked.length === 0 ? own : { ...own, consultations: [...asked] };
  });
  return { ...process, steps };
}

/** One more to ask, together with those of the last round, with half a day to answer. */
export function newConsultation(asked: readonly Consultation[]): Consultation {
  return {
    agency: '',
    question: '',
    round: Math.max(1, ...asked.map(({ round }) => round)),
    budgetMinutes: 240,
    onSilence: 'report',
  };
}

/** Asked by its code here, or, '' being no code, by letter: then somebody writes its name. */
export function askAgency(
  consultation: Consultation,
  chosen: string,
  agencies: readonly { code: string; name: string }[],
): Consultation {
  const { agencyCode: _, ...rest } = consultation;
  if (chosen === '') return { ...rest, agency: '' };
  const name = agencies.find(({ code }) => code === chosen)?.name ?? consultation.agency;
  return { ...rest, agency: name, agencyCode: chosen };
}
