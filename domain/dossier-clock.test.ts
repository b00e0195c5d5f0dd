// The clock of a dossier in the short words of a list, for every situation it can be in.

import { expect, it } from 'vitest';
import { readClock } from './dossier-clock.ts';
import { accepted, afterwards, calendar, filed, monday, type Story } from './dossier-story.ts';
import { plusMinutes } from './time.ts';

const atWork = afterwards(accepted(), 'pass_on');
const resolved = afterwards(atWork, 'pass_on', 'approve', 'finish');
const never: Story['dossier']['term'] = { unit: 'none' };

// Due on Tuesday, 1 December: the 24th of November is a holiday.
it.each<[string, Story, string, string, string]>([
  ['filed online', filed(), monday, 'not_received', 'chưa tiếp nhận'],
  [
    'asked before reception',
    afterwards(filed(), 'request_supplement'),
    monday,
    'not_received',
    'chờ công dân từ thứ Hai, 23/11',
  ],
  ['refused at intake', afterwards(filed(), 'refuse_at_intake'), monday, 'ended', 'không được tiếp nhận'],
  [
    'withdrawn before reception',
    afterwards(filed(), 'withdraw'),
    monday,
    'ended',
    'công dân yêu cầu rút hồ sơ',
  ],
  ['just received', accepted(), monday, 'on_time', 'còn 5 ngày làm việc'],
  [
    'a day left, and no step behind its plan',
    atWork,
    '2026-11-30T16:00:00+07:00',
    'on_time',
    'còn 1 ngày làm việc',
  ],
  ['due today', atWork, '2026-12-01T10:00:00+07:00', 'at_risk', 'hẹn trả hôm nay'],
  ['late', atWork, '2026-12-03T10:00:00+07:00', 'late', 'trễ 2 ngày làm việc'],
  [
    'waiting for papers',
    afterwards(atWork, 'request_supplement'),
    monday,
    'paused',
    'chờ công dân từ thứ Hai, 23/11',
  ],
  [
    'waiting for money',
    afterwards(atWork, 'request_payment'),
    monday,
    'paused',
    'chờ công dân từ thứ Hai, 23/11',
  ],
  [
    'a fee at the counter waits for nobody',
    afterwards(accepted({ fee: 8_000 }), 'pass_on'),
    monday,
    'on_time',
    'còn 5 ngày làm việc',
  ],
  ['finished early', resolved, monday, 'ended', 'xong sớm'],
  ['stopped', afterwards(atWork, 'stop'), monday, 'ended', 'dừng xử lý'],
  ['without a term', accepted({ term: never }), monday, 'no_term', 'không có hạn'],
])('%s', (_, { dossier }, now, urgency, timeText) => {
  expect(readClock(dossier, calendar, plusMinutes(now, 0))).toMatchObject({ urgency, timeText });
});

it('on the Saturday after a Friday it was due, no working day is lost yet', () => {
  const friday = accepted({ at: '2026-11-26T08:00:00+07:00', term: { unit: 'working_day', value: 1 } });
  expect(readClock(friday.dossier, calendar, '2026-11-28T09:00:00+07:00')).toMatchObject({
    urgency: 'late',
    timeText: 'vừa quá hẹn',
  });
});

it('what is finished on the due day, at any hour, is in time; the day after it is late', () => {
  const finishedAt = (at: string) => {
    const approved = afterwards(atWork, 'pass_on', 'approve');
    const story = afterwards({ ...approved, at: plusMinutes(at, -30) }, 'finish');
    return readClock(story.dossier, calendar, story.at).timeText;
  };
  expect(finishedAt('2026-12-01T19:00:00+07:00')).toBe('xong đúng hạn');
  expect(finishedAt('2026-12-02T08:00:00+07:00')).toBe('xong trễ hạn');
});
