// An officer is away: who may stand in, and why not, in words for whoever records it.

import { dayText } from './clock-time.ts';
import type { OfficerRole } from './process.ts';
import { dayNumber, isRealDate, type PlainDate } from './time.ts';

/** Days away, the last one included. */
export interface AbsenceDays {
  fromDay: PlainDate;
  untilDay: PlainDate;
}

/** An absence that touches the asked days and one of the two people. */
export interface NearbyAbsence extends AbsenceDays {
  officerId: string;
  officerName: string;
  deputyId: string;
}

export interface AbsenceFacts extends AbsenceDays {
  officer: { id: string; roles: readonly OfficerRole[] };
  /** Undefined: without a post in the agency. */
  deputy: { id: string; roles: readonly OfficerRole[] } | undefined;
  today: PlainDate;
  nearby: readonly NearbyAbsence[];
}

/** An absence longer than this is no absence but a change of post. */
const longestDays = 184;

/** The field to mend and what to do; null when the absence can be recorded. */
export function whyNotAbsent({ officer, deputy, today, nearby, ...days }: AbsenceFacts): {
  field: 'fromDay' | 'untilDay' | 'deputyId';
  message: string;
} | null {
  const { fromDay, untilDay } = days;
  if (!isRealDate(fromDay)) return { field: 'fromDay', message: 'Chọn ngày bắt đầu vắng.' };
  if (!isRealDate(untilDay) || untilDay < fromDay)
    return { field: 'untilDay', message: 'Ngày cuối phải từ ngày bắt đầu trở đi.' };
  if (untilDay < today) return { field: 'untilDay', message: 'Những ngày này đã qua. Chọn từ hôm nay.' };
  if (daysBetween(fromDay, untilDay) > longestDays)
    return {
      field: 'untilDay',
      message: 'Vắng quá sáu tháng thì giao vị trí cho người khác thay vì ghi vắng.',
    };
  const refuse = (message: string) => ({ field: 'deputyId', message }) as const;
  if (deputy === undefined)
    return refuse('Người thay không có vị trí ở cơ quan này. Chọn người đang làm tại cơ quan.');
  if (deputy.id === officer.id) return refuse('Người vắng không thể thay chính mình. Chọn đồng nghiệp khác.');
  if (officer.roles.includes('approver') && !deputy.roles.includes('approver'))
    return refuse(
      'Người vắng ký duyệt hồ sơ, người này thì chưa có vai trò Lãnh đạo phê duyệt. Chọn người cùng vai trò.',
    );
  for (const other of nearby.filter((each) => overlap(each, days))) {
    const when = `từ ${dayText(other.fromDay, today)} đến ${dayText(other.untilDay, today)}`;
    if (other.officerId === officer.id)
      return {
        field: 'fromDay',
        message: `Đã có lịch vắng ${when}. Xin kết thúc lịch đó trước, hoặc chọn ngày khác.`,
      };
    if (other.officerId === deputy.id)
      return refuse(`${other.officerName} cũng vắng ${when}. Chọn người có mặt suốt những ngày này.`);
    if (other.deputyId === officer.id)
      return refuse(
        `Người vắng đang là người thay của ${other.officerName} ${when}. Xin đổi người thay của ${other.officerName} trước.`,
      );
  }
  return null;
}

function overlap(a: AbsenceDays, b: AbsenceDays): boolean {
  return a.fromDay <= b.untilDay && b.fromDay <= a.untilDay;
}

function daysBetween(from: PlainDate, until: PlainDate): number {
  return dayNumber(until) - dayNumber(from);
}
