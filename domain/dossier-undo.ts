// Taking back the last act on a dossier: who may, how long, what never; and the event that does it.

import type { Dossier } from './dossier.ts';
import { fold } from './dossier-apply.ts';
import type { Recorded } from './dossier-event.ts';
import type { Refusal } from './dossier-guard.ts';
import { holdingAgencyId, takesPart } from './dossier-place.ts';
import type { Acting } from './dossier-rights.ts';
import type { OfficerRole } from './process.ts';
import { type Instant, plusMinutes } from './time.ts';
import { undoneName, whyNever } from './undo-words.ts';

/** How long after an act it can be taken back. */
export const undoMinutes = 30;

/** Who takes back what a colleague of the agency did. */
const leaders: readonly OfficerRole[] = ['dispatcher', 'approver', 'centre_head'];

export interface UndoOffer {
  /** The event that would be undone. */
  seq: number;
  /** `chuyển bước` */
  what: string;
  until: Instant;
}

export type UndoVerdict = { ok: true; offer: UndoOffer } | { ok: false; refusal: Refusal };

const no = (kind: Refusal['kind'], why: string): UndoVerdict => ({
  ok: false,
  refusal: { kind, why, teaches: false },
});

/** The one rule of time and person behind everything that is taken back: who did it or a leader, within half an hour. */
export function whyNotBack(
  done: { by: string; at: Instant },
  officer: { officerId: string; roles: readonly OfficerRole[] },
  now: Instant,
): 'not_theirs' | 'too_late' | null {
  if (done.by !== officer.officerId && !leaders.some((role) => officer.roles.includes(role)))
    return 'not_theirs';
  return now > plusMinutes(done.at, undoMinutes) ? 'too_late' : null;
}

/**
 * Whether the last thing that happened can be taken back: within half an hour, by who did it or a leader of the agency,
 * and as long as nothing has happened since. Never what rests on somebody else: money, a code, a result, the citizen's own
 * words, a rule of the clock. `last` is the last event of the ledger.
 */
export function mayUndo(dossier: Dossier, last: Recorded, acting: Acting, now: Instant): UndoVerdict {
  const { actor, at, event, seq } = last;
  const never = whyNever(event.type);
  if (never !== null) return no('not_possible_now', never);
  const agencies = [dossier.agencyId, holdingAgencyId(dossier)];
  if (acting.kind !== 'officer' || !takesPart(dossier, acting.agencyId))
    return no('not_allowed', 'Chỉ cán bộ đã làm việc này, hoặc lãnh đạo của họ, hoàn tác được.');
  if (actor.kind !== 'officer')
    return no('not_possible_now', 'Việc vừa rồi do hệ thống hoặc công dân làm nên không hoàn tác được.');
  const roles = agencies.includes(acting.agencyId) ? acting.roles : [];
  const why = whyNotBack({ by: actor.officerId, at }, { officerId: acting.officerId, roles }, now);
  if (why === 'not_theirs')
    return no(
      'not_allowed',
      'Việc vừa rồi do đồng nghiệp làm. Xin nhờ đồng nghiệp đó, hoặc lãnh đạo, hoàn tác.',
    );
  if (why === 'too_late')
    return no(
      'not_possible_now',
      `Đã quá ${undoMinutes} phút từ khi làm nên không hoàn tác được. Xin làm tiếp bằng việc phù hợp của bước này.`,
    );
  return { ok: true, offer: { seq, what: undoneName(event.type), until: plusMinutes(at, undoMinutes) } };
}

/** The dossier as it was before the last event of its history: what taking it back restores. */
export function beforeLast(history: readonly Recorded[]): Dossier {
  return fold(history.slice(0, -1));
}

/**
 * The history without what was taken back and without the taking back: what counts for the time of steps and for papers
 * that tell a course of events.
 */
export function standing(history: readonly Recorded[]): Recorded[] {
  const gone = new Set(
    history.flatMap(({ seq, event }) => (event.type === 'act_undone' ? [seq, event.undoes] : [])),
  );
  return history.filter(({ seq }) => !gone.has(seq));
}
