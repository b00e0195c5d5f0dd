// The reply clock of talks: working days, half days, nights; and who may join.

import { describe, expect, it } from 'vitest';
import { compileCalendar } from './calendar.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import { isWorkingMoment, mayJoinTalk, promiseReply, promiseText } from './talk.ts';

const calendar = compileCalendar({
  ...officialCalendarSpec,
  days: [
    ...officialCalendarSpec.days,
    { date: '2026-12-10', kind: 'half_day', name: 'họp dân', ground: null },
  ],
});

describe('the promise of an answer', () => {
  it.each([
    [
      'in the morning, the same hour tomorrow',
      '2026-12-08T10:00:00+07:00',
      '2026-12-08T10:00:00+07:00',
      '2026-12-09T10:00:00+07:00',
    ],
    [
      'at lunch, from the afternoon on',
      '2026-12-08T12:00:00+07:00',
      '2026-12-08T13:30:00+07:00',
      '2026-12-09T13:30:00+07:00',
    ],
    [
      'in the evening, from the next morning on',
      '2026-12-08T20:15:07+07:00',
      '2026-12-09T07:30:00+07:00',
      '2026-12-10T07:30:00+07:00',
    ],
    [
      'on Saturday, from Monday on',
      '2026-12-12T09:00:00+07:00',
      '2026-12-14T07:30:00+07:00',
      '2026-12-15T07:30:00+07:00',
    ],
    [
      'on Friday, Monday',
      '2026-12-11T16:00:00+07:00',
      '2026-12-11T16:00:00+07:00',
      '2026-12-14T16:00:00+07:00',
    ],
    [
      'before a half day, when it ends',
      '2026-12-09T16:00:00+07:00',
      '2026-12-09T16:00:00+07:00',
      '2026-12-10T11:30:00+07:00',
    ],
  ])('%s', (_name, at, from, by) => {
    expect(promiseReply(calendar, at)).toEqual({ from, by });
    expect(isWorkingMoment(calendar, at)).toBe(at === from);
  });

  it('is told with its day', () => {
    const at = '2026-12-11T16:00:00+07:00';
    expect(promiseText(promiseReply(calendar, at), at)).toBe(
      'Cán bộ trả lời tại đây trước 16 giờ thứ Hai, 14/12.',
    );
  });
});

describe('who joins', () => {
  const officer = { agencyId: 'a', unit: 'tu-phap', roles: ['specialist'] };
  const general = { agencyId: 'a', unit: null, dossierId: null, takesPart: false };
  it('the general inbox: the counter, and the unit it was passed to', () => {
    expect(mayJoinTalk(general, officer)).toBe(false);
    expect(mayJoinTalk({ ...general, unit: 'tu-phap' }, officer)).toBe(true);
    expect(mayJoinTalk(general, { ...officer, roles: ['clerk_in'] })).toBe(true);
    expect(mayJoinTalk(general, { ...officer, agencyId: 'b', roles: ['clerk_in'] })).toBe(false);
  });
  it('a talk of a dossier: whoever may read the dossier', () => {
    expect(mayJoinTalk({ ...general, dossierId: 'd', takesPart: true }, officer)).toBe(true);
    expect(mayJoinTalk({ ...general, dossierId: 'd', unit: 'tu-phap' }, officer)).toBe(false);
  });
});
