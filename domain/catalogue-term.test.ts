// Terms as catalogues write them: what each means, and which of them a person must look at.

import { describe, expect, it } from 'vitest';
import { readTerm } from './catalogue-term.ts';

const afterThree =
  'nếu tiếp nhận hồ sơ sau 15 giờ thì có Phiếu hẹn, trả kết quả cho người yêu cầu trong ngày làm việc tiếp theo';

describe('a term said plainly', () => {
  it.each([
    ['03 ngày làm việc', { unit: 'working_day', value: 3 }],
    ['5 Ngày làm việc', { unit: 'working_day', value: 5 }],
    ['Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ', { unit: 'working_day', value: 10 }],
    ['15 Ngày', { unit: 'calendar_day', value: 15 }],
    ['08 giờ làm việc', { unit: 'working_hour', value: 8 }],
    ['4 Giờ', { unit: 'working_hour', value: 4 }],
    ['01 tháng', { unit: 'month', value: 1 }],
    ['02 năm', { unit: 'month', value: 24 }],
    ['Không quy định', { unit: 'none' }],
    ['Không phải trả kết quả cho người nộp thuế', { unit: 'none' }],
    ['Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo', { unit: 'same_day', cutoff: '15:00' }],
    ['Trong ngày làm việc, sau 16 giờ 30 thì hôm sau', { unit: 'same_day', cutoff: '16:30' }],
    ['3 NGÀY LÀM VIỆC'.normalize('NFD'), { unit: 'working_day', value: 3 }],
  ])('%s', (text, term) => {
    expect(readTerm(text)).toEqual({ term, doubts: [] });
  });
});

describe('a term that is doubtful', () => {
  it.each([
    ['3', '', { unit: 'none' }, /"3" không có đơn vị/],
    ['10', afterThree, { unit: 'none' }, /"10" không có đơn vị/],
    ['1', afterThree, { unit: 'same_day', cutoff: '15:00' }, /không có đơn vị; trình tự/],
    ['', afterThree, { unit: 'same_day', cutoff: '15:00' }, /để trống; trình tự/],
    ['3 Ngày làm việc', afterThree, { unit: 'working_day', value: 3 }, /nhưng trình tự nói trả trong ngày/],
    [null, '', { unit: 'none' }, /để trống/],
    ['Trong ngày làm việc', '', { unit: 'same_day', cutoff: '15:00' }, /không nói mốc giờ/],
    ['24 Giờ', '', { unit: 'calendar_day', value: 1 }, /1 ngày liên tục/],
    ['28 Giờ', '', { unit: 'calendar_day', value: 1 }, /cần xác nhận/],
    ['1.5 Ngày làm việc', '', { unit: 'working_hour', value: 12 }, /12 giờ làm việc/],
    ['0.5 Giờ', '', { unit: 'working_hour', value: 1 }, /làm tròn/],
    ['0 Giờ', '', { unit: 'none' }, /không có thời hạn/],
    ['10-25', '', { unit: 'none' }, /chưa đọc được/],
    ['10 đến 25 ngày', '', { unit: 'none' }, /chưa đọc được/],
    ['140,000', '', { unit: 'none' }, /không có đơn vị/],
    ['9999 ngày làm việc', '', { unit: 'none' }, /chưa đọc được/],
    ['Chậm nhất là ngay trước khi tàu rời cảng', '', { unit: 'none' }, /chưa đọc được/],
    ['03 ngày làm việc; cần xác minh 08 ngày làm việc', '', { unit: 'working_day', value: 3 }, /2 thời hạn/],
  ])('%s', (text, context, term, doubt) => {
    const reading = readTerm(text, context);
    expect(reading.term).toEqual(term);
    expect(reading.doubts).toEqual([expect.stringMatching(doubt)]);
  });

  it('is not taken from the rule about an answer letter', () => {
    const letter =
      'Trường hợp tiếp nhận sau 16 giờ thì văn bản trả lời được gửi trong ngày làm việc tiếp theo.';
    expect(readTerm('20 Ngày làm việc', letter)).toEqual({
      term: { unit: 'working_day', value: 20 },
      doubts: [],
    });
  });
});
