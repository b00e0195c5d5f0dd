// Building, planning, streets and trees of the demo ward: permits which the economic office examines.

import { copy, type Draft, days, field, form, inCase, original, workingDays } from './authoring.ts';
import type { Flow } from './processes.ts';

const scope =
  '(công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ';
const repairedScope = scope.replace('hoành tráng/', 'hoành tráng/Sửa chữa, cải tạo/');
const decree = 'Phụ lục II Nghị định 175/2024/NĐ-CP';
const council = 'Lệ phí theo nghị quyết của Hội đồng nhân dân tỉnh.';
const citizensAndFirms = ['Công dân Việt Nam', 'Doanh nghiệp', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'];
const landPaper = copy('Một trong những giấy tờ hợp pháp về đất đai (Điều 53 Nghị định 175/2024/NĐ-CP)');
const newPermitTerm = days(15, '15 ngày (nhà ở riêng lẻ)');
const otherWorks = `${council} Công trình khác: 20 ngày. Hồ sơ thiếu được yêu cầu bổ sung một lần, trong 07 ngày làm việc.`;

const siteVisit: Flow = {
  assignedBy: 'kinh-te',
  work: [
    { name: 'Thẩm định, kiểm tra thực địa', unit: 'dia-chinh', share: 5 },
    { name: 'Soát xét, trình ký', unit: 'kinh-te', share: 1 },
  ],
};
const paperOnly: Flow = {
  work: [
    { name: 'Thẩm định hồ sơ', unit: 'dia-chinh', share: 3 },
    { name: 'Soát xét, trình ký', unit: 'kinh-te', share: 1 },
  ],
};

const permits: readonly Draft[] = [
  {
    code: '1.013225',
    name: `Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV ${scope.replace('công', 'Công').replace('Không', 'không')}`,
    short: 'Cấp giấy phép xây dựng mới',
    term: newPermitTerm,
    fees: [],
    note: otherWorks,
    papers: [
      form('Đơn đề nghị cấp giấy phép xây dựng', `Mẫu số 1, ${decree}`),
      landPaper,
      original('Bản vẽ thiết kế xây dựng', { originals: 2 }),
      inCase('Công trình phải thẩm duyệt', copy('Kết quả thủ tục về phòng cháy, chữa cháy, môi trường')),
      inCase('Có công trình liền kề', original('Bản cam kết bảo đảm an toàn cho công trình liền kề')),
    ],
    results: [['KQ.G17.000311', 'Giấy phép xây dựng kèm theo hồ sơ thiết kế']],
  },
  {
    code: '1.013229',
    name: `Cấp giấy phép xây dựng sửa chữa, cải tạo đối với công trình cấp III, cấp IV ${scope}`,
    short: 'Giấy phép sửa chữa, cải tạo công trình, nhà ở',
    term: newPermitTerm,
    fees: [],
    note: otherWorks,
    papers: [
      form('Đơn đề nghị cấp giấy phép sửa chữa, cải tạo công trình', `Mẫu số 1, ${decree}`),
      landPaper,
      original('Bản vẽ hiện trạng và ảnh chụp phần dự kiến sửa chữa, cải tạo'),
      original('Bản vẽ thiết kế xây dựng', { originals: 2 }),
    ],
    results: [['KQ.G17.000312', 'Giấy phép xây dựng sửa chữa, cải tạo']],
  },
  {
    code: '1.013226',
    name: `Cấp điều chỉnh giấy phép xây dựng đối với công trình cấp III, cấp IV ${scope}`,
    short: 'Điều chỉnh giấy phép xây dựng',
    term: days(20),
    fees: [],
    note: council,
    papers: [
      form('Đơn đề nghị điều chỉnh giấy phép xây dựng', `Mẫu số 02, ${decree}`),
      original('Bản chính giấy phép xây dựng kèm bản vẽ đã cấp'),
      original('Bản vẽ thiết kế xây dựng điều chỉnh', { originals: 2 }),
    ],
    results: [['KQ.G17.000314', 'Giấy phép xây dựng được điều chỉnh']],
  },
  {
    code: '1.013227',
    name: `Gia hạn giấy phép xây dựng đối với công trình cấp III, cấp IV ${repairedScope}`,
    short: 'Gia hạn giấy phép xây dựng',
    term: workingDays(5),
    fees: [],
    note: council,
    flow: paperOnly,
    papers: [
      form('Đơn đề nghị gia hạn giấy phép xây dựng', `Mẫu số 2, ${decree}`),
      original('Bản chính giấy phép xây dựng đã được cấp'),
    ],
    results: [['KQ.G17.000315', 'Giấy phép xây dựng được gia hạn']],
  },
  {
    code: '1.013228',
    name: `Cấp lại giấy phép xây dựng đối với công trình cấp III, cấp IV ${repairedScope}`,
    short: 'Cấp lại giấy phép xây dựng',
    term: workingDays(5),
    fees: [],
    note: council,
    flow: paperOnly,
    papers: [
      form('Đơn đề nghị cấp lại giấy phép xây dựng', `Mẫu số 02, ${decree}`),
      inCase('Giấy phép bị rách, nát', original('Bản chính giấy phép xây dựng đã được cấp')),
    ],
    results: [['KQ.G17.000316', 'Giấy phép xây dựng được cấp lại']],
  },
];

export const construction = field(
  'Hoạt động xây dựng',
  {
    decision: '56/QĐ-BXD',
    applicants: citizensAndFirms,
    law: 'Luật Xây dựng 2014 (sửa đổi 2020); Nghị định 175/2024/NĐ-CP',
    flow: siteVisit,
  },
  permits.map((draft) => ({ ...draft, levels: ['commune', 'other'] })),
);

export const planning = field(
  'Quy hoạch đô thị và nông thôn',
  {
    decision: '1390/QĐ-BXD',
    applicants: citizensAndFirms,
    law: 'Luật Quy hoạch đô thị và nông thôn 2024',
    flow: paperOnly,
  },
  [
    {
      code: '1.014159',
      name: 'Cung cấp thông tin quy hoạch đô thị và nông thôn',
      short: 'Cung cấp thông tin quy hoạch',
      levels: ['province', 'commune'],
      term: days(10),
      fees: [],
      note: 'Phí theo quy định của pháp luật về phí và lệ phí.',
      papers: [original('Văn bản đề nghị cung cấp thông tin quy hoạch, ghi rõ vị trí và mục đích')],
      results: [['KQ.G17.000348', 'Văn bản cung cấp thông tin về quy hoạch đô thị và nông thôn']],
    },
  ],
);

export const streets = field(
  'Đường bộ',
  { decision: '871/QĐ-BXD', applicants: citizensAndFirms, law: 'Luật Đường bộ 2024', flow: siteVisit },
  [
    {
      code: '1.013274',
      name: 'Cấp phép sử dụng tạm thời lòng đường, vỉa hè vào mục đích khác',
      short: 'Sử dụng tạm thời lòng đường, vỉa hè',
      levels: ['ministry', 'province', 'commune'],
      term: workingDays(5),
      papers: [
        form('Văn bản đề nghị cấp phép sử dụng tạm thời lòng đường, vỉa hè vào mục đích khác'),
        original('Phương án sử dụng tạm thời và phương án tổ chức giao thông'),
      ],
      results: [['KQ.G04.000509', 'Giấy phép sử dụng tạm thời lòng đường, vỉa hè phố vào mục đích khác']],
    },
  ],
);

export const publicTrees = field(
  'Hạ tầng kỹ thuật',
  { decision: '1813/QĐ-BXD', applicants: citizensAndFirms, law: 'Nghị định 258/2025/NĐ-CP', flow: siteVisit },
  [
    {
      code: '1.002693',
      name: 'Cấp giấy phép chặt hạ, dịch chuyển cây xanh',
      short: 'Giấy phép chặt hạ, dịch chuyển cây xanh',
      levels: ['province', 'commune'],
      term: workingDays(10),
      note: 'Cây thuộc danh mục cần bảo tồn: 20 ngày làm việc.',
      papers: [
        form(
          'Đơn đề nghị cấp giấy phép chặt hạ, dịch chuyển cây xanh',
          'Mẫu số 01, Phụ lục I Nghị định 258/2025/NĐ-CP',
        ),
        copy('Ảnh chụp hiện trạng cây xanh cần chặt hạ, dịch chuyển'),
      ],
      results: [['KQ.H17.000039', 'Giấy phép chặt hạ, dịch chuyển cây xanh']],
    },
  ],
);
