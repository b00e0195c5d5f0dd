// motcua due as an operator types it: the law's terms, the explanation, and what is said to wrong words.

import { expect, test } from 'vitest';
import { runMotcua } from '../../test/run-motcua.ts';

const received = ['--received', '2026-02-13T16:30'];

test('working days over Tết: the due date and every day that does not count', async () => {
  const { code, out, err } = await runMotcua(['due', ...received, '--term', '5d']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Hẹn trả: 17 giờ 00 phút, ngày 27 tháng 02 năm 2026 (2026-02-27T17:00:00+07:00)');
  expect(out).toContain('Thứ Ba, 17/2: không tính, Tết Nguyên đán');
  expect(out.match(/ngày làm việc thứ/g)).toHaveLength(5);
});

test('working hours, calendar days and months, for programs', async () => {
  const ask = async (term: string) => {
    const { code, out } = await runMotcua(['due', ...received, '--term', term, '--json']);
    expect(code).toBe(0);
    return (JSON.parse(out) as { due: string }).due;
  };
  expect(await Promise.all(['8h', '3c', '2m'].map(ask))).toEqual([
    // Half an hour is left on the Friday before Tết, the rest falls on the Monday after it.
    '2026-02-23T17:00:00+07:00',
    // The third day is the first of Tết: the next working day.
    '2026-02-23T17:00:00+07:00',
    '2026-04-14T17:00:00+07:00',
  ]);
});

test('a due date beyond the known holidays says so', async () => {
  const { out } = await runMotcua(['due', '--received', '2027-12-20', '--term', '30d']);
  expect(out).toContain('Lịch chưa có ngày nghỉ lễ sau năm 2027');
});

test.each([
  [['--received', '2026-02-30T10:00', '--term', '5d'], '--received 2026-02-30T10:00 chưa đúng'],
  [['--received', '2009-02-13', '--term', '5d'], '2009 nằm ngoài'],
  [[...received, '--term', '3'], '--term 3 chưa đúng'],
])('%j is one sentence and exit code 2', async (words, sentence) => {
  const { code, out, err } = await runMotcua(['due', ...words]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\n]+\n$/);
  expect(err).toContain(sentence);
});
