// Judging rows of a catalogue: what is taken in, what is doubted in which words, and what is refused.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRow, type RowVerdict } from './catalogue-check.ts';
import { columnOfHeader } from './catalogue-columns.ts';
import { shortNameOf } from './catalogue-text.ts';
import { procedureSchema } from './procedure.ts';

const channel = { method: 'in_person', time_text: '3 Ngày làm việc', fees: [], note: null };
const paper = { name: '- Tờ khai;', originals: 1, copies: 0, case: null };
const base = {
  code: '1.001193',
  name: 'Thủ tục đăng ký khai sinh',
  field: 'Hộ tịch',
  levels: ['commune'],
  applicants: ['Công dân Việt Nam'],
  decision: '163/QĐ-BTP',
  channels: [channel],
  documents: [paper],
  results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031' }],
  agency: 'Ủy ban nhân dân cấp xã',
};

function accept(record: Record<string, unknown>): Extract<RowVerdict, { kind: 'accepted' }> {
  const verdict = judgeRow(record);
  if (verdict.kind === 'rejected') throw new Error(verdict.reasons.join(' '));
  return verdict;
}
const doubtsOf = (record: Record<string, unknown>): string[] =>
  accept(record).doubts.map((doubt) => `${doubt.field}: ${doubt.problem}`);

describe('a national record', () => {
  it('without fault becomes a procedure without doubts', () => {
    const { procedure, doubts } = accept(base);
    expect(doubts).toEqual([]);
    expect(procedure).toMatchObject({
      code: '1.001193',
      shortName: 'Đăng ký khai sinh',
      channels: [
        { channel: 'counter', term: { unit: 'working_day', value: 3 }, termText: '3 Ngày làm việc' },
      ],
      papers: [{ id: 'p1', name: 'Tờ khai', originals: 1, required: true, use: 'submit' }],
    });
  });

  it.each([
    [
      'a bare number',
      { channels: [{ ...channel, time_text: '3' }] },
      /Thời hạn \(trực tiếp\): ghi "3" không có đơn vị/,
    ],
    [
      'terms far apart',
      { channels: [channel, { ...channel, method: 'post', time_text: '18 Ngày làm việc' }] },
      /Thời hạn: trực tiếp "3 Ngày làm việc" nhưng bưu chính "18 Ngày làm việc"/,
    ],
    [
      'calendar against working days',
      { channels: [channel, { ...channel, method: 'online', time_text: '3 Ngày' }] },
      /Thời hạn: trực tiếp .* trực tuyến "3 Ngày"/,
    ],
    ['two rows of a channel', { channels: [channel, channel] }, /có 2 dòng trực tiếp/],
    ['an unknown channel', { channels: [channel, { ...channel, method: 'fax' }] }, /"fax" chưa biết/],
    [
      'a year as a count',
      { documents: [{ ...paper, originals: 20241 }] },
      /ghi 20241 bản chính; đã ghi là 1/,
    ],
    [
      'advice among papers',
      { documents: [paper, { name: 'Bản chụp phải rõ nét', originals: 0, copies: 0, case: '* Lưu ý:' }] },
      /có 1 dòng là lời dặn/,
    ],
    ['no papers', { documents: [] }, /không có giấy tờ nào/],
    [
      'a test result code',
      { results: [{ name: 'Giấy', code: 'Test_P001' }] },
      /"Test_P001" không phải mã kết quả/,
    ],
    [
      'no result code yet',
      { results: [{ name: 'Giấy', code: 'Chưa xác định' }] },
      /"Chưa xác định" không phải/,
    ],
    ['a strange result code', { results: [{ name: 'Giấy', code: 'BQP-CCS.KQ0001' }] }, /đã giữ nguyên/],
    [
      'dollars',
      { channels: [{ ...channel, fees: [{ amount: 10, currency: 'USD', note: '/bản' }] }] },
      /10 USD/,
    ],
    [
      'a tiny fee',
      { channels: [{ ...channel, fees: [{ amount: 50, currency: 'VND' }] }] },
      /50 đồng là mức thấp/,
    ],
    ['a provincial code', { code: '1.001193.000.00.00.H37' }, /đã dùng mã quốc gia 1\.001193/],
    ['a publication as a name', { name: 'Công bố Danh mục và Quy trình nội bộ' }, /quyết định công bố/],
    ['an unknown level', { levels: ['commune', 'làng'] }, /"làng" chưa biết/],
    ['no field', { field: null }, /Lĩnh vực: để trống/],
    [
      'text too long',
      { documents: [{ ...paper, name: 'Giấy tờ rất dài. '.repeat(90) }] },
      /hệ thống giữ tối đa 1000/,
    ],
  ])('with %s is taken in and says so once', (_what, change, expected) => {
    expect(doubtsOf({ ...base, ...change })).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['no code', { code: '' }, 'Mã TTHC: để trống'],
    ['a wrong code', { code: '1.00119' }, 'Mã TTHC: "1.00119" không đúng dạng'],
    ['no name', { name: ' \u200B ' }, 'Tên TTHC: để trống'],
  ])('with %s is refused with a reason', (_what, change, reason) => {
    const verdict = judgeRow({ ...base, ...change });
    expect(verdict).toMatchObject({ kind: 'rejected', reasons: [expect.stringContaining(reason)] });
  });

  it('reads fees: for free, set by the council, per copy and per page', () => {
    const fees = [
      { amount: 0, currency: 'VND', note: null },
      { amount: 0, currency: 'VND', note: 'Mức lệ phí do Hội đồng nhân dân tỉnh quyết định.' },
      { amount: 8000, currency: 'VND', note: '8.000 đồng/bản' },
      { amount: 2000, currency: 'VND', note: '/trang' },
    ];
    const read = accept({ ...base, channels: [{ ...channel, fees }] }).procedure.channels[0];
    expect(read?.fees).toEqual([
      { label: 'Miễn phí', amount: 0, per: 'dossier' },
      { label: '8.000 đồng/bản', amount: 8000, per: 'copy' },
      { label: 'Phí, lệ phí', amount: 2000, per: 'page' },
    ]);
    expect(read?.note).toBe('Mức lệ phí do Hội đồng nhân dân tỉnh quyết định.');
  });

  it('puts broken applicants together again and knows papers that are only shown', () => {
    const { procedure } = accept({
      ...base,
      applicants: ['Cán bộ', 'công chức', 'viên chức', 'Tổ chức (không bao gồm doanh nghiệp', 'HTX)'],
      documents: [{ ...paper, name: 'Thẻ căn cước', case: '* Giấy tờ phải xuất trình:' }],
    });
    expect(procedure.applicants).toEqual([
      'Cán bộ, công chức, viên chức',
      'Tổ chức (không bao gồm doanh nghiệp, HTX)',
    ]);
    expect(procedure.papers[0]).toMatchObject({ use: 'show', case: null, required: true });
  });

  it('composes decomposed Vietnamese and drops what cannot be seen', () => {
    const { procedure } = accept({
      ...base,
      name: `\uFEFF${'Đăng ký khai tử'.normalize('NFD')}\u200E\u0000`,
    });
    expect(procedure.name).toBe('Đăng ký khai tử');
  });
});

describe('a flat row', () => {
  const flat = {
    'Mã TTHC': '1.001612',
    'Tên TTHC': 'Đăng ký thành lập hộ kinh doanh',
    'Lĩnh vực': 'Hộ kinh doanh',
    'Cấp thực hiện': 'Cấp bộ; Cấp xã',
    'Thời hạn giải quyết': 3,
    'Đơn vị thời hạn': 'ngày làm việc',
    'Phí, lệ phí': '50.000 đồng',
    'Thành phần hồ sơ': 'Giấy đề nghị (2 bản chính); Văn bản ủy quyền (1 bản sao)',
    'Kết quả': 'KQ.G12.001041 Giấy chứng nhận đăng ký hộ kinh doanh',
    'Cách thức thực hiện': 'Trực tiếp; Trực tuyến',
  };

  it('with Vietnamese headers becomes the same kind of procedure', () => {
    const { procedure, doubts } = accept(flat);
    expect(doubts).toEqual([]);
    expect(procedure).toMatchObject({
      levels: ['ministry', 'commune'],
      results: [{ code: 'KQ.G12.001041', name: 'Giấy chứng nhận đăng ký hộ kinh doanh' }],
      papers: [
        { name: 'Giấy đề nghị', originals: 2, copies: 0 },
        { name: 'Văn bản ủy quyền', originals: 0, copies: 1 },
      ],
    });
    for (const each of procedure.channels)
      expect(each).toMatchObject({ term: { unit: 'working_day', value: 3 }, fees: [{ amount: 50_000 }] });
    expect(procedure.channels.map((each) => each.channel)).toEqual(['counter', 'online']);
  });

  it('doubts a number without its unit, and knows headers in any dress', () => {
    const { 'Đơn vị thời hạn': _unit, ...unitless } = flat;
    expect(doubtsOf(unitless)).toEqual([expect.stringMatching(/ghi "3" không có đơn vị/)]);
    for (const header of ['MÃ TTHC', 'ma_tthc', 'Code', ' Mã thủ tục '])
      expect(columnOfHeader(header)).toBe('code');
    expect(columnOfHeader('Ghi chú')).toBeNull();
  });
});

describe('any row at all', () => {
  it('is judged without throwing, and what is accepted fits the schema', () => {
    const keys = fc.constantFrom(...Object.keys(base), 'papers', 'term', 'fee', 'steps');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (record) => {
        const verdict = judgeRow({ ...base, ...record });
        if (verdict.kind === 'rejected') expect(verdict.reasons.length).toBeGreaterThan(0);
        else expect(procedureSchema.safeParse(verdict.procedure).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gets a short name of at most 60 characters that ends at a word', () => {
    const long = shortNameOf(
      'Thủ tục cấp Giấy xác nhận công dân Việt Nam thường trú ở khu vực biên giới đủ điều kiện',
    );
    expect(long).toBe('Cấp Giấy xác nhận công dân Việt Nam thường trú ở khu vực…');
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }), (name) => {
        expect(shortNameOf(name).length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
