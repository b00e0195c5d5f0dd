// The working calendar: read it, see which promised dates a change would move, and decide the change.

import { type CalendarSpec, compileCalendar, spansOn } from '@motcua/domain/calendar';
import { editCalendar, movedDue, whyNotEdit } from '@motcua/domain/calendar-change';
import { dayText, minuteText, momentText } from '@motcua/domain/clock-time';
import { dateOf } from '@motcua/domain/time';
import { getCalendarSpec } from '../agencies/store.ts';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { addJob } from '../platform/jobs.ts';
import { Problem } from '../platform/problem.ts';
import { insertDecision, listDecisions, listOpenDossiers } from './calendar-store.ts';
import type {
  CalendarDecided,
  CalendarDecisionBody,
  CalendarEditBody,
  CalendarPreview,
  CalendarView,
} from './schema.ts';

const pageSize = 500;
const mostShown = 100;
/** A week that begins on a Monday without holidays: only its weekdays are read. */
const someWeek = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-07',
  '2026-03-08',
];

/** The head of the centre watches over the counter's promises, the administrator keeps its calendar. */
function mayDecide(caller: Caller): boolean {
  return caller.roles.includes('centre_head') || caller.roles.includes('admin');
}

export async function readCalendar(ctx: Context, caller: Caller): Promise<CalendarView> {
  const now = ctx.clock.now();
  const today = dateOf(now);
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const spec = await getCalendarSpec(tx, caller.agencyId);
    const decisions = await listDecisions(tx, caller.agencyId);
    const plain = compileCalendar({ ...spec, days: [] });
    return {
      version: spec.version,
      week: someWeek.map((date) => ({
        day: dayText(date).split(',')[0] ?? '',
        hours: spansOn(plain, date)
          .map(([from, to]) => `${minuteText(from)} đến ${minuteText(to)}`)
          .join(', '),
      })),
      days: spec.days
        .filter((day) => day.date >= today)
        .map(({ date, kind, name }) => ({ date, dayText: dayText(date, today), kind, name })),
      decisions: decisions.map(({ version, ground, decidedAt, decidedBy, expected, moved, finishedAt }) => ({
        version,
        ground,
        decidedText: `${decidedBy}, ${momentText(decidedAt, today)}`,
        expected,
        moved,
        finished: finishedAt !== null,
      })),
      mayDecide: mayDecide(caller),
    };
  });
}

/** What would move, without writing anything. */
export async function previewCalendar(
  ctx: Context,
  caller: Caller,
  body: CalendarEditBody,
): Promise<CalendarPreview> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const { before, after } = await check(ctx, tx, caller, body);
    return preview(tx, caller.agencyId, before, after);
  });
}

/** One decision: the new calendar is in force with the commit, and the worker moves the dates that hang on it. */
export async function decideCalendar(
  ctx: Context,
  caller: Caller,
  body: CalendarDecisionBody,
  key: string,
): Promise<CalendarDecided> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: body, at: now }, async () => {
      const { before, after } = await check(ctx, tx, caller, body);
      const { moved: expected } = await preview(tx, caller.agencyId, before, after);
      const decision = {
        agencyId: caller.agencyId,
        ground: body.ground,
        decidedBy: caller.officerId,
        expected,
      };
      if (!(await insertDecision(tx, after, decision, now))) throw passed();
      await addJob(
        tx,
        'apply-calendars',
        { tenantId: tx.tenantId },
        { key: `apply-calendars-${tx.tenantId}` },
      );
      return { version: after.version, expected };
    }),
  );
}

async function check(
  ctx: Context,
  tx: Tx,
  caller: Caller,
  body: CalendarEditBody,
): Promise<{ before: CalendarSpec; after: CalendarSpec }> {
  if (!mayDecide(caller))
    throw new Problem(
      'not_allowed',
      'Lịch làm việc do Giám đốc Trung tâm hoặc quản trị đơn vị quyết định. Xin nhờ người có thẩm quyền.',
    );
  const before = await getCalendarSpec(tx, caller.agencyId);
  if (before.version !== body.version) throw passed();
  const why = whyNotEdit(compileCalendar(before), body, dateOf(ctx.clock.now()));
  if (why !== null) throw new Problem('invalid_fields', why, { fields: [{ field: 'days', message: why }] });
  const after = editCalendar(before, body);
  // Hours that are no hours, or a year without a working day, would leave dossiers without a date.
  if (
    !after.days.every(
      (day) => day.kind !== 'half_day' || spansOn(compileCalendar(after), day.date).length > 0,
    )
  )
    throw new Problem('invalid_fields', 'Ngày làm nửa buổi phải rơi vào ngày có giờ làm việc. Xin chọn lại.');
  return { before, after };
}

async function preview(
  tx: Tx,
  agencyId: string,
  before: CalendarSpec,
  after: CalendarSpec,
): Promise<CalendarPreview> {
  const [old, next] = [compileCalendar(before), compileCalendar(after)];
  const rows: CalendarPreview['rows'] = [];
  let seen = 0;
  let last: string | null = null;
  for (;;) {
    const page = await listOpenDossiers(tx, agencyId, last, pageSize);
    for (const { id, state } of page) {
      const moves = movedDue(state, old, next);
      if (moves !== null) rows.push({ id, code: state.code, procedureName: state.procedureName, ...moves });
    }
    seen += page.length;
    last = page.at(-1)?.id ?? null;
    if (last === null) break;
  }
  rows.sort((a, b) => (a.oldDue < b.oldDue ? -1 : 1));
  return { seen, moved: rows.length, rows: rows.slice(0, mostShown) };
}

function passed(): Problem {
  return new Problem(
    'step_has_passed',
    'Lịch vừa được người khác thay đổi. Nội dung Anh/Chị đã nhập còn nguyên; xin xem lại lịch rồi làm tiếp.',
  );
}
