// The explanation of a due date, read as a citizen reads it.

import { describe, expect, it } from 'vitest';
import { compileCalendar } from './calendar.ts';
import { type DeadlineInput, previewDue } from './deadline.ts';
import { explainDeadline } from './deadline-trace.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import type { Term } from './term.ts';
import { dateOf, dayNumber, type Instant, weekdayOf } from './time.ts';

const cal = compileCalendar(officialCalendarSpec);
const at = (date: string, clock = '09:00') => `${date}T${clock}:00+07:00`;
const given = (receivedAt: Instant, term: Term, more: Partial<DeadlineInput> = {}): DeadlineInput => ({
  receivedAt,
  term,
  pauses: [],
  extensions: [],
  ...more,
});
const tell = (input: DeadlineInput, now?: Instant) =>
  explainDeadline(cal, input, now).map((line) => line.text);
const pause = { from: at('2026-11-05'), to: at('2026-11-11'), reason: 'supplement', mode: 'pause' } as const;

describe('the explanation', () => {
  it('names every day, counted or not, and how it stands today', () => {
    const input = given(at('2026-11-20', '10:00'), { unit: 'working_day', value: 3 });
    expect(tell(input, at('2026-11-24'))).toEqual([
      'Thứ Sáu, 20/11: nhận đủ hồ sơ lúc 10 giờ; ngày nhận không tính',
      'Thứ Bảy, 21/11: không tính, ngày nghỉ cuối tuần',
      'Chủ nhật, 22/11: không tính, ngày nghỉ cuối tuần',
      'Thứ Hai, 23/11: ngày làm việc thứ 1',
      'Thứ Ba, 24/11: không tính, Ngày Văn hóa Việt Nam',
      'Thứ Tư, 25/11: ngày làm việc thứ 2',
      'Thứ Năm, 26/11: ngày làm việc thứ 3',
      'Hẹn trả: trước 17 giờ thứ Năm, 26/11',
      'Hôm nay, thứ Ba, 24/11: còn 2 ngày làm việc',
    ]);
    expect(tell(input, at('2026-11-26')).at(-1)).toBe('Hôm nay, thứ Năm, 26/11: là ngày hẹn trả');
    expect(tell(input, at('2026-11-30')).at(-1)).toBe('Hôm nay, thứ Hai, 30/11: đã quá hạn 2 ngày làm việc');
  });

  it('tells hours to the minute', () => {
    expect(tell(given(at('2026-11-20', '11:45'), { unit: 'working_hour', value: 4 }))).toEqual([
      'Thứ Sáu, 20/11: nhận đủ hồ sơ lúc 11 giờ 45, trong giờ nghỉ trưa',
      'Thứ Sáu, 20/11: tính 3 giờ 30 phút',
      'Thứ Bảy, 21/11: không tính, ngày nghỉ cuối tuần',
      'Chủ nhật, 22/11: không tính, ngày nghỉ cuối tuần',
      'Thứ Hai, 23/11: tính 30 phút, tổng cộng 4 giờ',
      'Hẹn trả: trước 8 giờ thứ Hai, 23/11',
    ]);
  });

  it('tells a cut-off missed', () => {
    expect(tell(given(at('2026-11-23', '15:01'), { unit: 'same_day', cutoff: '15:00' }))).toEqual([
      'Thứ Hai, 23/11: nhận đủ hồ sơ lúc 15 giờ 01, sau 15 giờ',
      'Thứ Ba, 24/11: không tính, Ngày Văn hóa Việt Nam',
      'Thứ Tư, 25/11: trả kết quả trong ngày làm việc này',
      'Hẹn trả: trước 17 giờ thứ Tư, 25/11',
    ]);
  });

  it('tells why a last day that is off moves', () => {
    const lines = tell(given(at('2026-11-09'), { unit: 'calendar_day', value: 15 }));
    expect(lines.slice(-3)).toEqual([
      'Thứ Ba, 24/11: ngày thứ 15, Ngày Văn hóa Việt Nam, chuyển sang ngày làm việc tiếp theo',
      'Thứ Tư, 25/11: ngày làm việc tiếp theo',
      'Hẹn trả: trước 17 giờ thứ Tư, 25/11',
    ]);
  });

  it('tells a pause as time added at the end, after an extension counted from the old date', () => {
    const extension = {
      at: at('2026-11-12'),
      term: { unit: 'working_day', value: 2 },
      reason: 'chờ ý kiến',
    } as const;
    const lines = tell(
      given(
        at('2026-11-02'),
        { unit: 'working_day', value: 10 },
        { pauses: [pause], extensions: [extension] },
      ),
    );
    expect(lines).toContain('Gia hạn thêm 02 ngày làm việc, tính từ 17 giờ thứ Hai, 16/11: chờ ý kiến');
    expect(lines).toContain(
      'Tạm dừng từ 9 giờ thứ Năm, 5/11 đến 9 giờ thứ Tư, 11/11, chờ Anh/Chị bổ sung hồ sơ: ' +
        '04 ngày làm việc (30 giờ làm việc) không tính, cộng vào sau',
    );
    expect(lines).toContain('Thứ Ba, 24/11: không tính, Ngày Văn hóa Việt Nam');
    expect(lines.slice(-2)).toEqual([
      'Thứ Tư, 25/11: cộng bù 7 giờ 30 phút, tổng cộng 30 giờ',
      'Hẹn trả: trước 17 giờ thứ Tư, 25/11',
    ]);
  });

  it('tells a restart, open or done', () => {
    const ten: Term = { unit: 'working_day', value: 10 };
    const done = tell(given(at('2026-11-02'), ten, { pauses: [{ ...pause, mode: 'reset' }] }));
    expect(done[1]).toBe('Thứ Năm, 5/11: yêu cầu bổ sung hồ sơ lúc 9 giờ; thời hạn dừng');
    expect(done[2]).toBe('Thứ Tư, 11/11: nhận đủ giấy tờ bổ sung lúc 9 giờ; thời hạn tính lại từ đầu');
    expect(done[3]).toBe('Thứ Năm, 12/11: ngày làm việc thứ 1');
    const open = tell(given(at('2026-11-02'), ten, { pauses: [{ ...pause, to: null, mode: 'reset' }] }));
    expect(open.at(-1)).toBe(
      'Thời hạn đang dừng và được tính lại từ đầu; ngày hẹn mới có khi Anh/Chị hoàn thành',
    );
  });

  it('says when a pause came too late, and when there is no term', () => {
    const late = tell(given(at('2026-11-02'), { unit: 'working_day', value: 2 }, { pauses: [pause] }));
    expect(late.at(-2)).toContain('bắt đầu sau ngày hẹn nên không đổi ngày hẹn');
    expect(tell(given(at('2026-11-02'), { unit: 'none' }))).toEqual([
      'Thứ Hai, 2/11: nhận đủ hồ sơ lúc 9 giờ',
      'Thủ tục này không quy định thời hạn nên không có ngày hẹn',
    ]);
  });

  it('writes the year of a day in another year', () => {
    const lines = tell(given(at('2025-12-31'), { unit: 'working_day', value: 2 }));
    expect(lines[1]).toBe('Thứ Năm, 1/1/2026: không tính, Tết Dương lịch');
  });

  it.each<[string, Term]>([
    ['2026-01-09', { unit: 'working_day', value: 90 }],
    ['2025-12-01', { unit: 'working_day', value: 200 }],
    ['2026-01-09', { unit: 'working_hour', value: 600 }],
  ])('folds a long term from %s, and still names each holiday', (received, term) => {
    const lines = explainDeadline(cal, given(at(received), term));
    expect(lines.length).toBeLessThanOrEqual(40);
    const text = lines.map((line) => line.text).join('\n');
    const end = dateOf(previewDue(cal, at(received), term) ?? '');
    for (const day of officialCalendarSpec.days) {
      const weekday = weekdayOf(dayNumber(day.date)) < 6;
      if (weekday && day.kind !== 'swap_work' && day.date > received && day.date < end)
        expect(text).toContain(day.name);
    }
    expect(text).toContain('thứ Hai, 16/2');
  });
});
