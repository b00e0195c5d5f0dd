// Finding procedures: what people type, with slips and without accents, and what they hope to get.

import { describe, expect, it } from 'vitest';
import { find } from './find.ts';
import { buildIndex, type FindEntry } from './find-index.ts';
import { askWhich } from './find-which.ts';
import { hostileTexts } from './hostile-texts.fixture.ts';

const entry = (code: string, name: string, more: Partial<FindEntry> = {}): FindEntry => ({
  code,
  name,
  shortName: name.replace(/^Thủ tục /, ''),
  field: 'Hộ tịch',
  levels: ['commune'],
  applicants: ['Công dân Việt Nam'],
  papers: [],
  results: [],
  about: '',
  offered: true,
  ...more,
});

const index = buildIndex([
  entry('1.001193', 'Thủ tục đăng ký khai sinh', { papers: ['Giấy chứng sinh'] }),
  entry('1.004884', 'Thủ tục đăng ký lại khai sinh'),
  entry('2.000528', 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài'),
  entry('1.003583', 'Thủ tục đăng ký khai sinh lưu động'),
  entry('1.000894', 'Thủ tục đăng ký kết hôn'),
  entry('2.000806', 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài'),
  entry('1.000656', 'Thủ tục đăng ký khai tử', { papers: ['Giấy báo tử'] }),
  entry('1.004873', 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân'),
  entry('1.004837', 'Thủ tục đăng ký giám hộ'),
  entry('1.004845', 'Thủ tục đăng ký chấm dứt giám hộ'),
  entry('2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh'),
  entry('2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản', { field: 'Chứng thực' }),
  entry('1.001612', 'Đăng ký thành lập hộ kinh doanh', { field: 'Hộ kinh doanh' }),
  entry('2.000720', 'Chấm dứt hoạt động hộ kinh doanh', { field: 'Hộ kinh doanh' }),
  entry('1.013225', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', { field: 'Xây dựng' }),
  entry('1.004222', 'Đăng ký thường trú', { field: 'Cư trú' }),
  entry('1.004194', 'Đăng ký tạm trú', { field: 'Cư trú' }),
  entry('3.000348', 'Cấp lại giấy phép lái xe', { field: 'Đường bộ', levels: ['province'], offered: false }),
]);

const best = (text: string) => find(index, text)[0]?.code;

describe('finds by what people say', () => {
  it.each([
    ['đăng ký khai sinh', '1.001193'],
    ['dang ky khai sinh', '1.001193'],
    ['khaisinh', '1.001193'],
    ['đăng ký khai snih cho con', '1.001193'],
    ['dawng kys khai sinh', '1.001193'],
    ['gks cho bé mới đẻ cần gì', '1.001193'],
    ['vợ em mới sinh em bé làm giấy gì ạ', '1.001193'],
    ['làm lại giấy khai sinh bị mất', '1.004884'],
    ['khai sinh cho con, chồng là người Hàn Quốc', '2.000528'],
    ['tôi sắp cưới vợ', '1.000894'],
    ['lấy chồng người Đài Loan', '2.000806'],
    ['Ba tôi mất hôm qua, tôi phải đi báo tử ở đâu', '1.000656'],
    ['xin giấy độc thân', '1.004873'],
    ['thôi không làm giám hộ nữa', '1.004845'],
    ['công chứng bằng đại học', '2.000815'],
    ['mở quán cà phê', '1.001612'],
    ['đóng cửa hàng, nghỉ bán luôn', '2.000720'],
    ['xin phép xây nhà', '1.013225'],
    ['gpxd', '1.013225'],
    ['nhập hộ khẩu cho con', '1.004222'],
    ['ở trọ phải khai báo gì', '1.004194'],
    ['mất bằng lái xe', '3.000348'],
    ['thủ tục 1.004873 là gì', '1.004873'],
  ])('%s', (text, code) => {
    expect(best(text)).toBe(code);
  });
});

it('says by what it found', () => {
  expect(find(index, 'tôi sắp cưới')[0]?.why).toContain('meaning');
  expect(find(index, 'đăng ký tạm trú')[0]?.why[0]).toBe('name');
  expect(find(index, 'giấy báo tử')[0]?.why).toContain('papers');
  expect(find(index, '1.001193')[0]?.why).toEqual(['code']);
});

it('leaves out what the caller does not want', () => {
  expect(find(index, 'giấy phép lái xe', { only: ({ offered }) => offered })[0]?.code).not.toBe('3.000348');
});

describe('how sure it is', () => {
  const certainty = (text: string) => askWhich(index, find(index, text));

  it('names the one that was meant', () => {
    expect(certainty('đăng ký kết hôn')).toEqual({ kind: 'sure', code: '1.000894' });
  });
  it('asks one question when several may be meant, each option leading to a procedure', () => {
    const asked = certainty('xin bản sao');
    expect(asked.kind).toBe('ask');
    if (asked.kind !== 'ask') return;
    expect(asked.question.options.map(({ code }) => code).sort()).toEqual(['2.000635', '2.000815']);
  });
  it('is not sure of what nothing here is about', () => {
    expect(certainty('thời tiết ngày mai thế nào')).toEqual({ kind: 'not_sure' });
    expect(certainty('')).toEqual({ kind: 'not_sure' });
  });
});

it('answers whatever is typed', () => {
  const texts = [
    ...hostileTexts(500, 7),
    'khai sinh '.repeat(50_000),
    '('.repeat(9_000),
    '👶'.repeat(3_000),
    'a'.repeat(99_999),
  ];
  for (const text of texts) expect(() => askWhich(index, find(index, text))).not.toThrow();
});
