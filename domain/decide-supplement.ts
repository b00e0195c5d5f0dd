// Asking the citizen to complete a dossier: when it may be asked, and until when they may answer.

import { type Calendar, isWorkingDay, nextWorkingDay, workingDaysBetween } from './calendar.ts';
import type { Dossier, SupplementItem } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { type Decision, one, refuse } from './dossier-decision.ts';
import type { Acting } from './dossier-rights.ts';
import { mayAskAnew, newDefects, openItems, openRequest, slotOf } from './supplement.ts';
import { dateOf, type Instant, instantAt, plusDays } from './time.ts';

/** Days a citizen has to complete a dossier before the counter may close it (NĐ 118/2025 Đ19.5). */
const supplementDays = 15;
/** Working days after reception within which completion may be asked (NĐ 118/2025 Đ19.5). */
const supplementWindow = 3;
/** Dossiers received from this day restart their term after a supplement; older ones only pause (Đ19.5, §2.5). */
const resetSince = '2025-07-01';

type Asked = Omit<Extract<Action, { type: 'request_supplement' }>, 'type'>;

/**
 * Decides a request for supplement (NĐ 118/2025 Đ19.5). One that names something no earlier request of the dossier named
 * becomes a proposal, unless a leader makes it: what could have been said at once is not asked a second time lightly.
 */
export function decideSupplement(
  dossier: Dossier,
  asked: Asked,
  acting: Acting,
  now: Instant,
  calendar: Calendar,
): Decision {
  const decision = decideRequest(dossier, asked, now, calendar);
  const isLeader = acting.kind === 'officer' && mayAskAnew(acting.roles);
  if (!decision.ok || isLeader || newDefects(dossier, asked.items).length === 0) return decision;
  const { items, sectorGround, answerDays } = asked;
  return one({
    type: 'supplement_proposed',
    items,
    sectorGround,
    ...(answerDays === undefined ? {} : { answerDays }),
  });
}

/** A leader confirms what an officer proposed: it is asked now, and the time to answer runs from now. */
export function decideConfirmation(dossier: Dossier, now: Instant, calendar: Calendar): Decision {
  if (!dossier.proposal) throw new Error('Without a proposal there is nothing to confirm.');
  return decideRequest(dossier, dossier.proposal, now, calendar);
}

/** What the citizen sent has been looked at; these items are still wanting. They have the whole time again. */
export function decideReturn(
  dossier: Dossier,
  { items }: Extract<Action, { type: 'return_supplement' }>,
  now: Instant,
  calendar: Calendar,
): Decision {
  const request = openRequest(dossier);
  if (request === undefined) throw new Error('Only an open request passes the guard.');
  const open = openItems(request);
  const chosen = new Set(items.map(({ item }) => item));
  if (chosen.size < items.length || items.some(({ item }) => !open.some(({ index }) => index === item)))
    return refuse(
      'not_possible_now',
      'Chỉ yêu cầu làm lại được những mục đang chờ bổ sung, mỗi mục một lần. Xin tải lại trang rồi chọn lại.',
    );
  return one({ type: 'supplement_returned', items, answerBy: lastMoment(now, supplementDays, calendar) });
}

/** The citizen has sent something for all that is open. */
export function decideAnswer(
  dossier: Dossier,
  { items, channel }: Extract<Action, { type: 'answer_supplement' }>,
): Decision {
  const request = openRequest(dossier);
  if (request === undefined) throw new Error('Only an open request passes the guard.');
  const open = openItems(request);
  const stranger = items.find((item) => !open.some(({ index }) => index === item));
  if (stranger !== undefined)
    return refuse(
      'not_possible_now',
      'Mục này không nằm trong phần cần bổ sung. Anh/Chị chỉ cần gửi những mục được yêu cầu.',
    );
  const missing = open.find(({ index }) => !items.includes(index));
  if (missing !== undefined)
    return refuse('not_possible_now', `Còn thiếu “${missing.label}”. Anh/Chị gửi đủ các mục rồi hoàn tất.`);
  return one({ type: 'supplement_answered', items: open.map(({ index }) => index), channel });
}

/** Only what was asked for is taken in; the clock runs from when the dossier was complete, not from when it was read. */
export function decideTaking(
  dossier: Dossier,
  { papers, summary }: Extract<Action, { type: 'take_supplement' }>,
): Decision {
  const request = openRequest(dossier);
  if (request === undefined) throw new Error('Only an open request passes the guard.');
  const open = openItems(request);
  const other = papers.find(({ paperId }) => !open.some((item) => slotOf(dossier, item) === paperId));
  if (other !== undefined)
    return refuse(
      'not_possible_now',
      `“${other.name}” không nằm trong phần yêu cầu bổ sung. Xin bỏ giấy tờ này, hoặc yêu cầu bổ sung nó trước.`,
    );
  if (
    summary !== undefined &&
    !open.some(({ target }) => target.kind === 'field' && target.field === 'summary')
  )
    return refuse(
      'not_possible_now',
      'Nội dung yêu cầu không nằm trong phần yêu cầu bổ sung. Nếu ghi nhầm, xin dùng “Sửa thông tin”.',
    );
  return one({
    type: 'supplement_taken',
    papers,
    ...(request.answeredAt === undefined ? {} : { completedAt: request.answeredAt }),
    ...(summary === undefined ? {} : { summary }),
  });
}

function decideRequest(
  dossier: Dossier,
  action: Pick<Asked, 'items' | 'sectorGround' | 'answerDays'>,
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
  return one({
    type: 'supplement_requested',
    items: action.items,
    answerBy: lastMoment(now, answerDays, calendar),
    mode,
    sectorGround: action.sectorGround,
  });
}

/** A last day that is off moves to the next working day (Bộ luật Dân sự 2015, Điều 148). */
function lastMoment(now: Instant, days: number, calendar: Calendar): Instant {
  const lastDay = dateOf(plusDays(now, days));
  const answerDay = isWorkingDay(calendar, lastDay) ? lastDay : nextWorkingDay(calendar, lastDay);
  return instantAt(answerDay, 17 * 60);
}

function idOf(target: SupplementItem['target']): string {
  return target.kind === 'paper' ? target.paperId : target.field;
}
