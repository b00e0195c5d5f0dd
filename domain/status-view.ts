// What a citizen may know of a dossier at a moment: the one shape behind the chat's answer, the tracking page and the desk's head line.

import type { Remaining } from './deadline.ts';
import type { DeliveryMethod, DossierStatus, Outcome, SupplementItem } from './dossier.ts';
import type { Instant } from './time.ts';

export interface StatusView {
  code: string | null;
  /** Short name of the procedure. */
  procedureName: string;
  /** `Trung tâm Phục vụ hành chính công phường Kiến Tường` */
  officeName: string;
  status: DossierStatus;
  outcome: Outcome | null;
  /** Where it lies; null once it has ended. */
  step: {
    name: string;
    unitName: string;
    /** `bà Lê Thị Hoa`; null while nobody has taken it. */
    officer: string | null;
    since: Instant;
  } | null;
  submittedAt: Instant;
  /** For a dossier filed online and not yet received: until when the counter must answer (8 working hours). */
  answerDue: Instant | null;
  receivedAt: Instant | null;
  /** Null without a legal term, and while the clock is stopped. */
  due: Instant | null;
  originalDue: Instant | null;
  remaining: Remaining;
  /** What is still to be answered; `answeredAt` once all of it was, and an officer has to look. */
  supplement: {
    items: SupplementItem[];
    answerBy: Instant;
    mode: 'reset' | 'pause';
    answeredAt?: Instant;
  } | null;
  /** Set when the last thing that happened took an act back: what it was, and why. */
  undone?: { what: string; reason: string } | null;
  payment: { amount: number; reason: string; payBy?: Instant } | null;
  /** Other agencies whose opinion is awaited, the soonest due first. */
  opinions: { agency: string; answerBy: Instant }[];
  extension: { reason: string; responsible: string; newDue: Instant } | null;
  /** Set when finished. */
  result: {
    finishedAt: Instant;
    timeliness: 'early' | 'on_time' | 'late' | 'no_term';
    workingDaysEarly: number;
    /** Reasons of a refusal; empty when granted. */
    reasons: string[];
    number: string | null;
    delivery: DeliveryMethod;
    /** `Quầy 3`, and from when: null when the citizen need not come. */
    pickUp: { place: string; from: Instant } | null;
  } | null;
  /** Withdrawn, stopped or refused at intake: when and why, in words. */
  ended: { at: Instant; reason: string } | null;
  handedOver: { at: Instant; collector: string } | null;
  /** Why the result is being corrected, when it is. */
  correction: { reason: string } | null;
}
