// Adoption (Nuôi con nuôi) and neighbourhood mediation (Hòa giải ở cơ sở) of the demo ward.

import { copy, days, fee, field, form, inCase, original, workingDays } from './authoring.ts';
import { desk } from './processes.ts';

const mediationRules = 'Nghị quyết liên tịch 01/2014/NQLT-CP-UBTƯMTTQVN';

export const adoption = field(
  'Nuôi con nuôi',
  {
    decision: '361/QĐ-BTP',
    applicants: ['Công dân Việt Nam'],
    law: 'Luật Nuôi con nuôi 2010; Nghị định 19/2011/NĐ-CP; Nghị định 06/2025/NĐ-CP',
    flow: {
      work: [
        { name: 'Kiểm tra hồ sơ, lấy ý kiến người liên quan', unit: 'tu-phap', share: 3 },
        { name: 'Thẩm tra, ghi sổ nuôi con nuôi', unit: 'tu-phap', share: 1 },
      ],
    },
  },
  [
    {
      code: '2.001263',
      name: 'Đăng ký việc nuôi con nuôi trong nước',
      short: 'Đăng ký nuôi con nuôi trong nước',
      term: days(30),
      fees: [fee('Lệ phí đăng ký nuôi con nuôi', 400_000)],
      note: 'Miễn lệ phí khi cha dượng, mẹ kế, cô, cậu, dì, chú, bác ruột nhận con nuôi, hoặc khi nhận trẻ khuyết tật, mắc bệnh hiểm nghèo.',
      papers: [
        form('Đơn xin nhận con nuôi'),
        copy('Bản sao hộ chiếu, thẻ căn cước hoặc giấy tờ thay thế của người nhận con nuôi'),
        original('Giấy khám sức khỏe của người nhận con nuôi'),
        original('Văn bản xác nhận hoàn cảnh gia đình, chỗ ở, điều kiện kinh tế'),
        original('Văn bản xác nhận tình trạng hôn nhân của người nhận con nuôi'),
        original('Giấy khai sinh của người được nhận làm con nuôi'),
        original('Giấy khám sức khỏe của người được nhận làm con nuôi'),
        original('Ảnh toàn thân của người được nhận làm con nuôi, chụp không quá 06 tháng', { originals: 2 }),
        inCase('Trẻ ở cơ sở nuôi dưỡng', original('Quyết định tiếp nhận trẻ')),
        inCase('Trẻ bị bỏ rơi', original('Biên bản về việc trẻ bị bỏ rơi')),
      ],
      results: [['KQ.G15.000002', 'Giấy chứng nhận nuôi con nuôi trong nước']],
    },
    {
      code: '2.001255',
      name: 'Đăng ký lại việc nuôi con nuôi trong nước',
      short: 'Đăng ký lại việc nuôi con nuôi',
      decision: '1848/QĐ-BTP',
      term: workingDays(5),
      flow: desk('tu-phap', 'Thẩm tra, ghi sổ nuôi con nuôi'),
      papers: [form('Tờ khai đăng ký lại việc nuôi con nuôi')],
      results: [['KQ.G15.000002', 'Giấy chứng nhận nuôi con nuôi trong nước']],
    },
  ],
);

export const mediation = field(
  'Hòa giải ở cơ sở',
  {
    decision: 'QĐ2338-BTP',
    applicants: ['Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    law: `Luật Hòa giải ở cơ sở 2013; ${mediationRules}`,
    flow: desk('tu-phap', 'Thẩm tra hồ sơ, dự thảo quyết định'),
  },
  [
    {
      code: '1.002211',
      name: 'Thủ tục công nhận hòa giải viên (cấp xã)',
      short: 'Công nhận hòa giải viên',
      term: workingDays(5),
      papers: [
        form('Danh sách người được đề nghị công nhận là hòa giải viên', `Mẫu số 06, ${mediationRules}`),
        form('Biên bản kiểm phiếu hoặc biểu quyết bầu hòa giải viên', `Mẫu số 01, ${mediationRules}`),
      ],
      results: [['KQ.G15.000056', 'Quyết định công nhận hòa giải viên']],
    },
    {
      code: '2.000950',
      name: 'Thủ tục công nhận tổ trưởng tổ hòa giải (cấp xã)',
      short: 'Công nhận tổ trưởng tổ hòa giải',
      term: workingDays(5),
      papers: [
        original('Văn bản đề nghị công nhận tổ trưởng tổ hòa giải'),
        original('Biên bản kiểm phiếu hoặc biểu quyết bầu tổ trưởng tổ hòa giải'),
      ],
      results: [['KQ.G15.000057', 'Quyết định công nhận tổ trưởng tổ hòa giải']],
    },
    {
      code: '2.000930',
      name: 'Thủ tục thôi làm hòa giải viên (cấp xã)',
      short: 'Thôi làm hòa giải viên',
      term: workingDays(5),
      papers: [
        form('Văn bản đề nghị ra quyết định thôi làm hòa giải viên', `Mẫu số 08, ${mediationRules}`),
        form('Báo cáo về việc thôi làm hòa giải viên', `Mẫu số 09, ${mediationRules}`),
      ],
      results: [['KQ.G15.000058', 'Quyết định thôi làm hòa giải viên']],
    },
  ],
);
