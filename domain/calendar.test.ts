// The working calendar: official days as announced, working time to the minute, inheritance, wording.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  slowAddWorkingMinutes,
  slowWorkingDaysBetween,
  slowWorkingMinutesBetween,
} from '../bench/temporal-oracle.ts';
import {
  addWorkingDays,
  addWorkingMinutes,
  type CalendarSpec,
  calendarSpecSchema,
  compileCalendar,
  dayReason,
  inheritCalendar,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  workingMinutesBetween,
} from './calendar.ts';
import { officialCalendarSpec, officialDays } from './official-calendar.ts';
import { dateOfDay, dayNumber, instantAt, weekdayOf } from './time.ts';

const official = compileCalendar(officialCalendarSpec);
const at = (date: string, clock: string) => `${date}T${clock}:00+07:00`;

describe('the official calendars', () => {
  /** Every weekday off, as the offices were told: month-day, `a~b` for a run of weekdays. */
  const weekdaysOff: Record<number, string> = {
    2018: '01-01 02-14~02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31',
    2019: '01-01 02-04~02-08 04-15 04-29 04-30 05-01 09-02',
    2020: '01-01 01-23 01-24 01-27~01-29 04-02 04-30 05-01 09-02',
    2021: '01-01 02-10~02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
    2022: '01-03 01-31~02-04 04-11 05-02 05-03 09-01 09-02',
    2023: '01-02 01-20 01-23~01-26 05-01~05-03 09-01 09-04',
    2024: '01-01 02-08 02-09 02-12~02-14 04-18 04-29 04-30 05-01 09-02 09-03',
    2025: '01-01 01-27~01-31 04-07 04-30 05-01 05-02 09-01 09-02',
    2026: '01-01 01-02 02-16~02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    2027: '01-01 02-04 02-05 02-08~02-10 04-16 04-30 05-03 09-02 09-03 11-24',
  };
  const makeUpDays: Record<number, string> = {
    2019: '01-05 05-04',
    2024: '05-04',
    2025: '04-26',
    2026: '01-10 08-22',
  };

  it.each(Object.keys(weekdaysOff).map(Number))('%i: exactly the announced days', (year) => {
    const off: string[] = [];
    const makeUp: string[] = [];
    for (let day = dayNumber(`${year}-01-01`); day < dayNumber(`${year + 1}-01-01`); day++) {
      const date = dateOfDay(day);
      if (weekdayOf(day) < 6 && !isWorkingDay(official, date)) off.push(date.slice(5));
      if (weekdayOf(day) > 5 && isWorkingDay(official, date)) makeUp.push(date.slice(5));
    }
    const expected = (weekdaysOff[year] ?? '').split(' ').flatMap((run) => {
      const [first = '', last = first] = run.split('~').map((day) => dayNumber(`${year}-${day}`));
      return Array.from({ length: +last - +first + 1 }, (_, i) => dateOfDay(+first + i).slice(5));
    });
    expect(off).toEqual(expected);
    expect(makeUp.join(' ')).toBe(makeUpDays[year] ?? '');
  });

  it('is a valid specification that survives JSON', () => {
    expect(calendarSpecSchema.parse(JSON.parse(JSON.stringify(officialCalendarSpec)))).toEqual(
      officialCalendarSpec,
    );
  });

  it('names the law in force at the time', () => {
    const groundOn = (date: string) => officialDays.find((day) => day.date === date)?.ground;
    expect(groundOn('2019-09-02')).toContain('2012');
    expect(groundOn('2026-04-27')).toBe('Bộ luật Lao động 2019, Điều 111 khoản 3');
    expect(groundOn('2026-11-24')).toBe('Nghị quyết 28/2026/QH16');
    expect(groundOn('2024-04-29')).toBeNull();
  });
});

describe('reasons', () => {
  it.each([
    ['2026-11-23', 'ngày làm việc'],
    ['2026-11-24', 'Ngày Văn hóa Việt Nam'],
    ['2026-11-28', 'ngày nghỉ cuối tuần'],
    ['2026-01-10', 'ngày làm việc, làm bù cho thứ Sáu, 2/1'],
    ['2026-04-27', 'nghỉ bù Giỗ Tổ Hùng Vương'],
  ])('%s: %s', (date, reason) => expect(dayReason(official, date)).toBe(reason));

  it('tells the hours of a half day and the cause of a closure', () => {
    const cal = compileCalendar(
      inheritCalendar(officialCalendarSpec, {
        week: { 3: [] },
        days: [
          { date: '2026-11-27', kind: 'half_day', name: 'họp toàn cơ quan buổi chiều', ground: null },
          { date: '2026-11-26', kind: 'local_closure', name: 'nghỉ tránh bão số 5', ground: 'Công điện 12' },
        ],
      }),
    );
    expect(dayReason(cal, '2026-11-27')).toBe(
      'ngày làm việc, chỉ từ 7 giờ 30 đến 11 giờ 30 (họp toàn cơ quan buổi chiều)',
    );
    expect(dayReason(cal, '2026-11-26')).toBe('nghỉ tránh bão số 5');
    expect(dayReason(cal, '2026-11-25')).toBe('ngày cơ quan không làm việc');
  });
});

describe('inheritance', () => {
  it('lets an agency keep its province’s days and have its own', () => {
    const own = compileCalendar(
      inheritCalendar(officialCalendarSpec, {
        version: 7,
        week: { 6: [[480, 690]] },
        days: [{ date: '2026-11-24', kind: 'swap_work', name: 'trực lễ', ground: null, hours: [[480, 600]] }],
      }),
    );
    expect(own.version).toBe(7);
    expect(isWorkingDay(own, '2026-11-24')).toBe(true);
    expect(workingMinutesBetween(own, at('2026-11-24', '00:00'), at('2026-11-25', '00:00'))).toBe(120);
    expect(isWorkingDay(own, '2026-11-28')).toBe(true);
    expect(isWorkingDay(own, '2026-09-02')).toBe(false);
    expect(isWorkingDay(official, '2026-11-24')).toBe(false);
  });
});

describe('what an administrator may not enter', () => {
  const refuses = (change: object) =>
    expect(calendarSpecSchema.safeParse({ ...officialCalendarSpec, ...change }).success).toBe(false);
  it('overlapping hours', () =>
    refuses({
      week: {
        ...officialCalendarSpec.week,
        1: [
          [450, 700],
          [690, 800],
        ],
      },
    }));
  it('backward hours', () => refuses({ week: { ...officialCalendarSpec.week, 1: [[700, 450]] } }));
  it('a week without work', () => refuses({ week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }));
  it('a day twice', () => refuses({ days: [officialDays[0], officialDays[0]] }));
  it('a day that does not exist', () => refuses({ days: [{ ...officialDays[0], date: '2026-02-30' }] }));
});

describe('boundaries', () => {
  it('ends a sum where the office closes, not where it opens again', () => {
    expect(addWorkingMinutes(official, at('2026-11-20', '16:30'), 30)).toBe(at('2026-11-20', '17:00'));
    expect(addWorkingMinutes(official, at('2026-11-20', '16:30'), 31)).toBe(at('2026-11-23', '07:31'));
    expect(addWorkingMinutes(official, at('2026-11-20', '11:00'), 30)).toBe(at('2026-11-20', '11:30'));
  });
  it('adds nothing when nothing is added', () => {
    expect(addWorkingMinutes(official, '2026-11-21T09:00:30+07:00', 0)).toBe('2026-11-21T09:00:30+07:00');
  });
  it('counts nothing backward in minutes, and days with their sign', () => {
    expect(workingMinutesBetween(official, at('2026-11-23', '10:00'), at('2026-11-20', '10:00'))).toBe(0);
    expect(workingDaysBetween(official, '2026-11-26', '2026-11-20')).toBe(-3);
  });
  it('says so when asked about years it does not cover', () => {
    expect(() => nextWorkingDay(official, '2009-12-31')).toThrow(RangeError);
    expect(() => addWorkingDays(official, '2069-12-01', 60)).toThrow(RangeError);
    expect(() => addWorkingMinutes(official, at('2069-12-31', '16:00'), 61)).toThrow(RangeError);
  });
});

const anySpans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) =>
    Array.from({ length: cuts.length >> 1 }, (_, i) => [cuts[2 * i] ?? 0, cuts[2 * i + 1] ?? 0] as const),
  );
const maybeSpans = fc.oneof(anySpans, fc.constant([]));
/** Any week with a working Wednesday, and any special days around the time the properties look at. */
const anySpec: fc.Arbitrary<CalendarSpec> = fc.record({
  version: fc.constant(1),
  week: fc.record({
    1: maybeSpans,
    2: maybeSpans,
    3: anySpans,
    4: maybeSpans,
    5: maybeSpans,
    6: maybeSpans,
    7: maybeSpans,
  }),
  days: fc.uniqueArray(
    fc.record(
      {
        date: fc.integer({ min: dayNumber('2026-04-20'), max: dayNumber('2026-05-10') }).map(dateOfDay),
        kind: fc.constantFrom('holiday', 'swap_work', 'half_day', 'local_closure'),
        name: fc.constant('ngày riêng'),
        ground: fc.constant(null),
        hours: anySpans,
      },
      { requiredKeys: ['date', 'kind', 'name', 'ground'] },
    ),
    { selector: (day) => day.date, maxLength: 6 },
  ),
});
const anyMoment = fc
  .tuple(
    fc.integer({ min: dayNumber('2026-04-22'), max: dayNumber('2026-05-04') }),
    fc.integer({ min: 0, max: 1439 }),
  )
  .map(([day, minute]) => instantAt(dateOfDay(day), minute));

describe('against the slow oracle', () => {
  it('counts the same working minutes and days', () => {
    fc.assert(
      fc.property(anySpec, anyMoment, fc.integer({ min: 0, max: 4000 }), (spec, from, length) => {
        const cal = compileCalendar(spec);
        const to = instantAt(from.slice(0, 10), +from.slice(11, 13) * 60 + +from.slice(14, 16) + length);
        expect(workingMinutesBetween(cal, from, to)).toBe(slowWorkingMinutesBetween(spec, from, to));
        const [after, through] = [from.slice(0, 10), to.slice(0, 10)];
        expect(workingDaysBetween(cal, after, through)).toBe(slowWorkingDaysBetween(spec, after, through));
      }),
      { numRuns: 60 },
    );
  });

  it('arrives at the same moment', () => {
    fc.assert(
      fc.property(anySpec, anyMoment, fc.integer({ min: 1, max: 600 }), (spec, from, minutes) => {
        fc.pre(spec.week[3].reduce((sum, [start, end]) => sum + end - start, 0) > 60);
        const arrived = addWorkingMinutes(compileCalendar(spec), from, minutes);
        expect(arrived).toBe(slowAddWorkingMinutes(spec, from, minutes));
      }),
      { numRuns: 60 },
    );
  });

  it('adding and measuring undo each other, on any calendar', () => {
    fc.assert(
      fc.property(anySpec, anyMoment, fc.integer({ min: 1, max: 20_000 }), (spec, from, minutes) => {
        const cal = compileCalendar(spec);
        expect(workingMinutesBetween(cal, from, addWorkingMinutes(cal, from, minutes))).toBe(minutes);
      }),
      { numRuns: 100 },
    );
  });
});
