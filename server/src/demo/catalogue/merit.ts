// People of merit (Người có công) and commendation (Thi đua - khen thưởng) of the demo ward.

import { authorisation, copy, days, field, form, inCase, original, workingDays } from './authoring.ts';
import { desk } from './processes.ts';

const decree = 'Phụ lục I Nghị định 131/2021/NĐ-CP';
const counterAndPost = ['counter', 'post'] as const;
const deathPaper = copy('Giấy báo tử hoặc trích lục khai tử (bản sao có chứng thực)');

export const peopleOfMerit = field(
  'Người có công',
  {
    decision: null,
    applicants: ['Công dân Việt Nam'],
    law: 'Pháp lệnh Ưu đãi người có công với cách mạng 2020; Nghị định 131/2021/NĐ-CP',
    flow: desk('van-hoa-xa-hoi', 'Kiểm tra, đối chiếu hồ sơ gốc'),
  },
  [
    {
      code: '1.010803',
      name: 'Giải quyết chế độ trợ cấp thờ cúng liệt sĩ.',
      short: 'Trợ cấp thờ cúng liệt sĩ',
      levels: ['province', 'commune'],
      term: days(24),
      channels: counterAndPost,
      papers: [
        form('Đơn đề nghị', `Mẫu số 18, ${decree}`),
        copy('Bằng “Tổ quốc ghi công” (bản sao có chứng thực)'),
        authorisation,
      ],
      results: [[null, 'Quyết định trợ cấp thờ cúng liệt sĩ']],
    },
    {
      code: '1.010824',
      name: 'Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần',
      short: 'Trợ cấp khi người có công từ trần',
      levels: ['province', 'commune'],
      term: days(24, '24 ngày (trợ cấp một lần, mai táng)'),
      channels: counterAndPost,
      note: 'Trợ cấp tuất hằng tháng: 31 ngày hoặc 43 ngày, tùy trường hợp.',
      papers: [
        form('Bản khai', `Mẫu số 12, ${decree}`),
        deathPaper,
        inCase('Con chưa đủ 18 tuổi hưởng tuất', copy('Giấy khai sinh (bản sao có chứng thực)')),
        inCase('Con từ đủ 18 tuổi đang đi học', original('Giấy xác nhận của cơ sở giáo dục')),
      ],
      results: [[null, 'Quyết định về việc trợ cấp khi người có công từ trần']],
    },
    {
      code: '1.010825',
      name: 'Bổ sung tình hình thân nhân trong hồ sơ liệt sĩ.',
      short: 'Bổ sung thân nhân trong hồ sơ liệt sĩ',
      term: days(24),
      channels: counterAndPost,
      papers: [
        form('Đơn đề nghị', `Mẫu số 06, ${decree}`),
        copy('Giấy tờ chứng minh mối quan hệ với liệt sĩ (bản sao có chứng thực)'),
      ],
      results: [[null, 'Quyết định về việc bổ sung tình hình thân nhân liệt sĩ và trợ cấp ưu đãi']],
    },
    {
      code: '1.010820',
      name: 'Giải quyết chế độ người có công giúp đỡ cách mạng.',
      short: 'Chế độ người có công giúp đỡ cách mạng',
      levels: ['province', 'commune'],
      term: days(24),
      channels: counterAndPost,
      papers: [
        form('Bản khai', `Mẫu số 11, ${decree}`),
        copy('Kỷ niệm chương, bằng, huân chương, huy chương hoặc quyết định tặng thưởng (có chứng thực)'),
        inCase('Người có công đã mất', deathPaper),
      ],
      results: [[null, 'Quyết định về việc trợ cấp ưu đãi người có công giúp đỡ cách mạng']],
    },
  ],
);

const praise = [null, 'Quyết định của Chủ tịch UBND cấp xã tặng Giấy khen'] as const;

export const commendation = field(
  'Thi đua - khen thưởng',
  {
    decision: null,
    applicants: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    law: 'Luật Thi đua, khen thưởng 2022; Nghị định 152/2025/NĐ-CP',
    flow: desk('van-hoa-xa-hoi', 'Thẩm định, họp Hội đồng thi đua'),
  },
  [
    {
      code: '1.012373',
      name: 'Thủ tục tặng Giấy khen của Chủ tịch UBND cấp xã theo công trạng (Cấp xã)',
      short: 'Tặng Giấy khen theo công trạng',
      term: workingDays(20),
      papers: [
        original('Văn bản đề nghị kèm danh sách cá nhân, tập thể'),
        original('Báo cáo thành tích'),
        original('Biên bản xét khen thưởng'),
      ],
      results: [praise],
    },
    {
      code: '1.012378',
      name: 'Thủ tục tặng Giấy khen của Chủ tịch UBND cấp xã cho hộ gia đình (Cấp xã)',
      short: 'Tặng Giấy khen cho hộ gia đình',
      term: workingDays(20),
      papers: [
        original('Văn bản đề nghị kèm danh sách gia đình'),
        original('Báo cáo thành tích của gia đình'),
        original('Biên bản xét khen thưởng'),
      ],
      results: [praise],
    },
    {
      code: '1.012379',
      name: 'Thủ tục tặng danh hiệu Lao động tiên tiến (Cấp xã)',
      short: 'Tặng danh hiệu Lao động tiên tiến',
      term: workingDays(20),
      papers: [
        original('Văn bản đề nghị kèm danh sách cá nhân'),
        original('Báo cáo thành tích cá nhân'),
        original('Biên bản bình xét thi đua'),
      ],
      results: [[null, 'Quyết định tặng danh hiệu Lao động tiên tiến']],
    },
  ],
);
