// Templates: what is refused before it is used, what fills each parameter, and where it is cut.

import { describe, expect, it } from 'vitest';
import { finished, now, twoItems, view } from './status-view.fixture.ts';
import { shortMessage, shortStatus, templateFields, templateValues } from './template-fields.ts';
import { fillTemplate, fitTemplate, type TemplateParam } from './template-fit.ts';

const param = (name: string, more: Partial<TemplateParam> = {}): TemplateParam => ({
  name,
  required: true,
  type: 'STRING',
  maxLength: 30,
  minLength: 1,
  acceptNull: false,
  ...more,
});
const declared = [
  param('ma_ho_so'),
  param('ten_thu_tuc', { maxLength: 40 }),
  param('trang_thai'),
  param('ngay_hen', { type: 'DATE', maxLength: 20, required: false }),
  param('lien_he', { required: false }),
];
const whole = ['ma_ho_so=code', 'ten_thu_tuc=procedureName', 'trang_thai=status', 'ngay_hen=due'];
const about = {
  kind: 'supplement_requested',
  applicantName: 'Trần Thị Bình',
  trackingUrl: 'https://motcua.test',
} as const;
const supplement = { ...view, status: 'awaiting_supplement', due: null, supplement: twoItems } as const;

const faultsOf = (params: TemplateParam[], wanted: string[]): string => {
  const fit = fitTemplate(params, wanted);
  return fit.kind === 'breaks' ? fit.faults.join('\n') : '';
};

describe('a template before it is used', () => {
  it('fits, and says which values may be cut', () => {
    expect(fitTemplate(declared, whole)).toMatchObject({
      kind: 'fits',
      mayBeCut: [{ name: 'ten_thu_tuc', label: 'tên thủ tục', maxLength: 40 }],
    });
  });

  it.each([
    ['an unknown parameter', declared, [...whole, 'so_nha=code'], 'không có tham số so_nha'],
    ['an unknown field', declared, [...whole, 'lien_he=lý_do'], 'chưa đúng dạng'],
    [
      'a field that is no fact of a dossier',
      declared,
      [...whole, 'lien_he=reason'],
      'Không có trường reason',
    ],
    ['a required parameter left out', declared, whole.slice(1), 'bắt buộc ma_ho_so'],
    ['the same parameter twice', declared, [...whole, 'trang_thai=mustDo'], 'trang_thai được khai hai lần'],
    ['a date written otherwise', declared, [...whole.slice(0, 3), 'ngay_hen=due:yyyy-mm-dd'], 'yyyy-mm-dd'],
    ['words where a date is declared', declared, [...whole.slice(0, 3), 'ngay_hen=status'], 'là ngày giờ'],
    ['a date that may be missing where it is required', [param('hen')], ['hen=due'], 'có thể chưa có'],
    ['a code that would be cut', [param('ma', { maxLength: 20 })], ['ma=code'], 'chỉ chứa 20'],
    ['a number', [param('so', { type: 'NUMBER' })], ['so=code'], 'là số'],
    ['a value that may be too short', [param('ten', { minLength: 5 })], ['ten=applicantName'], 'ít nhất 5'],
  ])('is refused for %s', (_what, params, wanted, words) => {
    expect(faultsOf(params, wanted)).toContain(words);
  });
});

describe('a filled template', () => {
  const fit = fitTemplate(declared, whole);
  const params = fit.kind === 'fits' ? fit.params : [];

  it('cuts at Zalo’s limit, counted as Zalo counts, and leaves out what a dossier has not', () => {
    const long = 'Đăng ký khai sinh có yếu tố nước ngoài, kết hợp nhận cha, mẹ, con'.normalize('NFD');
    const data = fillTemplate(
      params,
      templateValues({ ...about, view: { ...supplement, procedureName: long } }, now),
    );
    expect(data).toEqual({
      ma_ho_so: '000.00.27.H53-261120-0007',
      ten_thu_tuc: 'Đăng ký khai sinh có yếu tố nước…',
      trang_thai: 'Cần bổ sung giấy tờ',
    });
    expect(Array.from(data['ten_thu_tuc'] ?? '').length).toBeLessThanOrEqual(40);
  });

  it('writes moments as the template declares them', () => {
    const timed = fitTemplate([param('luc')], ['luc=toldAt:hh:mm:ss dd/mm/yyyy']);
    const values = templateValues({ ...about, view }, now);
    expect(timed.kind === 'fits' && fillTemplate(timed.params, values)).toEqual({
      luc: '10:00:00 24/11/2026',
    });
    expect(fillTemplate(params, values)['ngay_hen']).toBe('25/11/2026');
  });

  it('never says why: neither papers nor reasons leave by a telephone number', () => {
    const refused = {
      ...view,
      ...finished({ reasons: ['Người mẹ chưa ly hôn.'] }),
      outcome: 'refused',
    } as const;
    const said = [
      ...Object.values(templateValues({ ...about, view: supplement }, now)),
      ...Object.values(templateValues({ ...about, kind: 'finished', view: refused }, now)),
      shortMessage(templateValues({ ...about, view: supplement }, now)),
    ].join('\n');
    expect(said).not.toMatch(/ly hôn|chứng sinh|mờ/);
    expect(said).toContain('Không được giải quyết');
  });

  it('keeps its own promises of length', () => {
    for (const kind of ['submitted', 'extended', 'finished', 'handed_over'] as const)
      expect(Array.from(shortStatus(kind, { outcome: 'refused' })).length).toBeLessThanOrEqual(
        templateFields.status.longest ?? 0,
      );
  });
});

describe('a short message', () => {
  it('says office, dossier, state, date and what to do', () => {
    const values = templateValues({ ...about, kind: 'accepted', view }, now);
    expect(shortMessage(values)).toBe(
      'Trung tâm Phục vụ hành chính công phường Kiến Tường: hồ sơ 000.00.27.H53-261120-0007 (Đăng ký khai sinh): được tiếp nhận. Hẹn trả 25/11/2026. Chưa phải làm gì. Xem tại https://motcua.test',
    );
  });
});
