// Every event in words: what the timeline says, and what only colleagues may read.

import { describe, expect, it, test } from 'vitest';
import type { DossierEvent } from './dossier-event.ts';
import { accepted, acted, afterwards, anAction, filed, type Story, staff } from './dossier-story.ts';
import { itemText, wordsOf } from './event-words.ts';
import { lowerFirst, roleLabels } from './wording.ts';

const need = {
  unitName: (code: string) => (code === 'tu-phap' ? 'Bộ phận Tư pháp' : 'Bộ phận khác'),
  officerName: () => 'bà Lê Thị Hoa',
  today: '2026-11-23',
};
const atWork = afterwards(accepted({ fee: 8_000 }), 'pass_on');
const atApproval = afterwards(atWork, 'confirm_payment', 'pass_on');
const resolved = afterwards(atApproval, 'approve', 'finish');
const last = ({ dossier, history }: Story) => wordsOf(history.at(-1)?.event as DossierEvent, dossier, need);

describe('what a citizen may read', () => {
  it.each<[string, Story, string, string[]]>([
    ['filed online', filed(), 'Hồ sơ được nộp trực tuyến', []],
    ['filed at the counter', filed({ by: staff.clerk_in }), 'Hồ sơ được nộp tại quầy', []],
    [
      'accepted',
      accepted({ fee: 8_000 }),
      'Tiếp nhận hồ sơ, cấp mã 000.00.27.H53-261123-0001',
      ['Phí, lệ phí: 8.000 đồng'],
    ],
    ['passed on', atWork, 'Chuyển sang bước Thẩm định, Bộ phận Tư pháp', []],
    [
      'asked for papers',
      afterwards(atWork, 'request_supplement'),
      'Yêu cầu bổ sung trước 17 giờ thứ Ba, 8/12',
      ['Giấy chứng sinh: ảnh bị mờ, chụp lại.'],
    ],
    ['papers taken', afterwards(atWork, 'request_supplement', 'take_supplement'), 'Đã nhận đủ bổ sung', []],
    [
      'asked for money',
      afterwards(atApproval, 'request_payment'),
      'Yêu cầu nộp 50.000 đồng',
      [
        'Lệ phí cấp bản sao',
        'Thời gian giải quyết tạm dừng cho đến khi nộp.',
        'Hạn nộp: đến hết thứ Tư, 23/12',
      ],
    ],
    ['paid', afterwards(atWork, 'confirm_payment'), 'Đã nộp 8.000 đồng', ['Biên lai số BL-01']],
    [
      'extended',
      afterwards(atWork, 'extend'),
      'Xin lỗi và hẹn lại thứ Năm, 3/12',
      ['Lý do: Theo kết quả kiểm tra hồ sơ.', 'Trung tâm xin lỗi.', 'Thời gian thêm: 02 ngày làm việc'],
    ],
    ['signed', afterwards(atApproval, 'approve'), 'Ký duyệt, chuyển sang bước Phát hành', []],
    [
      'refused',
      afterwards(atApproval, 'refuse'),
      'Quyết định từ chối giải quyết',
      ['Không thuộc thẩm quyền của phường.', 'Thiếu giấy chứng sinh.'],
    ],
    ['finished', resolved, 'Đã có kết quả', ['Số: 12/2026/HT']],
    ['handed over', afterwards(resolved, 'hand_over'), 'Trả kết quả tại quầy', ['Người nhận: Trần Thị Ẩn']],
    [
      'reopened',
      afterwards(resolved, 'correct_result'),
      'Mở lại để sửa kết quả',
      ['Theo kết quả kiểm tra hồ sơ.'],
    ],
    ['withdrawn', afterwards(atWork, 'withdraw'), 'Công dân rút hồ sơ', ['Theo kết quả kiểm tra hồ sơ.']],
    ['stopped', afterwards(atWork, 'stop'), 'Dừng giải quyết', ['Theo kết quả kiểm tra hồ sơ.']],
  ])('%s', (_, story, text, lines) => {
    expect(last(story)).toEqual({ text, lines, public: true });
  });

  it('a late request for papers shows the law that allows it', () => {
    const action = { ...anAction('request_supplement'), sectorGround: 'Luật Đất đai, Điều 1' };
    const late = acted(atWork, staff.specialist, action);
    expect(last(late).lines).toContain('Căn cứ: Luật Đất đai, Điều 1');
  });
});

describe('what stays inside', () => {
  it.each<[string, Story, string]>([
    ['claimed', afterwards(atWork, 'claim'), 'bà Lê Thị Hoa nhận xử lý'],
    [
      'assigned',
      acted(atWork, staff.dispatcher, anAction('assign'), { assignee: staff.specialist }),
      'Phân công cho bà Lê Thị Hoa',
    ],
    ['sent back', afterwards(atWork, 'return_to_step'), 'Trả lại bước Tiếp nhận, Bộ phận khác'],
    ['details corrected', afterwards(atApproval, 'correct_details'), 'Sửa thông tin hồ sơ'],
    ['QR renewed', afterwards(resolved, 'renew_link'), 'Cấp lại mã QR; mã in trước đây không còn dùng được'],
  ])('%s', (_, story, text) => {
    expect(last(story)).toMatchObject({ text, public: false });
  });

  it('a note between colleagues is marked as one', () => {
    const noted = acted(atWork, staff.specialist, { type: 'pass_on', note: 'Xem kỹ giấy chứng sinh.' });
    expect(last(noted).lines).toEqual(['Ghi chú nội bộ: Xem kỹ giấy chứng sinh.']);
  });
});

test('an item of a request is its label and its reason', () => {
  const target = { kind: 'paper', paperId: 'p1' } as const;
  expect(itemText({ target, label: 'Tờ khai', reason: 'Thiếu nơi sinh.' })).toBe('Tờ khai: thiếu nơi sinh.');
  expect(itemText({ target, label: 'Ảnh', reason: 'CCCD bị mờ.' })).toBe('Ảnh: CCCD bị mờ.');
});

test('a sentence inside another one begins small, but for abbreviations and figures', () => {
  expect(['Ảnh bị mờ', 'UBND phường', '2 bản sao', 'Đã cũ', ''].map(lowerFirst)).toEqual([
    'ảnh bị mờ',
    'UBND phường',
    '2 bản sao',
    'đã cũ',
    '',
  ]);
});

test('every role has its Vietnamese name', () => {
  for (const label of Object.values(roleLabels)) expect(label).toMatch(/^\p{Lu}.* /u);
});
