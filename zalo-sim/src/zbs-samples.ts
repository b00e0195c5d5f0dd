// The templates and the account with which a new street begins: enough for an office that tells people of their files.

import type { RatingLevel, Template, TemplateParam, Zbs } from './zbs-model.ts';
import { longest } from './zbs-params.ts';

/** The day from which templates may also be sent by user id. */
export const uidTemplatesSince = Date.UTC(2025, 11, 9, 17);

const made = Date.UTC(2026, 0, 15, 3);
const office: TemplateParam[] = [
  param('co_quan', 9),
  param('lien_he', 7, { required: false, acceptNull: true }),
];
const file: TemplateParam[] = [param('ten_khach_hang', 1), param('ma_ho_so', 4), param('ten_thu_tuc', 9)];

export function newZbs(): Zbs {
  return {
    templates: sampleTemplates(),
    account: {
      package: true,
      locked: false,
      linked: true,
      balance: 1_000_000,
      appLinked: true,
      appPermitted: true,
    },
    allowedTags: [1, 2],
    quality: 'HIGH',
    dailyQuota: 5000,
    developmentQuota: 100,
    used: { day: '', total: 0, development: 0, byTemplate: {} },
    charges: [],
  };
}

/** A template with everything that is seldom given filled in. */
export function template(about: Pick<Template, 'id' | 'name' | 'title'> & Partial<Template>): Template {
  return {
    type: 1,
    tag: 1,
    status: 'ENABLE',
    reason: '',
    quality: 'HIGH',
    createdAt: made,
    paragraphs: [],
    rows: [],
    params: [],
    buttons: [],
    responses: [],
    rating: [],
    journey: false,
    price: 120,
    priceByUid: 80,
    dailyQuota: null,
    ...about,
  };
}

/** A parameter of one of Zalo's fifteen kinds, required unless said otherwise. */
export function param(name: string, kind: number, more: Partial<TemplateParam> = {}): TemplateParam {
  const maxLength = longest(kind);
  return { name, kind, required: true, acceptNull: false, minLength: 1, maxLength, format: null, ...more };
}

function sampleTemplates(): Template[] {
  const rows = [
    { label: 'Mã hồ sơ', value: '<ma_ho_so>' },
    { label: 'Thủ tục', value: '<ten_thu_tuc>' },
  ];
  const greeting = 'Kính gửi Anh/Chị <ten_khach_hang>,';
  const follow = { type: 1, title: 'Xem hồ sơ', content: 'https://example.vn/ho-so/<ma_tra_cuu>' };
  const link = param('ma_tra_cuu', 13);
  return [
    template({
      id: '410001',
      name: 'Cập nhật trạng thái hồ sơ',
      title: 'Hồ sơ của Anh/Chị có cập nhật mới',
      paragraphs: [greeting, '<co_quan> thông báo hồ sơ của Anh/Chị: <trang_thai>.'],
      rows: [...rows, { label: 'Cập nhật lúc', value: '<thoi_gian>' }],
      params: [
        ...file,
        ...office,
        param('trang_thai', 6),
        param('thoi_gian', 11, { format: 'hh:mm dd/mm/yyyy' }),
        link,
      ],
      buttons: [follow],
    }),
    template({
      id: '410002',
      name: 'Yêu cầu bổ sung hồ sơ',
      title: 'Hồ sơ của Anh/Chị cần bổ sung',
      paragraphs: [greeting, '<co_quan> đề nghị Anh/Chị bổ sung: <noi_dung>.'],
      rows: [...rows, { label: 'Hạn bổ sung', value: '<han_bo_sung>' }],
      params: [
        ...file,
        ...office,
        param('noi_dung', 3),
        param('han_bo_sung', 11, { format: 'dd/mm/yyyy' }),
        link,
      ],
      buttons: [follow],
      responses: ['Tôi sẽ bổ sung đúng hạn', 'Tôi cần được hướng dẫn'],
    }),
    template({
      id: '410003',
      name: 'Có kết quả hồ sơ',
      title: 'Hồ sơ của Anh/Chị đã có kết quả',
      paragraphs: [greeting, 'Mời Anh/Chị nhận kết quả tại <noi_nhan>.'],
      rows: [...rows, { label: 'Lệ phí còn lại', value: '<le_phi> đồng' }],
      params: [
        ...file,
        ...office,
        param('noi_nhan', 3),
        param('le_phi', 14, { required: false, acceptNull: true }),
        link,
      ],
      buttons: [follow, { type: 2, title: 'Gọi bộ phận một cửa', content: '1022' }],
    }),
    template({
      id: '410004',
      name: 'Đánh giá mức độ hài lòng',
      type: 5,
      tag: 2,
      title: 'Mời Anh/Chị đánh giá việc giải quyết hồ sơ',
      paragraphs: [
        greeting,
        'Hồ sơ <ma_ho_so> đã giải quyết xong. Ý kiến của Anh/Chị giúp <co_quan> phục vụ tốt hơn.',
      ],
      params: [file[0] ?? param('ten_khach_hang', 1), param('ma_ho_so', 4), ...office],
      rating: fiveLevels(),
    }),
    template({
      id: '390005',
      name: 'Nhắc lịch hẹn (mẫu cũ)',
      createdAt: Date.UTC(2025, 2, 1, 3),
      title: 'Nhắc Anh/Chị lịch hẹn tại bộ phận một cửa',
      paragraphs: [greeting, 'Mời Anh/Chị đến <co_quan> theo lịch hẹn.'],
      rows: [{ label: 'Thời gian', value: '<thoi_gian>' }],
      params: [param('ten_khach_hang', 1), ...office, param('thoi_gian', 11, { format: 'hh:mm dd/mm/yyyy' })],
    }),
  ];
}

function fiveLevels(): RatingLevel[] {
  const unhappy = ['Chậm hẹn', 'Hướng dẫn chưa rõ', 'Thái độ phục vụ', 'Phải đi lại nhiều lần'];
  const happy = ['Đúng hẹn', 'Hướng dẫn rõ ràng', 'Thái độ niềm nở', 'Thủ tục đơn giản'];
  return ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'].map(
    (title, index) => ({
      title,
      question: index < 3 ? 'Điều gì Anh/Chị chưa hài lòng?' : 'Điều gì Anh/Chị hài lòng?',
      answers: index < 3 ? unhappy : happy,
      thanks: 'Cảm ơn Anh/Chị đã góp ý.',
      description: '',
    }),
  );
}
