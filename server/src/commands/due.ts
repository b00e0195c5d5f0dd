// motcua due: a due date and why, without touching any database unless an agency is named.

import { type Calendar, compileCalendar } from '@motcua/domain/calendar';
import { longMomentText } from '@motcua/domain/clock-time';
import { computeDeadline } from '@motcua/domain/deadline';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { parseTerm } from '@motcua/domain/term';
import { instantSchema } from '@motcua/domain/time';
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
    agency: { type: 'string', description: 'Mã cơ quan, để tính theo lịch riêng của cơ quan' },
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
      const input = { receivedAt: received, term, pauses: [], extensions: [] };
      const { due: dueAt } = computeDeadline(calendar, input);
      const trace = explainDeadline(calendar, input);
      if (args.json) return printJson({ received, term, due: dueAt, trace });
      print(dueAt === null ? 'Không có ngày hẹn trả.' : `Hẹn trả: ${longMomentText(dueAt)} (${dueAt})`);
      for (const line of trace) print(`  ${line.text}`);
    }),
});

function readMoment(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?(?:\+07:00)?$/.exec(text);
  const moment = match && `${match[1]}T${match[2] ?? '08:00'}${match[3] ?? ':00'}+07:00`;
  if (!moment || !instantSchema.safeParse(moment).success)
    throw bad(`--received ${text} chưa đúng; viết như 2026-02-13T16:30, theo giờ Việt Nam.`);
  const year = Number(moment.slice(0, 4));
  if (year < 2018 || year > 2027)
    throw bad(`Lịch nghỉ chính thức có từ năm 2018 đến 2027; ${year} nằm ngoài khoảng đó.`);
  return moment;
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
