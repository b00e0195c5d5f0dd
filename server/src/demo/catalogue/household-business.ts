// Household businesses (hộ kinh doanh) of the demo ward: opening, changing, pausing and closing.

import { copy, fee, field, form, inCase, original, workingDays } from './authoring.ts';
import { desk } from './processes.ts';

const council = 'Mức lệ phí theo nghị quyết của Hội đồng nhân dân tỉnh; nộp khi nộp hồ sơ, không hoàn lại.';
const byProxy = inCase(
  'Khi ủy quyền cho người khác nộp',
  copy('Văn bản ủy quyền hoặc hợp đồng dịch vụ, kèm giấy giới thiệu'),
);
const groupMinutes = inCase(
  'Hộ do nhóm cá nhân lập trước Nghị định 168/2025/NĐ-CP',
  original('Biên bản họp nhóm cá nhân'),
);
const familyProxy = inCase(
  'Hộ do các thành viên hộ gia đình thành lập',
  copy('Văn bản ủy quyền của các thành viên cho một người làm chủ hộ (công chứng hoặc chứng thực)'),
);
const certificate = ['KQ.G12.001041', 'Giấy chứng nhận đăng ký hộ kinh doanh'] as const;
const amendment = ['KQ.G12.001009', 'Thông báo nội dung cần sửa đổi, bổ sung'] as const;

export const householdBusiness = field(
  'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
  {
    decision: '2353/QĐ-BTC',
    applicants: ['Công dân Việt Nam'],
    law: 'Nghị định 168/2025/NĐ-CP; Thông tư 68/2025/TT-BTC',
    flow: desk('kinh-te', 'Thẩm định, đối chiếu dữ liệu đăng ký kinh doanh'),
  },
  [
    {
      code: '1.001612',
      name: 'Đăng ký thành lập hộ kinh doanh',
      short: 'Đăng ký thành lập hộ kinh doanh',
      levels: ['ministry', 'commune'],
      term: workingDays(3),
      fees: [fee('Lệ phí đăng ký hộ kinh doanh', 50_000)],
      note: council,
      papers: [form('Giấy đề nghị đăng ký hộ kinh doanh'), familyProxy, byProxy],
      results: [certificate, amendment],
    },
    {
      code: '2.000720',
      name: 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
      short: 'Thay đổi nội dung đăng ký hộ kinh doanh',
      levels: ['ministry', 'commune'],
      term: workingDays(3),
      fees: [],
      note: council,
      papers: [
        form('Giấy đề nghị đăng ký thay đổi nội dung đăng ký hộ kinh doanh'),
        inCase(
          'Chủ hộ mất hoặc không còn đủ năng lực hành vi',
          copy('Bản sao giấy chứng tử hoặc quyết định của Tòa án'),
        ),
        familyProxy,
        groupMinutes,
        byProxy,
      ],
      results: [
        certificate,
        ['KQ.G12.001347', 'Cập nhật thông tin thay đổi trong Cơ sở dữ liệu về đăng ký hộ kinh doanh'],
      ],
    },
    {
      code: '1.001570',
      name: 'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh',
      short: 'Tạm ngừng, tiếp tục kinh doanh hộ kinh doanh',
      levels: ['ministry', 'commune'],
      term: workingDays(1),
      papers: [
        form('Giấy đề nghị đăng ký tạm ngừng kinh doanh/tiếp tục kinh doanh trước thời hạn'),
        groupMinutes,
        byProxy,
      ],
      results: [
        ['KQ.G12.001049', 'Giấy xác nhận về việc hộ kinh doanh đăng ký tạm ngừng kinh doanh'],
        ['KQ.G12.001154', 'Giấy xác nhận về việc hộ kinh doanh tiếp tục kinh doanh trước thời hạn'],
      ],
    },
    {
      code: '1.001266',
      name: 'Chấm dứt hoạt động hộ kinh doanh',
      short: 'Chấm dứt hoạt động hộ kinh doanh',
      levels: ['ministry', 'commune'],
      term: workingDays(5),
      papers: [form('Thông báo chấm dứt hoạt động hộ kinh doanh'), groupMinutes, byProxy],
      results: [
        ['KQ.G12.001349', 'Chuyển tình trạng pháp lý sang đã chấm dứt hoạt động'],
        ['KQ.G12.001017', 'Văn bản thông báo lý do từ chối'],
      ],
    },
    {
      code: '2.000575',
      name: 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh, Cấp đổi sang Giấy chứng nhận đăng ký hộ kinh doanh',
      short: 'Cấp lại, cấp đổi Giấy chứng nhận hộ kinh doanh',
      levels: ['ministry', 'commune'],
      term: workingDays(3, '03 ngày làm việc; chỉ cấp lại: 01 ngày làm việc'),
      fees: [],
      note: council,
      papers: [
        form('Giấy đề nghị cấp lại, cấp đổi Giấy chứng nhận đăng ký hộ kinh doanh'),
        familyProxy,
        byProxy,
      ],
      results: [['KQ.G12.001053', 'Giấy chứng nhận đăng ký hộ kinh doanh (cấp lại, cấp đổi)']],
    },
  ],
);
