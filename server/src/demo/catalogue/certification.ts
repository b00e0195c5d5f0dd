// Certification (Chứng thực) of the demo ward: copies, signatures, wills and transactions.

import { copy, fee, field, identity, inCase, original, sameDay, shown, workingDays } from './authoring.ts';
import { desk } from './processes.ts';

const twoDays = workingDays(2, 'Không quá 02 ngày làm việc');
const ownership = copy(
  'Giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản (bản chính hoặc bản sao có chứng thực)',
);
const copyFees = [fee('Trang thứ nhất và thứ hai', 2_000, 'page'), fee('Từ trang thứ ba', 1_000, 'page')];
const copyCeiling = 'Mỗi bản thu không quá 200.000 đồng; tính theo trang của bản chính.';
const commonLevels = ['commune', 'other'] as const;

export const certification = field(
  'Chứng thực',
  {
    decision: '858/QĐ-BTP',
    applicants: [
      'Công dân Việt Nam',
      'Người Việt Nam định cư ở nước ngoài',
      'Người nước ngoài',
      'Doanh nghiệp',
      'Tổ chức (không bao gồm doanh nghiệp, HTX)',
    ],
    law: 'Nghị định 23/2015/NĐ-CP; Thông tư 01/2020/TT-BTP; Thông tư 226/2016/TT-BTC',
    flow: desk('tu-phap', 'Kiểm tra, đối chiếu, ghi sổ chứng thực'),
  },
  [
    {
      code: '2.000815',
      name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận',
      short: 'Chứng thực bản sao từ bản chính',
      decision: '3152/QĐ-BTP',
      levels: [...commonLevels],
      term: sameDay,
      channels: ['counter'],
      fees: copyFees,
      note: `${copyCeiling} Nhiều trang, nhiều bản thì kéo dài không quá 02 ngày làm việc.`,
      papers: [
        shown('Bản chính giấy tờ, văn bản'),
        inCase('Người yêu cầu tự chụp', copy('Bản sao cần chứng thực')),
      ],
      results: [['KQ.G15.000021', 'Bản sao được chứng thực từ bản chính']],
    },
    {
      code: '2.000884',
      name: 'Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)',
      short: 'Chứng thực chữ ký',
      levels: [...commonLevels],
      term: sameDay,
      channels: ['counter'],
      fees: [fee('Chứng thực chữ ký', 10_000, 'case')],
      papers: [identity, original('Giấy tờ, văn bản cần chứng thực chữ ký')],
      results: [['KQ.G15.000022', 'Giấy tờ, văn bản được chứng thực chữ ký/điểm chỉ']],
    },
    {
      code: '2.000908',
      name: 'Thủ tục cấp bản sao từ sổ gốc',
      short: 'Cấp bản sao từ sổ gốc',
      levels: ['ministry', 'province', 'commune', 'other'],
      term: sameDay,
      papers: [
        identity,
        inCase(
          'Người yêu cầu không phải người được cấp bản chính',
          original('Giấy tờ chứng minh quan hệ với người được cấp bản chính'),
        ),
      ],
      results: [['KQ.G15.000020', 'Bản sao được cấp từ sổ gốc']],
    },
    {
      code: '2.001019',
      name: 'Chứng thực di chúc',
      short: 'Chứng thực di chúc',
      term: twoDays,
      fees: [fee('Chứng thực di chúc', 50_000, 'case')],
      papers: [original('Dự thảo di chúc'), ownership, identity],
      results: [['KQ.G15.000029', 'Di chúc được chứng thực']],
    },
    {
      code: '2.001035',
      name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
      short: 'Chứng thực giao dịch về tài sản, đất, nhà ở',
      term: twoDays,
      fees: [fee('Chứng thực giao dịch', 50_000, 'case')],
      papers: [original('Dự thảo giao dịch'), ownership, identity],
      results: [['KQ.G15.000023', 'Giao dịch được chứng thực']],
    },
    {
      code: '2.000913',
      name: 'Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch',
      short: 'Chứng thực sửa đổi, bổ sung, hủy bỏ giao dịch',
      term: sameDay,
      fees: [fee('Chứng thực việc sửa đổi, bổ sung, hủy bỏ', 30_000, 'case')],
      papers: [
        original('Dự thảo giao dịch sửa đổi, bổ sung, hủy bỏ'),
        original('Giao dịch đã được chứng thực'),
        identity,
      ],
      results: [['KQ.G15.000023', 'Giao dịch được chứng thực']],
    },
    {
      code: '2.000942',
      name: 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực',
      short: 'Bản sao giao dịch đã chứng thực',
      term: sameDay,
      channels: ['counter'],
      fees: copyFees,
      note: copyCeiling,
      papers: [identity],
      results: [[null, 'Bản sao giao dịch có chứng thực']],
    },
    {
      code: '2.001016',
      name: 'Chứng thực văn bản từ chối nhận di sản',
      short: 'Chứng thực văn bản từ chối nhận di sản',
      term: twoDays,
      fees: [fee('Chứng thực văn bản', 50_000, 'case')],
      papers: [original('Dự thảo văn bản từ chối nhận di sản'), ownership, identity],
      results: [['KQ.G15.000030', 'Văn bản từ chối nhận di sản được chứng thực']],
    },
    {
      code: '2.001406',
      name: 'Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở',
      short: 'Chứng thực văn bản phân chia di sản',
      term: twoDays,
      fees: [fee('Chứng thực văn bản', 50_000, 'case')],
      papers: [original('Dự thảo văn bản phân chia di sản'), ownership, identity],
      results: [['KQ.G15.000027', 'Văn bản phân chia di sản được chứng thực']],
    },
    {
      code: '2.000992',
      name: 'Chứng thực chữ ký người dịch mà người dịch là cộng tác viên dịch thuật của Ủy ban nhân dân cấp xã, tổ chức hành nghề công chứng',
      short: 'Chứng thực chữ ký người dịch (cộng tác viên)',
      decision: '3152/QĐ-BTP',
      levels: [...commonLevels],
      term: sameDay,
      channels: ['counter'],
      fees: [fee('Chứng thực chữ ký người dịch', 10_000, 'case')],
      papers: [original('Bản dịch và giấy tờ, văn bản cần dịch')],
      results: [['KQ.G15.000026', 'Giấy tờ, văn bản được chứng thực chữ ký người dịch']],
    },
  ],
);
