// Views of a dossier that tests start from: one in process, and the pieces that change it.

import type { StatusView } from './status-view.ts';

// Tuesday, 24 November 2026, ten in the morning.
export const now = '2026-11-24T10:00:00+07:00';

export const view: StatusView = {
  code: '000.00.27.H53-261120-0007',
  procedureName: 'Đăng ký khai sinh',
  officeName: 'Trung tâm Phục vụ hành chính công phường Kiến Tường',
  status: 'in_process',
  outcome: null,
  step: {
    name: 'Thẩm định',
    unitName: 'Bộ phận Tư pháp',
    officer: 'bà Lê Thị Hoa',
    since: '2026-11-23T09:00:00+07:00',
  },
  submittedAt: '2026-11-20T08:10:00+07:00',
  answerDue: null,
  receivedAt: '2026-11-20T08:15:00+07:00',
  due: '2026-11-25T17:00:00+07:00',
  originalDue: '2026-11-25T17:00:00+07:00',
  remaining: { urgency: 'on_time', workingDaysLeft: 1, usedShare: 0.5, lateWorkingDays: 0 },
  supplement: null,
  payment: null,
  opinions: [],
  extension: null,
  result: null,
  ended: null,
  handedOver: null,
  correction: null,
};

export const finished = (more: Partial<NonNullable<StatusView['result']>> = {}): Partial<StatusView> => ({
  status: 'resolved',
  outcome: 'granted',
  step: {
    name: 'Trả kết quả',
    unitName: 'Bộ phận Một cửa',
    officer: null,
    since: '2026-11-24T09:30:00+07:00',
  },
  result: {
    finishedAt: '2026-11-24T09:30:00+07:00',
    timeliness: 'early',
    workingDaysEarly: 2,
    reasons: [],
    number: null,
    delivery: 'counter',
    pickUp: { place: 'Quầy 3', from: '2026-11-24T13:30:00+07:00' },
    ...more,
  },
});

export const twoItems: NonNullable<StatusView['supplement']> = {
  answerBy: '2026-12-11T17:00:00+07:00',
  mode: 'reset',
  items: [
    { target: { kind: 'paper', paperId: 'p1' }, label: 'Giấy chứng sinh', reason: 'Ảnh bị mờ, chụp lại.' },
    { target: { kind: 'paper', paperId: 'p2' }, label: 'Tờ khai', reason: 'Thiếu nơi sinh' },
  ],
};

export const paused = {
  urgency: 'paused',
  workingDaysLeft: null,
  usedShare: 0.3,
  lateWorkingDays: 0,
} as const;
export const late = { urgency: 'late', workingDaysLeft: -2, usedShare: 1.4, lateWorkingDays: 2 } as const;
