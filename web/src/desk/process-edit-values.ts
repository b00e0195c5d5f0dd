// What the form of a process does to it: each change gives the next process; ids of steps stay, so cases keep their times.

import type { Process, ProcessCase, ProcessStep } from '@motcua/domain/process';
import { processWords } from '../words/process.ts';

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
