// Belief and religion (Tín ngưỡng, tôn giáo) and complaints (Giải quyết khiếu nại) of the demo ward.

import { copy, days, field, form, original } from './authoring.ts';
import { desk } from './processes.ts';

const decree = 'Phụ lục Nghị định 95/2023/NĐ-CP';

export const belief = field(
  'Tín ngưỡng, tôn giáo',
  {
    decision: null,
    applicants: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    law: 'Luật Tín ngưỡng, tôn giáo 2016; Nghị định 95/2023/NĐ-CP',
    flow: desk('van-hoa-xa-hoi', 'Thẩm định, dự thảo văn bản trả lời'),
  },
  [
    {
      code: '1.012592',
      name: 'Thủ tục đăng ký hoạt động tín ngưỡng (cấp xã)',
      short: 'Đăng ký hoạt động tín ngưỡng',
      term: days(15),
      papers: [form('Văn bản đăng ký hoạt động tín ngưỡng hằng năm hoặc bổ sung', `Mẫu B1, ${decree}`)],
      results: [[null, 'Văn bản trả lời về việc đăng ký hoạt động tín ngưỡng']],
    },
    {
      code: '1.012590',
      name: 'Thủ tục đăng ký sinh hoạt tôn giáo tập trung (cấp xã)',
      short: 'Đăng ký sinh hoạt tôn giáo tập trung',
      term: days(20),
      papers: [
        form('Văn bản đăng ký sinh hoạt tôn giáo tập trung', `Mẫu B5, ${decree}`),
        copy('Giấy tờ chứng minh có địa điểm hợp pháp để sinh hoạt tôn giáo'),
        original('Sơ yếu lý lịch và phiếu lý lịch tư pháp của người đại diện nhóm'),
        original('Bản tóm tắt giáo lý, giáo luật', { required: false }),
      ],
      results: [[null, 'Văn bản trả lời về việc đăng ký sinh hoạt tôn giáo tập trung']],
    },
  ],
);

export const complaints = field(
  'Giải quyết khiếu nại',
  {
    decision: null,
    applicants: ['Công dân Việt Nam', 'Cán bộ, công chức, viên chức', 'Doanh nghiệp'],
    law: 'Luật Khiếu nại 2011; Nghị định 124/2020/NĐ-CP',
    flow: {
      assignedBy: 'van-phong',
      work: [
        { name: 'Xác minh nội dung khiếu nại', unit: 'van-phong', share: 3 },
        { name: 'Đối thoại, dự thảo quyết định', unit: 'van-phong', share: 1 },
      ],
    },
  },
  [
    {
      code: '2.002409',
      name: 'Thủ tục giải quyết khiếu nại lần đầu tại cấp xã',
      short: 'Giải quyết khiếu nại lần đầu',
      term: days(30, '30 ngày kể từ ngày thụ lý'),
      note: 'Thụ lý trong 10 ngày. Vụ việc phức tạp có thể kéo dài, không quá 45 ngày kể từ ngày thụ lý.',
      papers: [
        original('Đơn khiếu nại hoặc bản ghi lời khiếu nại'),
        copy('Tài liệu, chứng cứ liên quan (nếu có)', { required: false }),
      ],
      results: [[null, 'Quyết định giải quyết khiếu nại lần đầu']],
    },
  ],
);
