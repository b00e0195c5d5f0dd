// Social care of the demo ward: poverty lists (Giảm nghèo) and social protection (Bảo trợ xã hội).

import { copy, days, field, form, inCase, workingDays } from './authoring.ts';
import { desk, type Flow } from './processes.ts';

const povertyDecision = 'Quyết định 24/2021/QĐ-TTg';
const counterAndPost = ['counter', 'post'] as const;

const reviewed: Flow = {
  work: [
    { name: 'Rà soát, họp dân, niêm yết', unit: 'van-hoa-xa-hoi', share: 3 },
    { name: 'Tổng hợp, trình ký', unit: 'van-hoa-xa-hoi', share: 1 },
  ],
};

export const povertyReduction = field(
  'Giảm nghèo',
  {
    decision: '967/QĐ-BNNMT',
    applicants: ['Công dân Việt Nam'],
    law: `Nghị định 07/2021/NĐ-CP; ${povertyDecision}`,
    flow: reviewed,
  },
  [
    {
      code: '1.011607',
      name: 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm',
      short: 'Công nhận hộ nghèo, hộ cận nghèo',
      term: days(15),
      channels: counterAndPost,
      papers: [form('Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo', `Mẫu số 01, Phụ lục ${povertyDecision}`)],
      results: [['KQ.G10.001158', 'Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo']],
    },
    {
      code: '1.011608',
      name: 'Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm',
      short: 'Công nhận hộ thoát nghèo, thoát cận nghèo',
      term: days(15),
      channels: counterAndPost,
      papers: [
        form(
          'Giấy đề nghị công nhận hộ thoát nghèo, hộ thoát cận nghèo',
          `Mẫu số 04, Phụ lục ${povertyDecision}`,
        ),
      ],
      results: [['KQ.G10.001150', 'Quyết định công nhận danh sách hộ thoát nghèo, hộ thoát cận nghèo']],
    },
    {
      code: '1.011609',
      name: 'Công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình',
      short: 'Công nhận hộ nông, lâm, ngư nghiệp sống trung bình',
      term: days(15),
      channels: counterAndPost,
      papers: [
        form('Giấy đề nghị xác định hộ có mức sống trung bình', `Mẫu số 01, Phụ lục ${povertyDecision}`),
      ],
      results: [['KQ.G10.001151', 'Quyết định công nhận hộ có mức sống trung bình']],
    },
    {
      code: '3.000412',
      name: 'Công nhận người lao động có thu nhập thấp',
      short: 'Công nhận người lao động có thu nhập thấp',
      term: days(15),
      channels: counterAndPost,
      papers: [form('Giấy đề nghị xác định người lao động có thu nhập thấp', `Mẫu số 1, ${povertyDecision}`)],
      results: [['KQ.G10.001155', 'Quyết định công nhận danh sách người lao động có thu nhập thấp']],
    },
  ],
);

const disabilityForm = form(
  'Đơn đề nghị xác định mức độ khuyết tật',
  'Mẫu số 01, Thông tư 01/2019/TT-BLĐTBXH (sửa đổi tại Thông tư 08/2023/TT-BLĐTBXH)',
);
const disabilityCertificate = [null, 'Giấy xác nhận khuyết tật'] as const;

export const socialProtection = field(
  'Bảo trợ xã hội',
  {
    decision: null,
    applicants: ['Công dân Việt Nam'],
    law: 'Nghị định 20/2021/NĐ-CP; Nghị định 76/2024/NĐ-CP; Nghị định 176/2025/NĐ-CP',
    flow: desk('van-hoa-xa-hoi', 'Thẩm định, xét duyệt'),
  },
  [
    {
      code: '1.001699',
      name: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
      short: 'Xác định mức độ khuyết tật',
      term: workingDays(25),
      flow: {
        work: [
          { name: 'Thẩm định, lập danh sách', unit: 'van-hoa-xa-hoi', share: 2 },
          { name: 'Hội đồng xác định mức độ khuyết tật', unit: 'van-hoa-xa-hoi', share: 3 },
        ],
      },
      papers: [
        disabilityForm,
        copy('Bệnh án, giấy tờ khám, điều trị, phẫu thuật (nếu có)', { required: false }),
        inCase('Xác định lại', copy('Giấy xác nhận khuyết tật cũ')),
        inCase('Đã có kết luận trước 01/6/2012', copy('Kết luận của Hội đồng Giám định y khoa')),
      ],
      results: [disabilityCertificate],
    },
    {
      code: '1.001653',
      name: 'Đổi, cấp lại Giấy xác nhận khuyết tật',
      short: 'Đổi, cấp lại Giấy xác nhận khuyết tật',
      term: workingDays(5),
      papers: [{ ...disabilityForm, name: 'Đơn đề nghị cấp đổi, cấp lại Giấy xác nhận khuyết tật' }],
      results: [disabilityCertificate],
    },
    {
      code: '1.001776',
      name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng',
      short: 'Trợ cấp xã hội hằng tháng',
      term: workingDays(10),
      papers: [
        form('Tờ khai đề nghị trợ giúp xã hội', 'Mẫu số 1a-1đ, Nghị định 20/2021/NĐ-CP'),
        inCase(
          'Hộ chăm sóc, nuôi dưỡng đối tượng',
          form('Tờ khai hộ nhận chăm sóc, nuôi dưỡng', 'Mẫu số 2a, 2b, Nghị định 20/2021/NĐ-CP'),
        ),
        inCase('Người khuyết tật', copy('Giấy xác nhận khuyết tật')),
      ],
      results: [[null, 'Quyết định về trợ cấp xã hội, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng']],
    },
    {
      code: '1.001731',
      name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội',
      short: 'Hỗ trợ chi phí mai táng',
      term: workingDays(5),
      channels: counterAndPost,
      papers: [
        form('Tờ khai đề nghị hỗ trợ chi phí mai táng', 'Mẫu số 04, Nghị định 20/2021/NĐ-CP'),
        copy('Giấy chứng tử hoặc trích lục khai tử'),
        inCase(
          'Người từ đủ 80 tuổi đang hưởng tuất hoặc trợ cấp khác',
          copy('Quyết định hoặc danh sách thôi hưởng'),
        ),
      ],
      results: [[null, 'Quyết định hỗ trợ chi phí mai táng']],
    },
    {
      code: '1.014027',
      name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội hằng tháng, hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội',
      short: 'Trợ cấp hưu trí xã hội',
      term: workingDays(10),
      papers: [form('Văn bản đề nghị trợ cấp hưu trí xã hội', 'Mẫu số 01, Nghị định 176/2025/NĐ-CP')],
      results: [[null, 'Quyết định về trợ cấp hưu trí xã hội hằng tháng']],
    },
  ],
);
