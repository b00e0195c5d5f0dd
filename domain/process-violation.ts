// What can be wrong with a process: the kind, the sentence, the remedy, and the acts that lead into it.

export type ViolationKind =
  | 'shape'
  | 'unknown_agency'
  | 'over_term'
  | 'nobody_acts'
  | 'wait_without_exit'
  | 'wait_without_clock'
  | 'dead_end'
  | 'money_stranded'
  | 'breaks'
  | 'unreachable_step';

export interface Violation {
  kind: ViolationKind;
  stepId: string | null;
  problem: string;
  remedy: string;
  /** The acts that lead into it, the filing first; empty for what is seen without going anywhere. */
  path: string[];
}

/** A violation that is seen without going anywhere. */
export function seen(kind: ViolationKind, stepId: string | null, problem: string, remedy: string): Violation {
  return { kind, stepId, problem, remedy, path: [] };
}
