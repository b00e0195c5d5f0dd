// Who may stand in for whom: no chain, no circle, nobody for themselves, and nobody who may not sign.

import { describe, expect, it } from 'vitest';
import { type AbsenceFacts, whyNotAbsent } from './absence.ts';

const hoa = { id: 'hoa', roles: ['specialist'] } as const;
const tung = { id: 'tung', roles: ['specialist', 'dispatcher'] } as const;
const days = { fromDay: '2026-12-08', untilDay: '2026-12-10' };
const usual: AbsenceFacts = { ...days, officer: hoa, deputy: tung, today: '2026-12-07', nearby: [] };
const nearby = (officerId: string, deputyId: string, fromDay = '2026-12-10', untilDay = '2026-12-12') => [
  { officerId, officerName: 'bà Mai', deputyId, fromDay, untilDay },
];

it('takes an ordinary absence, of one day too', () => {
  expect(whyNotAbsent(usual)).toBeNull();
  expect(whyNotAbsent({ ...usual, fromDay: '2026-12-07', untilDay: '2026-12-07' })).toBeNull();
});

describe('names the field and the remedy', () => {
  const leader = { id: 'long', roles: ['approver'] } as const;
  it.each<[string, Partial<AbsenceFacts>, string, RegExp]>([
    ['days the wrong way round', { untilDay: '2026-12-07' }, 'untilDay', /từ ngày bắt đầu/],
    ['days gone by', { fromDay: '2026-12-01', untilDay: '2026-12-04' }, 'untilDay', /đã qua/],
    ['no day', { fromDay: '2026-02-30' }, 'fromDay', /Chọn ngày/],
    ['half a year and more', { untilDay: '2027-08-01' }, 'untilDay', /sáu tháng/],
    ['oneself', { deputy: hoa }, 'deputyId', /chính mình/],
    ['somebody of another agency', { deputy: undefined }, 'deputyId', /không có vị trí/],
    ['a signature by who may not sign', { officer: leader }, 'deputyId', /Lãnh đạo phê duyệt/],
    ['a deputy who is away: a chain', { nearby: nearby('tung', 'mai') }, 'deputyId', /cũng vắng/],
    ['a deputy of the deputy: a circle', { nearby: nearby('tung', 'hoa') }, 'deputyId', /cũng vắng/],
    ['who stands in for another', { nearby: nearby('mai', 'hoa') }, 'deputyId', /đổi người thay/],
    ['who is away already', { nearby: nearby('hoa', 'mai') }, 'fromDay', /Đã có lịch vắng/],
  ])('%s', (_what, facts, field, message) => {
    expect(whyNotAbsent({ ...usual, ...facts })).toMatchObject({
      field,
      message: expect.stringMatching(message),
    });
  });
});

it('minds only days that touch', () => {
  expect(whyNotAbsent({ ...usual, nearby: nearby('tung', 'mai', '2026-12-11') })).toBeNull();
});
