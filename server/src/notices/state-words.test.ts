// Every state a notice can be in has its sentence.

import { expect, it } from 'vitest';
import { noticeStateText } from './state-words.ts';

const now = '2026-12-07T08:00:00+07:00';
const notice = {
  state: 'sent',
  stateReason: null,
  resent: 0,
  road: 'chat',
  dueAt: null,
  toldHow: null,
  together: 0,
  at: now,
} as const;
const said = (more: Partial<Parameters<typeof noticeStateText>[0]>) =>
  noticeStateText({ ...notice, ...more }, now);

it('of a message', () => {
  const states = [
    'planned',
    'sending',
    'sent',
    'received',
    'seen',
    'failed',
    'unknown',
    'cancelled',
    'superseded',
  ];
  for (const state of states) expect(said({ state }), state).toMatch(/^[A-ZĐ][^_]+$/);
  expect(said({ state: 'planned', dueAt: '2026-12-08T07:00:00+07:00' })).toBe(
    'Chờ gửi lúc 7 giờ thứ Ba, 8/12',
  );
  expect(said({ state: 'planned', dueAt: now })).toBe('Đang chờ gửi');
  expect(said({ together: 2, resent: 1 })).toBe(
    'Đã gửi, chung một tin với 2 hồ sơ khác (đã gửi lại 1 lần vì Zalo không trả lời rõ)',
  );
  const earlier = '2026-12-07T07:45:00+07:00';
  expect(said({ at: earlier })).toBe('Đã gửi, chưa thấy máy nhận');
  expect(said({ at: '2026-12-07T07:45:01+07:00' })).toBe('Đã gửi');
  expect(said({ at: earlier, state: 'received' })).toBe('Đã nhận');
  expect(said({ at: earlier, road: 'sms' })).toBe('Đã gửi (SMS)');
  expect(said({ state: 'failed', stateReason: 'Đã quá 7 ngày.' })).toBe('Không gửi được: Đã quá 7 ngày.');
});
it('of another road', () => {
  expect(said({ road: 'template_phone', state: 'received' })).toBe(
    'Đã nhận (tin mẫu Zalo tới số điện thoại)',
  );
  expect(said({ road: 'sms' })).toBe('Đã gửi (SMS)');
  expect(said({ road: 'paper', state: 'planned', dueAt: null })).toBe(
    'Cán bộ cần báo qua điện thoại hoặc giấy',
  );
  expect(said({ road: 'paper', state: 'told', toldHow: 'điện thoại' })).toBe('Cán bộ đã báo (điện thoại)');
  expect(said({ road: 'paper', state: 'superseded' })).toBe('Đã có tin mới hơn thay');
});
it('of none', () => {
  expect(said({ road: null, state: 'not_needed' })).toMatch(/^Không cần báo riêng/);
  expect(said({ road: null, state: 'no_channel' })).toMatch(/qua điện thoại hoặc giấy$/);
});
