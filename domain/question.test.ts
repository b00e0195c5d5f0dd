// Questions: who may do what, when an answer has grown old, numbers that are nobody else's business, and finding similar ones.

import { describe, expect, it } from 'vitest';
import { compileCalendar } from './calendar.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import { privateNumbersIn, type QuestionFacts, questionDue, stalenessOf, whyNotAct } from './question.ts';
import { findSimilar } from './question-search.ts';

const question: QuestionFacts = { state: 'drafted', agencyId: 'a', unit: 'tu-phap', draftedBy: 'o1' };
const leader = { officerId: 'o2', agencyId: 'a', unit: 'lanh-dao', roles: ['approver'] };

it('is answered within five working days, holidays not counted', () => {
  const calendar = compileCalendar(officialCalendarSpec);
  expect(questionDue(calendar, '2026-11-20T09:15:00+07:00')).toBe('2026-11-30T17:00:00+07:00');
});

describe('who may do what', () => {
  it('nobody publishes their own answer, nor without being a leader, nor before it is written', () => {
    expect(whyNotAct('publish', question, leader)).toBeNull();
    expect(whyNotAct('publish', { ...question, draftedBy: 'o2' }, leader)).toContain('không tự duyệt');
    expect(whyNotAct('publish', question, { ...leader, roles: ['specialist'] })).toContain('Lãnh đạo');
    expect(whyNotAct('publish', { ...question, state: 'routed' }, leader)).toContain('Chưa có bản soạn');
  });
  it('the unit drafts, also anew what was published', () => {
    const officer = { ...leader, unit: 'tu-phap', roles: ['specialist'] };
    expect(whyNotAct('draft', { ...question, state: 'published' }, officer)).toBeNull();
    expect(whyNotAct('draft', { ...question, state: 'asked', unit: null }, officer)).toContain('chưa chuyển');
    expect(whyNotAct('draft', question, { ...officer, unit: 'kinh-te' })).toContain('Đơn vị được giao');
  });
});

it('an answer grows old on its day, and with a new version of its procedure', () => {
  const answer = { expiresOn: '2026-12-31', procedureCode: '1.001193', procedureVersion: 2 };
  expect(stalenessOf(answer, 2, '2026-12-31')).toBeNull();
  expect(stalenessOf(answer, 2, '2027-01-01')).toBe('expired');
  expect(stalenessOf(answer, 3, '2026-12-01')).toBe('procedure_changed');
  expect(stalenessOf(answer, null, '2026-12-01')).toBe('procedure_changed');
  const free = { ...answer, procedureCode: null, procedureVersion: null };
  expect(stalenessOf(free, null, '2026-12-01')).toBeNull();
});

it('numbers of people are seen, those of laws and procedures are not', () => {
  expect(privateNumbersIn('Chị Lan số 0912 345 678, căn cước 999012345678')).toEqual([
    '0912 345 678',
    '999012345678',
  ]);
  expect(
    privateNumbersIn('Nghị định 123/2015/NĐ-CP, thủ tục 1.001193, lệ phí 8.000 đồng, ngày 01/07/2025'),
  ).toEqual([]);
});

describe('similar questions', () => {
  const birth = { title: 'Làm khai sinh cho con cần giấy tờ gì?', answer: 'Giấy chứng sinh và tờ khai.' };
  const late = { title: 'Khai sinh quá hạn có bị phạt không?', answer: 'Chỉ bị nhắc nhở.' };
  const shop = { title: 'Mở quán ăn nhỏ có phải đăng ký hộ kinh doanh?', answer: 'Có, trừ hàng rong.' };
  const all = [birth, late, shop];
  it.each([
    ['khai sinh tre co bi phat k', late],
    ['lam khai sinh cho con can giay gi', birth],
    ['mo quan an', shop],
  ])('%s', (text, first) => {
    expect(findSimilar(all, text, 3)[0]).toBe(first);
  });
  it('what tells nothing, or is about something else, finds nothing', () => {
    for (const text of ['', 'cho em hỏi', 'thủ tục ly hôn ở toà án'])
      expect(findSimilar(all, text, 3)).toEqual([]);
  });
});
