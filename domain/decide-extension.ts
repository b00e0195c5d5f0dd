// More time for a dossier: an extension must move the date promised.

import type { Calendar } from './calendar.ts';
import { computeDeadline } from './deadline.ts';
import type { Dossier } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { type Decision, one, refuse } from './dossier-decision.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import type { Instant } from './time.ts';

/** Decides an extension (NĐ 118/2025 Đ19). */
export function decideExtension(
  dossier: Dossier,
  action: Extract<Action, { type: 'extend' }>,
  now: Instant,
  calendar: Calendar,
): Decision {
  const input = deadlineInputOf(dossier);
  if (input === null) throw new Error('Only a received dossier passes the guard of an extension.');
  const extension = { at: now, term: action.term, reason: action.reason };
  const { due } = computeDeadline(calendar, { ...input, extensions: [...input.extensions, extension] });
  const before = computeDeadline(calendar, input).due;
  if (due === null || before === null || due <= before)
    return refuse(
      'not_possible_now',
      'Thời gian thêm chưa dời được ngày hẹn trả. Xin chọn thời gian dài hơn.',
    );
  return one({
    type: 'term_extended',
    term: action.term,
    reason: action.reason,
    apology: action.apology,
    newDue: due,
  });
}
