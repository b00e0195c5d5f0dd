// Asking the citizen to complete a dossier: when it may be asked, and until when they may answer.

import { type Calendar, isWorkingDay, nextWorkingDay, workingDaysBetween } from './calendar.ts';
import type { Dossier, SupplementItem } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { type Decision, one, refuse } from './dossier-decision.ts';
import { dateOf, type Instant, instantAt, plusDays } from './time.ts';

/** Days a citizen has to complete a dossier before the counter may close it (NĐ 118/2025 Đ19.5). */
const supplementDays = 15;
/** Working days after reception within which completion may be asked (NĐ 118/2025 Đ19.5). */
const supplementWindow = 3;
/** Dossiers received from this day restart their term after a supplement; older ones only pause (Đ19.5, §2.5). */
const resetSince = '2025-07-01';

/** Decides a request for supplement (NĐ 118/2025 Đ19.5). */
export function decideSupplement(
  dossier: Dossier,
  action: Extract<Action, { type: 'request_supplement' }>,
  now: Instant,
  calendar: Calendar,
): Decision {
  const unnamed = action.items.find(({ label, target }) => label === idOf(target));
  if (unnamed !== undefined)
    return refuse(
      'not_possible_now',
      `“${unnamed.label}” là mã, công dân không hiểu được. Xin ghi tên giấy tờ hoặc tên mục bằng lời.`,
    );
  const received = dossier.receivedAt;
  const waited = received === null ? 0 : workingDaysBetween(calendar, dateOf(received), dateOf(now));
  if (waited > supplementWindow && action.sectorGround === null)
    return refuse(
      'not_possible_now',
      'Đã quá 3 ngày làm việc kể từ khi tiếp nhận. Xin nêu căn cứ của pháp luật chuyên ngành nếu vẫn được yêu cầu bổ sung.',
    );
  const { answerDays = supplementDays } = action;
  if (answerDays !== supplementDays && action.sectorGround === null)
    return refuse(
      'not_possible_now',
      'Thời hạn bổ sung khác 15 ngày cần căn cứ của pháp luật chuyên ngành. Xin ghi căn cứ hoặc để 15 ngày.',
    );
  const mode = received !== null && dateOf(received) < resetSince ? 'pause' : 'reset';
  // A last day that is off moves to the next working day (Bộ luật Dân sự 2015, Điều 148).
  const lastDay = dateOf(plusDays(now, answerDays));
  const answerDay = isWorkingDay(calendar, lastDay) ? lastDay : nextWorkingDay(calendar, lastDay);
  return one({
    type: 'supplement_requested',
    items: action.items,
    answerBy: instantAt(answerDay, 17 * 60),
    mode,
    sectorGround: action.sectorGround,
  });
}

function idOf(target: SupplementItem['target']): string {
  return target.kind === 'paper' ? target.paperId : target.field;
}
