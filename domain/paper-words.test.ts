// What the papers to a citizen say, in the order of their forms.

import { expect, test } from 'vitest';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  clockRule,
  filed,
  recorded,
  staff,
} from './dossier-story.ts';
import { factsOf, issuedAs, person, sheetOf } from './paper.fixture.ts';
import type { Sheet } from './paper-sheet.ts';
import { citizenSheet } from './paper-words.ts';

/** All words of a sheet's body, as they are read from top to bottom. */
function wordsOf({ blocks }: Sheet): string {
  return blocks
    .map((block) => {
      if (block.kind === 'field') return `${block.label}: ${block.value ?? '…'}`;
      if (block.kind === 'pair') return `${block.left.label}: ${block.left.value ?? '…'}`;
      if (block.kind === 'text' || block.kind === 'to' || block.kind === 'part') return block.text;
      return block.kind === 'list'
        ? block.items.join('\n')
        : block.rows.map((row) => row.join(' | ')).join('\n');
    })
    .join('\n');
}

test('every paper has the national frame: names in capitals, number with its sign, place and date', () => {
  const sheet = sheetOf(afterwards(accepted(), 'request_supplement'));
  expect(sheet).toMatchObject({
    superiorName: 'UBND PHƯỜNG KIẾN TƯỜNG',
    issuerName: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    number: { text: '0007', series: 'HDHS' },
    placeAndDate: 'Kiến Tường, ngày 23 tháng 11 năm 2026',
    title: ['PHIẾU YÊU CẦU BỔ SUNG,', 'HOÀN THIỆN HỒ SƠ'],
    subtitle: 'Mã hồ sơ: 000.00.27.H53-261123-0001',
    source: 'Mẫu số 02, Thông tư số 03/2025/TT-VPCP',
    mark: null,
  });
  expect(sheet.signers).toEqual([
    { who: 'NGƯỜI HƯỚNG DẪN', hint: '(Ký và ghi rõ họ tên)', name: 'Lê Thị Hoa' },
  ]);
});

test('supplement request: all defects with reasons, the last day, what happens to the term', () => {
  const words = wordsOf(sheetOf(afterwards(accepted(), 'request_supplement')));
  expect(words).toContain('Hồ sơ của: Nguyễn Thị Mỹ Huyền');
  expect(words).toContain('1 | Giấy chứng sinh | Ảnh bị mờ, chụp lại.');
  expect(words).toContain('Hoàn thiện hồ sơ trước: 17 giờ 00 phút, ngày 08 tháng 12 năm 2026');
  expect(words).toContain('được tính lại từ đầu');
  const beforehand = wordsOf(sheetOf(acted(filed(), staff.clerk_in, anAction('request_supplement'))));
  expect(beforehand).toContain('bắt đầu tính khi hồ sơ đầy đủ được tiếp nhận');
  const older = accepted({ at: '2025-06-30T08:00:00+07:00' });
  expect(wordsOf(sheetOf(afterwards(older, 'request_supplement')))).toContain('được tính tiếp');
});

test('refusal at the counter: every reason; who stands at the counter signs as well', () => {
  const online = sheetOf(afterwards(filed(), 'refuse_at_intake'));
  expect(wordsOf(online)).toContain('Không thuộc thẩm quyền của phường.\nThiếu giấy chứng sinh.');
  expect(online.subtitle).toBeNull();
  expect(online.signers.map(({ who }) => who)).toEqual(['NGƯỜI TIẾP NHẬN HỒ SƠ']);
  const counter = sheetOf(afterwards(filed({ by: staff.clerk_in }), 'refuse_at_intake'));
  expect(counter.signers.map(({ name }) => name)).toEqual([person.fullName, 'Lê Thị Hoa']);
});

test('apology: the old promise and the new one, once, signed by the head', () => {
  const sheet = sheetOf(afterwards(accepted(), 'pass_on', 'extend'));
  const words = wordsOf(sheet);
  expect(words).toContain('Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026');
  expect(words).toContain('Hẹn trả kết quả lại vào: 17 giờ 00 phút, ngày 03 tháng 12 năm 2026');
  expect(words).toContain('gia hạn thời gian giải quyết thêm 02 ngày làm việc');
  expect(sheet).toMatchObject({ superiorName: 'UBND TỈNH TÂY NINH', issuerName: 'UBND PHƯỜNG KIẾN TƯỜNG' });
  expect(sheet.signers.map(({ who }) => who)).toEqual(['THỦ TRƯỞNG CƠ QUAN']);
  expect(sheet.recipients[0]).toBe('Như trên;');
});

test('notice of stopping: why, where it stood, what becomes of money and papers', () => {
  const paid = afterwards(accepted({ fee: 8_000 }), 'confirm_payment', 'pass_on');
  const words = wordsOf(sheetOf(afterwards(paid, 'stop')));
  expect(words).toContain('Giai đoạn khi dừng: Thẩm định');
  expect(words).toContain('Căn cứ dừng: Hồ sơ không thể tiếp tục giải quyết');
  expect(words).toContain('Phí, lệ phí: Đã nộp 8.000 đồng');
  expect(words).toContain('1 | Giấy chứng sinh | 1 | 0 | ');
  expect(wordsOf(sheetOf(afterwards(accepted({ fee: 8_000 }), 'withdraw')))).toMatch(
    /Căn cứ dừng: Ông\/Bà đề nghị rút hồ sơ[\s\S]*Khoản chưa nộp: 8.000 đồng, Ông\/Bà không phải nộp nữa/,
  );
});

test('a dossier that nobody completed in time is stopped for that', () => {
  const asked = afterwards(accepted(), 'request_supplement');
  const at = '2026-12-09T08:00:00+07:00';
  const stopped = recorded(asked, [{ type: 'dossier_stopped', reason: 'Quá hạn bổ sung.' }], clockRule, at);
  expect(wordsOf(sheetOf(stopped))).toContain(
    'Căn cứ dừng: Quá thời hạn hoàn thiện hồ sơ (ngày 08 tháng 12 năm 2026)',
  );
});

test('refusal to resolve: reasons of the decision, the document that goes with it, the right to complain', () => {
  const sheet = sheetOf(afterwards(accepted(), 'pass_on', 'pass_on', 'refuse', 'finish'));
  const words = wordsOf(sheet);
  expect(words).toContain('(văn bản số 12/2026/HT kèm theo)');
  expect(words).toContain('Thiếu giấy chứng sinh.');
  expect(words).toContain('quyền khiếu nại hoặc khởi kiện');
  expect(sheet.signers).toMatchObject([{ who: 'THỦ TRƯỞNG CƠ QUAN', name: 'Lê Thị Hoa' }]);
});

test('a dossier received under the older circular is told in its words', () => {
  const sheet = sheetOf(afterwards(accepted({ at: '2025-08-04T08:00:00+07:00' }), 'pass_on', 'extend'));
  expect(sheet.title).toEqual(['PHIẾU XIN LỖI VÀ HẸN LẠI', 'NGÀY TRẢ KẾT QUẢ']);
  expect(sheet.source).toBe('Mẫu số 04, Thông tư số 01/2018/TT-VPCP');
});

test('what people typed cannot break a paper, and what is not known stays a gap', () => {
  const story = afterwards(accepted(), 'request_supplement');
  const typed = { ...person, fullName: 'A\u202eB 😀\n#panic()', phone: null };
  const sheet = citizenSheet(
    factsOf(story, { person: typed, number: null, as: { ...issuedAs, phone: null } }),
    calendar,
  );
  expect(wordsOf(sheet)).toContain('Hồ sơ của: AB □ #panic()');
  expect(wordsOf(sheet)).toContain('Số điện thoại: …');
  expect(sheet.number).toEqual({ text: null, series: 'HDHS' });
});
