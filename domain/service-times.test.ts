// Honest times: open dossiers count, small samples say so.

import { expect, it } from 'vitest';
import { type Fate, serviceTimesOf } from './service-times.ts';

const fate = (days: number, count: number, more: Partial<Fate> = {}): Fate => ({
  days,
  count,
  end: 'done',
  late: false,
  ...more,
});

it('says by which day half and nine in ten have their result', () => {
  const times = serviceTimesOf([fate(1, 50), fate(2, 40), fate(9, 10, { late: true })]);
  expect(times).toMatchObject({ medianDays: 1, p90Days: 2, received: 100, open: 0 });
  expect(times.lateShare).toBeCloseTo(0.1);
  expect(times.sentence).toBe(
    'Một nửa số hồ sơ có kết quả trong 1 ngày làm việc; chín phần mười trong 2 ngày làm việc (100 hồ sơ trong một năm qua; kể cả thời gian chờ bổ sung). 10% trễ hẹn, 0% không có kết quả.',
  );
});

it('a pile of old open dossiers cannot hide behind the quick ones', () => {
  const quick = [fate(1, 10)];
  expect(serviceTimesOf(quick).p90Days).toBe(1);
  const withPile = serviceTimesOf([...quick, fate(30, 10, { end: 'open', late: true })]);
  expect(withPile).toMatchObject({ medianDays: 1, p90Days: null, open: 10 });
  expect(withPile.lateShare).toBeCloseTo(0.5);
  expect(withPile.sentence).toContain('chưa biết chín phần mười');
});

it('agrees with Kaplan and Meier where some leave before the end', () => {
  // At risk 12, 10, 6: 11/12 · 9/10 · 3/6.
  const times = serviceTimesOf([
    fate(1, 1),
    fate(1, 1, { end: 'left' }),
    fate(2, 1),
    fate(3, 3, { end: 'open' }),
    fate(4, 3),
    fate(5, 3, { end: 'open' }),
  ]);
  expect(times.medianDays).toBe(4);
  expect(times.p90Days).toBeNull();
});

it('says of few that they are few', () => {
  expect(serviceTimesOf([]).sentence).toMatch(/chưa có hồ sơ nào/);
  expect(serviceTimesOf([fate(1, 9)])).toMatchObject({ medianDays: null, lateShare: null });
  expect(serviceTimesOf([fate(1, 9)]).sentence).toMatch(/mới có 9 hồ sơ .* chưa đủ/);
});
