// Tính ngày hẹn trả, for anybody: the engine of the desk, on the calendar of the office this deployment serves.

import { type Calendar, compileCalendar } from '@motcua/domain/calendar';
import { beforeText, termText } from '@motcua/domain/clock-time';
import { previewDue } from '@motcua/domain/deadline';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import type { Term } from '@motcua/domain/term';
import { dateOf } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { getFrame } from '../agencies/frame-store.ts';
import { listAgencies } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { DeadlineAnswer, DeadlineQuery } from './schema.ts';

const national = compileCalendar(officialCalendarSpec);

/** Nothing about any dossier is asked or kept. */
export async function reckonDeadline(ctx: Context, query: DeadlineQuery): Promise<DeadlineAnswer> {
  const receivedAt = `${query.received}:00+07:00`;
  const term: Term =
    query.unit === 'same_day'
      ? { unit: 'same_day', cutoff: query.cutoff }
      : { unit: query.unit, value: query.unit === 'month' ? Math.min(query.value, 120) : query.value };
  const { calendar, calendarName } = await publicCalendar(ctx);
  const due = previewDue(calendar, receivedAt, term);
  if (due === null) throw new Error('Every term that may be asked has an end.');
  return {
    due,
    dueText: beforeText(due, dateOf(receivedAt)),
    termText: termText(term),
    trace: explainDeadline(calendar, { receivedAt, term, pauses: [], extensions: [] }),
    calendarName,
  };
}

/** The office's own when the deployment serves one office; with several, the official days everybody shares. */
async function publicCalendar(ctx: Context): Promise<{ calendar: Calendar; calendarName: string }> {
  const [tenantId, another] = await listTenants(ctx.database);
  const shared = { calendar: national, calendarName: 'lịch nghỉ chung của Nhà nước' };
  if (tenantId === undefined || another !== undefined) return shared;
  return ctx.database.tenant(tenantId, async (tx) => {
    const [agency, second] = await listAgencies(tx);
    if (agency === undefined || second !== undefined) return shared;
    const { calendar } = await getFrame(tx, agency.id);
    return { calendar, calendarName: `lịch làm việc của ${agency.name}` };
  });
}
