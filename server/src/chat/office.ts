// What the chat may say of its own office: counter, phone, hours, and until when somebody answers.

import {
  addWorkingMinutes,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  spansOn,
} from '@motcua/domain/calendar';
import type { OfficeFacts } from '@motcua/domain/chat-replies';
import { minuteText } from '@motcua/domain/clock-time';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getAgency, getCalendar, listUnits } from '../agencies/store.ts';
import type { Tx } from '../platform/database.ts';

/** Working time in which an officer answers a message. */
const answerMinutes = 120;

export async function officeFacts(tx: Tx, agencyId: string, now: Instant): Promise<OfficeFacts> {
  const agency = await getAgency(tx, agencyId);
  const units = await listUnits(tx, agencyId);
  const calendar = await getCalendar(tx, agencyId);
  return {
    name: agency.officeName,
    counter: units.find((unit) => unit.counter !== null)?.counter ?? null,
    address: agency.address,
    phone: agency.phone,
    hours: hoursText(calendar, now),
    answerBy: addWorkingMinutes(calendar, now, answerMinutes),
    codePrefix: agency.dossierCodePrefix,
  };
}

/** `7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ`: of today, or of the next day that is worked. */
function hoursText(calendar: Calendar, now: Instant): string {
  const today = dateOf(now);
  const day = isWorkingDay(calendar, today) ? today : nextWorkingDay(calendar, today);
  const spans = spansOn(calendar, day).map(([from, to]) => `${minuteText(from)} đến ${minuteText(to)}`);
  return spans.join(' và ');
}
