// What the chat may say of its own office: counter, phone, and when somebody is there next.

import { type Calendar, nextWorkingDay, spansOn } from '@motcua/domain/calendar';
import type { OfficeFacts } from '@motcua/domain/chat-replies';
import { dayText, minuteText } from '@motcua/domain/clock-time';
import { dateOf, type Instant, minuteOfDay } from '@motcua/domain/time';
import { getAgency, getCalendar, listUnits } from '../agencies/store.ts';
import type { Tx } from '../platform/database.ts';

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
    codePrefix: agency.dossierCodePrefix,
  };
}

/** `7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ`; after closing and on days off, the next day that is worked. */
function hoursText(calendar: Calendar, now: Instant): string {
  const today = dateOf(now);
  const closing = spansOn(calendar, today).at(-1)?.[1] ?? 0;
  const day = minuteOfDay(now) < closing ? today : nextWorkingDay(calendar, today);
  const spans = spansOn(calendar, day).map(([from, to]) => `${minuteText(from)} đến ${minuteText(to)}`);
  return `${day === today ? '' : `${dayText(day, today)}: `}${spans.join(' và ')}`;
}
