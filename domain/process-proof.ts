// Proves a process before it is published: every state a dossier can reach has somebody to act, a clock and a way out.

import type { Calendar } from './calendar.ts';
import type { PlaceOf } from './dossier-place.ts';
import type { ActorFacts } from './dossier-rights.ts';
import { checkProcess, noTimeProblem, type Process } from './process.ts';
import { idealSetting, onceEach, type Setting, unknownAgencies } from './process-agencies.ts';
import {
  consultationMinutes,
  minutesText,
  processOfCase,
  totalMinutes,
  workingMinutes,
} from './process-budget.ts';
import { explore } from './process-explore.ts';
import { judgeStates } from './process-states.ts';
import { seen, type Violation } from './process-violation.ts';
import type { Term } from './term.ts';

export interface Proof {
  violations: Violation[];
  states: number;
  /** Of all states that have not ended and all kinds of officers: how many can act, how many read for whom they wait. */
  canAct: number;
  waits: number;
  /** What the term leaves beside the steps, by case; null without a term. */
  reserves: { caseName: string | null; minutes: number | null }[];
}

export interface ProofFacts {
  /** The legal term of the procedure; null when it is not in the catalogue. */
  term: Term | null;
  calendar: Calendar;
  /** The officers there really are; null: one of each role wherever a step needs one. */
  staff: readonly ActorFacts[] | null;
  /** Agencies beside the own, where the process names any. */
  placeOf?: PlaceOf;
  agencyOf?: Setting['agencyOf'];
  unitName: (code: string) => string;
}

/** Explores the process, each of its cases on its own, with the functions that decide over real dossiers. */
export function proveProcess(process: Process, facts: ProofFacts): Proof {
  const proof: Proof = {
    violations: [],
    states: 0,
    canAct: 0,
    waits: 0,
    reserves: [],
  };
  const found = new Map<string, Violation>();
  const add = (violation: Violation) => {
    const key = `${violation.kind}/${violation.stepId}/${violation.problem}`;
    if (!found.has(key)) found.set(key, violation);
  };
  if (facts.term === null)
    add(
      seen(
        'shape',
        null,
        'Thủ tục này chưa có trong danh mục của cơ quan.',
        'Nạp danh mục có mã này, hoặc sửa mã.',
      ),
    );
  const ways = process.cases?.map((each) => ({ process: processOfCase(process, each), term: each.term }));
  for (const way of ways ?? [{ process, term: null }]) {
    const term = way.term ?? facts.term ?? { unit: 'none' as const };
    for (const violation of violationsOf(way.process, term, facts, proof))
      add(withCase(violation, way.process.caseName));
    const allowed = workingMinutes(term);
    const minutes = allowed === null ? null : allowed - totalMinutes(way.process.steps);
    proof.reserves.push({ caseName: way.process.caseName ?? null, minutes });
  }
  proof.violations = [...found.values()];
  return proof;
}

function withCase(violation: Violation, caseName: string | undefined): Violation {
  if (caseName === undefined) return violation;
  return { ...violation, problem: `Trường hợp “${caseName}”: ${violation.problem}` };
}

function violationsOf(process: Process, term: Term, facts: ProofFacts, proof: Proof): Violation[] {
  const shape = checkProcess(process).filter(({ problem }) => problem !== noTimeProblem);
  const setting = settingOf(process, facts);
  const unknown = [...unknownAgencies(process, setting)];
  // Nothing comes further than an agency that is not there: what follows from it would only repeat it.
  if (unknown.length > 0) return unknown;
  const found = explore(process, term, setting, facts.calendar);
  const judged = judgeStates(process, found, setting, facts.unitName);
  proof.states += found.states.length;
  proof.canAct += judged.canAct;
  proof.waits += judged.waits;
  return [
    ...shape.map(({ stepId, problem }) =>
      seen('shape', stepId, problem, 'Sửa các bước thành một bản nháp mới.'),
    ),
    ...overTerm(process, term),
    ...consultationFaults(process),
    ...judged.violations,
  ];
}

function settingOf(process: Process, { staff, placeOf, agencyOf }: ProofFacts): Setting {
  if (staff === null) return idealSetting(process);
  return onceEach({
    agencyId: staff[0]?.agencyId ?? '',
    staff,
    placeOf: placeOf ?? (({ agency }) => (agency === undefined ? 'own' : undefined)),
    agencyOf: agencyOf ?? (() => undefined),
  });
}

/** The steps never take longer than the law gives: a step's own time must not relax the promise (handbook §6.2). */
function* overTerm(process: Process, term: Term): Generator<Violation> {
  const allowed = workingMinutes(term);
  const total = totalMinutes(process.steps);
  if (allowed !== null && total > allowed)
    yield seen(
      'over_term',
      null,
      `Các bước cộng lại ${minutesText(total)}, dài hơn thời hạn của thủ tục (${minutesText(allowed)}).`,
      `Bớt ít nhất ${minutesText(total - allowed)} ở các bước.`,
    );
  for (const step of process.steps) {
    const asked = consultationMinutes(step.consultations ?? []);
    if (asked > step.budgetMinutes)
      yield seen(
        'over_term',
        step.id,
        `Lấy ý kiến ở bước “${step.name}” lâu nhất ${minutesText(asked)}, dài hơn cả bước (${minutesText(step.budgetMinutes)}).`,
        'Rút thời hạn trả lời, lấy ý kiến song song, hoặc tăng thời gian của bước.',
      );
  }
}

function* consultationFaults(process: Process): Generator<Violation> {
  for (const step of process.steps)
    for (const { agency, budgetMinutes } of step.consultations ?? []) {
      const where = `Lấy ý kiến ${agency} ở bước “${step.name}”`;
      const path = [`Bước “${step.name}”: Gửi lấy ý kiến ${agency}`];
      if (budgetMinutes === 0)
        yield {
          ...seen(
            'wait_without_clock',
            step.id,
            `${where} chưa có thời hạn trả lời.`,
            'Ghi thời hạn trả lời.',
          ),
          path,
        };
    }
}
