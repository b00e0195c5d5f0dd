// motcua due: a due date and why, without touching any database unless an agency is named.

import { type Calendar, compileCalendar } from '@motcua/domain/calendar';
import { longMomentText } from '@motcua/domain/clock-time';
import { computeDeadline } from '@motcua/domain/deadline';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { parseTerm } from '@motcua/domain/term';
import { dateOfDay, instantSchema } from '@motcua/domain/time';
import { defineCommand } from 'citty';
import { findAgencyByCode, getCalendar } from '../agencies/store.ts';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';
import { tenantsWithAgency } from './pick-tenant.ts';

export const due = defineCommand({
  meta: { name: 'due', description: 'Tính ngày hẹn trả và giải thích từng ngày' },
  args: {
    received: {
      type: 'string',
      required: true,
      description: 'Lúc tiếp nhận, ví dụ 2026-02-13T16:30',
      valueHint: 'ngàyTgiờ',
    },
    term: {
      type: 'string',
      required: true,
      description: 'Thời hạn: 5d (ngày làm việc), 8h (giờ làm việc), 3c (ngày), 2m (tháng)',
      valueHint: '5d|8h|3c|2m',
    },
    agency: {
      type: 'string',
      valueHint: 'mã',
      description: 'Mã cơ quan, để tính theo lịch riêng của cơ quan',
    },
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(async () => {
      const received = readMoment(args.received);
      const term = parseTerm(args.term);
      if (term === null)
        throw bad(`--term ${args.term} chưa đúng; viết số rồi d, h, c hoặc m, ví dụ 5d cho 5 ngày làm việc.`);
      const calendar =
        args.agency === undefined ? compileCalendar(officialCalendarSpec) : await calendarOf(args.agency);
      const { first, last } = knownYears(calendar);
      const year = Number(received.slice(0, 4));
      if (year < first || year > last)
        throw bad(`Lịch có ngày nghỉ lễ từ năm ${first} đến ${last}; ${year} nằm ngoài khoảng đó.`);
      const input = { receivedAt: received, term, pauses: [], extensions: [] };
      const { due: dueAt } = computeDeadline(calendar, input);
      const trace = explainDeadline(calendar, input);
      const warning =
        dueAt !== null && Number(dueAt.slice(0, 4)) > last
          ? `Lịch chưa có ngày nghỉ lễ sau năm ${last}; ngày hẹn trả có thể lùi lại khi lịch được công bố.`
          : null;
      if (args.json) return printJson({ received, term, due: dueAt, warning, trace });
      print(dueAt === null ? 'Không có ngày hẹn trả.' : `Hẹn trả: ${longMomentText(dueAt)} (${dueAt})`);
      for (const line of trace) print(`  ${line.text}`);
      if (warning !== null) print(`Lưu ý: ${warning}`);
    }),
});

function readMoment(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?(?:\+07:00)?$/.exec(text);
  const moment = match && `${match[1]}T${match[2] ?? '08:00'}${match[3] ?? ':00'}+07:00`;
  if (!moment || !instantSchema.safeParse(moment).success)
    throw bad(`--received ${text} chưa đúng; viết như 2026-02-13T16:30, theo giờ Việt Nam.`);
  return moment;
}

/** The years whose holidays the calendar knows; outside them a due date would be a guess. */
function knownYears({ special }: Calendar): { first: number; last: number } {
  const days = [...special.keys()];
  const yearOf = (day: number) => Number(dateOfDay(day).slice(0, 4));
  return days.length === 0
    ? { first: 2010, last: 2069 }
    : { first: yearOf(Math.min(...days)), last: yearOf(Math.max(...days)) };
}

async function calendarOf(code: string): Promise<Calendar> {
  return withOffice(async ({ ctx }) => {
    const [tenantId, other] = await tenantsWithAgency(ctx.database, code);
    if (tenantId === undefined) throw new StartFault(`Không có cơ quan nào mã ${code}.`, exitCodes.failed);
    if (other !== undefined)
      throw new StartFault(
        `Có nhiều đơn vị cùng dùng mã cơ quan ${code}, chưa rõ theo lịch nào.`,
        exitCodes.failed,
      );
    return ctx.database.tenant(tenantId, async (tx) => {
      const agency = await findAgencyByCode(tx, code);
      if (agency === undefined) throw new Error('An agency that was just found is there.');
      return getCalendar(tx, agency.id);
    });
  });
}

function bad(sentence: string): StartFault {
  return new StartFault(sentence, exitCodes.badSetting);
}
