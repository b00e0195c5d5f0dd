// A dossier (hồ sơ): its state. The row in the database is the fold of its events, which are in `dossier-event.ts`.

import type { Extension, Pause } from './deadline.ts';
import type { OpinionRequest } from './opinion-request.ts';
import type { Process } from './process.ts';
import type { Term } from './term.ts';
import type { Instant } from './time.ts';

/**
 * The ten statuses every national system understands, by name; the national number is in `status.ts`.
 * Handbook: codes 1–10 of the national portal.
 */
export type DossierStatus =
  | 'submitted'
  | 'received'
  | 'refused_at_intake'
  | 'in_process'
  | 'awaiting_supplement'
  | 'awaiting_payment'
  | 'withdrawn'
  | 'stopped'
  | 'resolved'
  | 'returned';

/** The money of a dossier moves on its own; it is never derived from the business status. */
export type MoneyState = 'nothing_due' | 'due' | 'paid' | 'cancelled';
/** How the result reaches the citizen. */
export type DeliveryState = 'not_ready' | 'ready' | 'handed_over';
/** The copy on the national portal; this deployment starts with none. */
export type SyncState = 'not_linked' | 'pending' | 'synced' | 'failed';

export type DeliveryMethod = 'counter' | 'post' | 'online';
export type FilingChannel = 'counter' | 'online' | 'post';

/** What was decided: shown as words, never as "closed". */
export type Outcome = 'granted' | 'refused';

export interface PaperReceived {
  paperId: string;
  name: string;
  originals: number;
  copies: number;
  note: string | null;
}

/** A scan or photograph kept for a paper. A newer one is a further version; none is ever replaced. */
export interface KeptFile {
  id: string;
  /** The slot: a paper of the procedure, or `x1`, `x2` … beyond its list. */
  paperId: string;
  name: string;
  version: number;
  pages: number;
  /** Of the bytes as they are handed out, in hex: the ledger proves the file. */
  sha256: string;
}

/** One defect of a supplement request: tied to a paper or to a field of the form, with its reason. */
export interface SupplementItem {
  target: { kind: 'paper'; paperId: string } | { kind: 'field'; field: string };
  /** The label a citizen reads: never an id (museum 50). */
  label: string;
  reason: string;
  /** The entry of the catalogue of reasons it was taken from; absent for a reason written freely. */
  reasonCode?: string;
  /** The rule it rests on, as the citizen reads it. */
  basis?: string;
}

export interface SupplementRequest {
  requestedAt: Instant;
  answerBy: Instant;
  items: SupplementItem[];
  /** The clock restarts (NĐ 118/2025 Đ19.5) or only stops (older files, sector rules). */
  mode: 'reset' | 'pause';
  /** The status the request interrupted, to which the dossier goes back when it is complete. */
  interrupted: DossierStatus;
  completedAt: Instant | null;
  /** When the clock warned the citizen that the time is nearly over; absent until then. */
  remindedAt?: Instant;
  /** When the citizen had sent an answer to all that is open; an officer has to look. Absent while something is missing. */
  answeredAt?: Instant;
  /** The items still to be answered, by index, after an officer found the others good; absent: all of them. */
  open?: number[];
  /** When an answer was last found wanting: what was sent before that is no answer any more. Absent: never. */
  reopenedAt?: Instant;
}

/** A further request for supplement, for other reasons than before, that a leader has not confirmed yet. */
export interface SupplementProposal {
  at: Instant;
  officerId: string;
  items: SupplementItem[];
  sectorGround: string | null;
  answerDays?: number;
}

export interface PaymentRequest {
  requestedAt: Instant;
  amount: number;
  reason: string;
  /** True when the clock waits for the money (status 6); a counter fee does not stop it. */
  stopsClock: boolean;
  /** The status in which it was asked; one that stops the clock goes back to it when paid. */
  interrupted: DossierStatus;
  paidAt: Instant | null;
  receiptNumber: string | null;
  /** Until when; the day counts in full. Absent where none was set: such a request never lapses. */
  payBy?: Instant;
  /** As for a supplement. */
  remindedAt?: Instant;
}

/** A place outside the dossier's own agency, by the names it had when the dossier came there. */
export interface Elsewhere {
  agencyId: string;
  agencyName: string;
  unitName: string;
}

/** Where the dossier lies now and since when. */
export interface Holding {
  stepIndex: number;
  unit: string;
  officerId: string | null;
  since: Instant;
  /** Only where the holder took it off the pile; absent for what was assigned, and before there were leases. */
  lease?: Lease;
  /** Whose lease ended last, while nobody has taken it since. */
  lapsedFrom?: string;
  /** Absent while it lies at its own agency. */
  elsewhere?: Elsewhere;
}

/** For how many working minutes it is held, and since when they count. */
export interface Lease {
  minutes: number;
  from: Instant;
}

/** What is filed: the first event says it, and the dossier keeps it. */
export interface Submission {
  id: string;
  agencyId: string;
  procedureCode: string;
  procedureVersion: number;
  procedureName: string;
  process: Process;
  term: Term;
  termText: string;
  channel: FilingChannel;
  applicantId: string;
  summary: string;
  papers: PaperReceived[];
  copies: number;
  deliveryMethod: DeliveryMethod;
  /** The e-form it was filed with: its version, and a keyed hash of the answers, which lie beside the ledger. Absent: none. */
  form?: { version: number; digest: string };
}

export interface Dossier extends Submission {
  /** Null until reception: the official code is issued then (NĐ 118/2025 Đ17.3). */
  code: string | null;
  /** Number of events so far; every action names the version its actor saw. */
  version: number;
  status: DossierStatus;
  money: MoneyState;
  delivery: DeliveryState;
  sync: SyncState;
  submittedAt: Instant;
  receivedAt: Instant | null;
  receivedBy: string | null;
  holding: Holding;
  /** Agencies beside its own that have held it or were asked about it; absent while there are none. */
  parties?: string[];
  supplements: SupplementRequest[];
  payments: PaymentRequest[];
  extensions: Extension[];
  /** Opinions of other agencies asked for; absent while there are none. */
  opinions?: OpinionRequest[];
  /** Non-null while a published result is being corrected: its own clock (NĐ 118/2025 Đ23: 3 working days). */
  correction: {
    reopenedAt: Instant;
    reason: string;
    count: number;
    /** When the first result was published: early, on time or late is judged by it, whatever is corrected later. */
    firstFinishedAt: Instant;
  } | null;
  outcome: Outcome | null;
  outcomeReasons: string[];
  resultNumber: string | null;
  finishedAt: Instant | null;
  endedAt: Instant | null;
  endReason: string | null;
  handedOver: { at: Instant; collector: string; method: DeliveryMethod } | null;
  /** Which print of the QR on the receipt is valid: 1 when opened, one more at every renewal. Older ones are dead. */
  linkGeneration: number;
  /** Absent or null: nothing waits for a leader's word. */
  proposal?: SupplementProposal | null;
}

/** The stops of the clock that the dossier's history implies, in order. */
export function pausesOf(dossier: Dossier): Pause[] {
  const pauses: Pause[] = [];
  for (const request of dossier.supplements)
    if (dossier.receivedAt !== null && request.requestedAt >= dossier.receivedAt)
      pauses.push({
        from: request.requestedAt,
        to: request.completedAt,
        reason: 'supplement',
        mode: request.mode,
      });
  for (const request of dossier.payments)
    if (request.stopsClock)
      pauses.push({ from: request.requestedAt, to: request.paidAt, reason: 'payment', mode: 'pause' });
  return pauses.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** True for statuses from which nothing more is expected (code 8 reopens only by a documented correction). */
export function isEnded(status: DossierStatus): boolean {
  return (
    status === 'refused_at_intake' || status === 'withdrawn' || status === 'stopped' || status === 'returned'
  );
}

/** The step the dossier lies at. */
export function currentStep(dossier: Dossier) {
  const step = dossier.process.steps[dossier.holding.stepIndex];
  if (step === undefined) throw new Error('A dossier lies at a step its process does not have.');
  return step;
}
