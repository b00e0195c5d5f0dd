// What happens to a dossier: the events the ledger keeps, in the order in which they happened.

import type {
  DeliveryMethod,
  Elsewhere,
  KeptFile,
  Outcome,
  PaperReceived,
  Submission,
  SupplementItem,
} from './dossier.ts';
import type { OpinionRequest, Verdict } from './opinion-request.ts';
import type { Process } from './process.ts';
import type { Term } from './term.ts';
import type { Instant, PlainDate } from './time.ts';

/** Who acts. Citizens act through the desk, the chat or the web; `system` is a clock or a rule. */
export type Actor =
  | {
      kind: 'officer';
      officerId: string;
      onBehalf: boolean;
      /** The colleague away in whose place this was done; absent: in their own. */
      inPlaceOf?: string;
    }
  | { kind: 'citizen'; chatId: string | null }
  | { kind: 'system'; rule: string };

/** The step an event leads to, by its index. */
export interface Arrival {
  to: number;
  unit: string;
  /** Where the step is of another agency than the dossier's own. */
  elsewhere?: Elsewhere;
}

/** How the citizen's answer to a request for supplement came. */
export type AnswerChannel = 'chat' | 'web' | 'counter';

/**
 * Something that happened. Events name people by id only, but for what is typed at the counter and is itself the
 * record: reasons, the summary, and the collector of a result (docs/decisions/0004).
 */
export type DossierEvent =
  | ({ type: 'dossier_submitted' } & Submission)
  | { type: 'dossier_accepted'; code: string; fee: number }
  | { type: 'intake_refused'; reasons: string[] }
  | ({ type: 'step_passed'; from: number; officerId: string | null; note: string | null } & Arrival)
  | ({ type: 'step_returned'; from: number; officerId: string | null; reason: string } & Arrival)
  /** `leaseMinutes`: for how many working minutes who took it holds it; absent where a head assigned it. */
  | { type: 'dossier_assigned'; officerId: string; claimed: boolean; leaseMinutes?: number }
  /** Back on the unit's pile. Without a reason the clock did it: the lease was over. */
  | { type: 'dossier_released'; officerId: string; reason: string | null }
  | { type: 'lease_renewed' }
  /** A word between colleagues; the citizen never reads it. */
  | { type: 'note_added'; text: string }
  | {
      type: 'supplement_requested';
      items: SupplementItem[];
      answerBy: Instant;
      mode: 'reset' | 'pause';
      /** The sector rule that allowed asking late; null within the three working days. */
      sectorGround: string | null;
    }
  | {
      /** A further request for other reasons than before; it waits for a leader and asks nothing of the citizen yet. */
      type: 'supplement_proposed';
      items: SupplementItem[];
      sectorGround: string | null;
      answerDays?: number;
    }
  | { type: 'supplement_declined'; reason: string }
  | {
      /** The citizen has sent something for every item that was open; what was sent is kept beside the ledger. */
      type: 'supplement_answered';
      items: number[];
      channel: AnswerChannel;
    }
  | {
      /** Looked at, and these items are still wanting. The request goes on with them alone. */
      type: 'supplement_returned';
      items: { item: number; reason: string }[];
      answerBy: Instant;
    }
  | {
      type: 'supplement_taken';
      papers: PaperReceived[];
      /** When the dossier was complete, if before an officer looked: the clock runs from then. */
      completedAt?: Instant;
      /** The corrected content, where the request was about it. */
      summary?: string;
    }
  | { type: 'payment_requested'; amount: number; reason: string; stopsClock: boolean; payBy?: Instant }
  | { type: 'payment_confirmed'; amount: number; receiptNumber: string | null }
  | { type: 'term_extended'; term: Term; reason: string; apology: string; newDue: Instant }
  | ({ type: 'step_approved'; from: number; outcome: Outcome; reasons: string[] } & Arrival)
  | { type: 'dossier_withdrawn'; reason: string }
  | { type: 'dossier_stopped'; reason: string }
  | ({ type: 'dossier_finished'; outcome: Outcome; resultNumber: string | null } & Arrival)
  | { type: 'result_handed_over'; collector: string; method: DeliveryMethod }
  | ({ type: 'result_correction_opened'; reason: string } & Arrival)
  | {
      type: 'details_corrected';
      summary: string | null;
      deliveryMethod: DeliveryMethod | null;
      reason: string;
    }
  | { type: 'link_renewed'; reason: string }
  | { type: 'files_kept'; files: KeptFile[] }
  /** Taken in although the same person had filed the same procedure: which, and why. */
  | { type: 'filed_again'; others: { id: string; code: string | null }[]; reason: string }
  /** The papers went from desk to desk in a batch, and the one who receives them signed for them. */
  | { type: 'papers_received'; batch: string; fromOfficerId: string }
  | ({
      /** It goes on in a newer version of its process, at the counterpart of its step. */
      type: 'process_migrated';
      processVersion: number;
      process: Process;
      from: number;
      officerId: string | null;
      reason: string;
    } & Arrival)
  | {
      /** Its agency, or one of those it goes through, ended, and another goes on with the work. */
      type: 'agency_moved';
      fromAgencyId: string;
      toAgencyId: string;
      fromName: string;
      toName: string;
      /** The same steps, in the units that go on with them. */
      process: Process;
      unit: string;
      elsewhere?: Elsewhere;
      officerId: string | null;
      decision: string;
    }
  /** One round: those named are asked together. */
  | { type: 'opinions_asked'; round: number; requests: OpinionRequest[] }
  | {
      type: 'opinion_given';
      requestId: string;
      agency: string;
      verdict: Verdict;
      text: string;
      /** Of an answer that came on paper. */
      letter?: { number: string; date: PlainDate };
    }
  | { type: 'opinion_silent'; requestId: string; agency: string; means: 'consent' | 'report' }
  | { type: 'opinion_waived'; requestId: string; agency: string; reason: string }
  | { type: 'citizen_reminded'; about: 'supplement' | 'payment'; until: Instant }
  | {
      /** Takes the last act back: the dossier is again what it was before the event `undoes`, and the history stays. */
      type: 'act_undone';
      undoes: number;
      act: DossierEvent['type'];
      reason: string;
    }
  | { type: 'due_moved'; oldDue: Instant; newDue: Instant; calendarVersion: number; reason: string };

/** An event as the ledger keeps it. */
export interface Recorded {
  seq: number;
  at: Instant;
  actor: Actor;
  event: DossierEvent;
}
