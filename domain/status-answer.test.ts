// The sentences citizens read, one for every status and situation, in the tone that is set.

import { describe, expect, it } from 'vitest';
import type { DossierStatus } from './dossier.ts';
import { statuses } from './status.ts';
import { mustDoText, statusLine, statusSentence } from './status-answer.ts';
import { noticeText } from './status-notice.ts';
import { finished, late, now, paused, twoItems, view } from './status-view.fixture.ts';
import type { StatusView } from './status-view.ts';

describe('the answers that set the tone', () => {
  it('1: in process', () => {
    expect(statusSentence(view, now)).toBe(
      'Hồ sơ 000.00.27.H53-261120-0007 (Đăng ký khai sinh): đang ở bước Thẩm định, bà Lê Thị Hoa, Bộ phận Tư pháp ' +
        'giữ từ 9 giờ thứ Hai, 23/11. Hẹn trả trước 17 giờ thứ Tư, 25/11; còn 1 ngày làm việc. Anh/Chị chưa phải làm gì.',
    );
  });
  it('2: a supplement', () => {
    const asked: StatusView = {
      ...view,
      status: 'awaiting_supplement',
      supplement: twoItems,
      due: null,
      remaining: paused,
    };
    expect(statusSentence(asked, now)).toBe(
      'Hồ sơ 000.00.27.H53-261120-0007 (Đăng ký khai sinh) cần Anh/Chị bổ sung 2 giấy tờ: (1) Giấy chứng sinh: ảnh bị ' +
        'mờ, chụp lại; (2) Tờ khai: thiếu nơi sinh. Thời gian giải quyết được tính lại từ khi đủ giấy tờ. Anh/Chị gửi ' +
        'bổ sung qua Zalo hoặc trang tra cứu của Trung tâm, hoặc mang tới Trung tâm Phục vụ hành chính công phường Kiến ' +
        'Tường, trước thứ Sáu, 11/12.',
    );
  });
  it('3: done early', () => {
    expect(statusSentence({ ...view, ...finished() }, now)).toBe(
      'Hồ sơ 000.00.27.H53-261120-0007 (Đăng ký khai sinh) xong sớm 2 ngày làm việc: đã được giải quyết. Anh/Chị nhận ' +
        'kết quả tại Quầy 3 từ 13 giờ 30 hôm nay; mang theo giấy tiếp nhận và giấy tờ tùy thân.',
    );
  });
  it('4: late, with an apology and who answers for it', () => {
    const extension = {
      reason: 'Chờ ý kiến Văn phòng Đăng ký đất đai.',
      responsible: 'bà Lê Thị Hoa',
      newDue: '2026-12-01T17:00:00+07:00',
    };
    expect(noticeText('extended', { ...view, due: extension.newDue, extension }, now)).toBe(
      'Trung tâm xin lỗi Anh/Chị: hồ sơ 000.00.27.H53-261120-0007 (Đăng ký khai sinh) chưa xong đúng hẹn vì chờ ý kiến ' +
        'Văn phòng Đăng ký đất đai. Hẹn lại trước 17 giờ thứ Ba, 1/12. Người chịu trách nhiệm: bà Lê Thị Hoa.',
    );
  });
});

const situations: Record<string, [Partial<StatusView>, string[]]> = {
  'nobody has taken it': [
    { step: { ...view.step!, officer: null } },
    ['chờ Bộ phận Tư pháp nhận từ 9 giờ thứ Hai, 23/11'],
  ],
  'due today': [
    { due: '2026-11-24T17:00:00+07:00', remaining: { ...view.remaining, workingDaysLeft: 0 } },
    ['hôm nay là ngày hẹn'],
  ],
  late: [
    { due: '2026-11-20T17:00:00+07:00', remaining: late },
    ['Trung tâm xin lỗi Anh/Chị', 'quá hẹn 2 ngày làm việc'],
  ],
  'no term': [
    {
      due: null,
      remaining: { urgency: 'no_term', workingDaysLeft: null, usedShare: null, lateWorkingDays: 0 },
    },
    ['không có thời hạn theo luật'],
  ],
  'fee at the counter': [
    { payment: { amount: 8000, reason: 'Lệ phí' } },
    ['Anh/Chị nộp 8.000 đồng (lệ phí)'],
  ],
  'waiting for money': [
    {
      status: 'awaiting_payment',
      due: null,
      remaining: paused,
      payment: { amount: 120_000, reason: 'Thuế' },
    },
    ['đang chờ Anh/Chị nộp tiền', 'tạm dừng', '120.000 đồng'],
  ],
  'filed online': [
    { status: 'submitted', code: null, receivedAt: null, due: null, answerDue: '2026-11-24T15:00:00+07:00' },
    ['Anh/Chị nộp lúc 8 giờ 10 thứ Sáu, 20/11', 'trả lời trước 15 giờ'],
  ],
  'filed online, answered late': [
    { status: 'submitted', code: null, receivedAt: null, due: null, answerDue: '2026-11-23T15:00:00+07:00' },
    ['xin lỗi vì trả lời chậm'],
  ],
  'refused at intake': [
    {
      status: 'refused_at_intake',
      code: null,
      step: null,
      due: null,
      ended: { at: now, reason: 'Không thuộc thẩm quyền.' },
    },
    ['chưa được tiếp nhận', 'Lý do: không thuộc thẩm quyền.', 'nộp lại'],
  ],
  'supplement overdue': [
    {
      status: 'awaiting_supplement',
      due: null,
      supplement: { ...twoItems, answerBy: '2026-11-20T17:00:00+07:00' },
    },
    ['Hạn bổ sung là thứ Sáu, 20/11', 'liên hệ'],
  ],
  'supplement that only pauses': [
    { status: 'awaiting_supplement', due: null, supplement: { ...twoItems, mode: 'pause' } },
    ['tạm dừng, đủ giấy tờ thì tính tiếp'],
  ],
  refused: [
    { ...finished({ reasons: ['Thiếu căn cứ pháp lý.'] }), outcome: 'refused' },
    ['không được giải quyết', 'thiếu căn cứ pháp lý', 'nhận văn bản trả lời'],
  ],
  'finished late': [finished({ timeliness: 'late', workingDaysEarly: 0 }), ['xin lỗi']],
  'finished, by post': [finished({ delivery: 'post', pickUp: null }), ['bưu chính']],
  'finished, online': [finished({ delivery: 'online', pickUp: null }), ['trực tuyến']],
  returned: [
    { ...finished(), status: 'returned', handedOver: { at: now, collector: 'Trần Văn Bé' } },
    ['Kết quả đã được trao lúc 10 giờ hôm nay'],
  ],
  withdrawn: [
    { status: 'withdrawn', step: null, ended: { at: now, reason: 'Đổi ý' } },
    ['đã được rút', 'đổi ý'],
  ],
  stopped: [
    { status: 'stopped', step: null, ended: { at: now, reason: 'Quá hạn bổ sung' } },
    ['đã dừng', 'khiếu nại'],
  ],
  'being corrected': [
    { correction: { reason: 'Sai ngày sinh' } },
    ['kết quả đang được sửa vì sai ngày sinh'],
  ],
  'told again': [
    { extension: { reason: 'Chờ xác minh', responsible: 'UBND', newDue: '2026-11-25T17:00:00+07:00' } },
    ['đã phải hẹn lại; hẹn mới là trước 17 giờ thứ Tư, 25/11'],
  ],
};

describe('every situation is a sentence', () => {
  it.each(Object.entries(situations))('%s', (_, [change, words]) => {
    const text = statusSentence({ ...view, ...change }, now);
    for (const word of words) expect(text).toContain(word);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/\.\.|undefined|null|\bđóng\b|!| {2}|Trần Văn Bé/);
  });
  it('covers all ten statuses', () => {
    const shown = new Set(Object.values(situations).map(([change]) => change.status ?? 'in_process'));
    expect([...shown, 'received'].sort()).toEqual(Object.keys(statuses).sort());
  });
  it.each(Object.keys(statuses) as DossierStatus[])('%s, with as little known as may be', (status) => {
    const bare: StatusView = { ...view, status, step: null, due: null, receivedAt: null };
    for (const text of [statusSentence(bare, now), statusLine(bare, now), mustDoText(bare, now) ?? ''])
      expect(text).not.toMatch(/undefined|null| {2}/);
  });
});

it('says in a line what a list needs', () => {
  expect(statusLine(view, now)).toBe(
    'Đăng ký khai sinh (000.00.27.H53-261120-0007): đang xử lý, còn 1 ngày làm việc',
  );
  expect(statusLine({ ...view, remaining: late }, now)).toContain('quá hẹn 2 ngày làm việc');
  expect(statusLine({ ...view, ...finished() }, now)).toContain('đã được giải quyết');
});
