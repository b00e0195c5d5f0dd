// What is asked of another agency about a dossier, and how it ended: part of the dossier's state.

import type { Consultation } from './process.ts';
import type { Instant, PlainDate } from './time.ts';

export type Verdict = 'agree' | 'agree_on_conditions' | 'disagree';

/** One agency asked for its opinion, in one round of a step. */
export interface OpinionRequest {
  /** `y1`, `y2` … in the order of asking. */
  id: string;
  stepId: string;
  round: number;
  /** As it was called when it was asked. */
  agency: string;
  /** Absent where it does not work with this program: its answer comes on paper. */
  agencyId?: string;
  question: string;
  /** What the holder added to the question of the process. */
  detail?: string;
  askedAt: Instant;
  answerBy: Instant;
  onSilence: Consultation['onSilence'];
  /** Absent while it is awaited. */
  closed?: OpinionClosed;
}

export type OpinionClosed =
  | {
      how: 'answered';
      at: Instant;
      verdict: Verdict;
      text: string;
      letter?: { number: string; date: PlainDate };
    }
  /** The time ran out: it counts as consent, or the dossier goes on without. */
  | { how: 'silent'; at: Instant; means: 'consent' | 'report' }
  /** A leader decided not to wait any longer. */
  | { how: 'waived'; at: Instant; reason: string }
  /** The dossier ended or left the step. */
  | { how: 'withdrawn'; at: Instant };
