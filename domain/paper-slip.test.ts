// The control slip: one line for each hand-over, with who gave, who took, and how the time at the step was used.

import { expect, test } from 'vitest';
import { accepted, acted, afterwards, anAction, calendar, type Story, staff } from './dossier-story.ts';
import { issuedAs, person } from './paper.fixture.ts';
import { controlSlip } from './paper-slip.ts';

const unitNames = { 'mot-cua': 'Bộ phận Một cửa', 'tu-phap': 'Tư pháp', 'lanh-dao': 'Lãnh đạo' };
const officerNames = {
  clerk_in: 'Nhung',
  specialist: 'Hoa',
  approver: 'Dũng',
  registry: 'Lan',
  clerk_out: 'Yến',
};

function slipOf({ dossier, history }: Story) {
  const sheet = controlSlip({ history, dossier, as: issuedAs, person, unitNames, officerNames }, calendar);
  const rows = sheet.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return { sheet, rows };
}

test('from the citizen to the counter, through the house and back', () => {
  const story = afterwards(accepted(), 'pass_on', 'claim', 'pass_on', 'approve', 'finish', 'hand_over');
  const { sheet, rows } = slipOf(story);
  expect(sheet.title).toEqual(['PHIẾU KIỂM SOÁT', 'QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ']);
  expect(rows.map(([first]) => first)).toEqual([
    '1. Giao: Người nộp hồ sơ\n2. Nhận: Bộ phận Một cửa (Tiếp nhận)',
    '1. Giao: Bộ phận Một cửa (Tiếp nhận)\n2. Nhận: Tư pháp (Thẩm định)',
    '1. Giao: Tư pháp (Thẩm định)\n2. Nhận: Lãnh đạo (Ký duyệt)',
    '1. Giao: Lãnh đạo (Ký duyệt)\n2. Nhận: van-phong (Phát hành)',
    '1. Giao: van-phong (Phát hành)\n2. Nhận: Bộ phận Một cửa (Trả kết quả)',
  ]);
  expect(rows[1]).toMatchObject([
    expect.anything(),
    '09 giờ 00 phút, ngày 23 tháng 11 năm 2026\nNgười giao: Nhung\nNgười nhận: Hoa',
    'Trước hạn',
    'Dùng 30 phút trong 1 giờ làm việc.',
  ]);
  expect(rows.at(-1)?.[1]).toContain('Người nhận: Yến');
  expect(rows.at(-1)?.[3]).toContain('Phát hành kết quả số 12/2026/HT');
});

test('exactly the budget is on time, more is late, and waiting for the citizen is nobody’s', () => {
  const at = (moment: string) => ({ at: moment });
  const exact = acted(accepted(), staff.clerk_in, anAction('pass_on'), at('2026-11-23T09:30:00+07:00'));
  expect(slipOf(exact).rows[1]?.[2]).toBe('Đúng hạn');
  const late = acted(accepted(), staff.clerk_in, anAction('pass_on'), at('2026-11-23T09:31:00+07:00'));
  expect(slipOf(late).rows[1]?.[2]).toBe('Quá hạn');
  const asked = acted(
    accepted(),
    staff.clerk_in,
    anAction('request_supplement'),
    at('2026-11-23T09:00:00+07:00'),
  );
  const back = acted(asked, staff.clerk_in, anAction('take_supplement'), at('2026-11-27T09:00:00+07:00'));
  const gone = acted(back, staff.clerk_in, anAction('pass_on'), at('2026-11-27T09:15:00+07:00'));
  expect(slipOf(gone).rows[1]).toMatchObject(
    [{}, {}, 'Trước hạn', 'Dùng 45 phút trong 1 giờ làm việc.'].map((part) =>
      typeof part === 'string' ? part : expect.anything(),
    ),
  );
});

test('handed back and refused: the note says so', () => {
  const returned = afterwards(accepted(), 'pass_on', 'return_to_step');
  expect(slipOf(returned).rows.at(-1)?.[3]).toContain('Trả lại bước trước: Theo kết quả kiểm tra hồ sơ.');
  const refused = afterwards(accepted(), 'pass_on', 'pass_on', 'refuse');
  expect(slipOf(refused).rows.at(-1)?.[3]).toContain('Từ chối giải quyết');
});
