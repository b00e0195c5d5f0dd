// The request for a building permit (1.013225): works of grade III and IV, and houses.

import type { Form } from '../form.ts';
import { atTheCounter, choices, page, paper, parcelFields, person, truthful } from './shared-fields.ts';

const square = (id: string, label: string): Form['pages'][number]['fields'][number] => ({
  id,
  kind: 'number',
  label,
  min: 1,
  max: 1_000_000,
  unit: 'm²',
  required: true,
});

export const buildingPermit: Form = {
  procedure: '1.013225',
  version: 1,
  from: '2025-07-01',
  title: 'Đơn đề nghị cấp giấy phép xây dựng',
  declares: 'Đơn đề nghị cấp giấy phép xây dựng',
  source: 'Nội dung theo Mẫu số 1, Phụ lục II, Nghị định 175/2024/NĐ-CP',
  filledBy: 'Chủ đầu tư, chủ hộ',
  applicant: 'builder',
  affirmation: `${truthful} Tôi xin làm theo đúng giấy phép được cấp.`,
  pages: [
    page('builder', 'Chủ đầu tư', [
      person('builder', 'Chủ đầu tư', atTheCounter),
      {
        id: 'works',
        kind: 'choice',
        label: 'Loại công trình',
        ask: 'Anh/Chị xin phép xây gì?',
        hint: 'Nhà ở riêng lẻ có thời hạn giải quyết ngắn hơn.',
        required: true,
        choices: choices(['house', 'Nhà ở riêng lẻ'], ['other', 'Công trình khác cấp III, cấp IV']),
      },
      {
        id: 'worksName',
        kind: 'text',
        label: 'Tên và công năng công trình',
        required: true,
        when: { field: 'works', is: 'other' },
      },
    ]),
    page('site', 'Khu đất', [
      { id: 'site', kind: 'address', label: 'Nơi xây dựng', detailRequired: true, required: true },
      ...parcelFields,
      paper('landPaper', 'Giấy tờ về quyền sử dụng đất', 'đất đai', { hint: 'Chụp đủ các trang.' }),
    ]),
    page('design', 'Thiết kế', [
      { id: 'storeys', kind: 'number', label: 'Số tầng', min: 1, max: 30, whole: true, required: true },
      {
        id: 'basement',
        kind: 'yes_no',
        label: 'Có tầng hầm',
        required: true,
        when: { field: 'storeys', atLeast: 1 },
      },
      square('groundArea', 'Diện tích xây dựng tầng một'),
      square('floorArea', 'Tổng diện tích sàn'),
      {
        id: 'height',
        kind: 'number',
        label: 'Chiều cao công trình',
        min: 2,
        max: 200,
        unit: 'm',
        required: true,
      },
      {
        id: 'designer',
        kind: 'text',
        label: 'Đơn vị hoặc người thiết kế',
        hint: 'Nhà dưới 250 m² sàn, dưới 3 tầng, cao dưới 12 m thì chủ nhà tự thiết kế được.',
        required: {
          any: [
            { field: 'works', is: 'other' },
            { field: 'storeys', atLeast: 3 },
            { field: 'floorArea', atLeast: 250 },
            { field: 'height', atLeast: 12 },
          ],
        },
      },
      paper('drawings', 'Bản vẽ thiết kế xây dựng', 'Bản vẽ thiết kế', { max: 30 }),
      {
        id: 'monthsPlanned',
        kind: 'number',
        label: 'Dự kiến xây xong trong',
        min: 1,
        max: 120,
        whole: true,
        unit: 'tháng',
        required: true,
      },
    ]),
    page('neighbours', 'Công trình liền kề', [
      { id: 'adjacent', kind: 'yes_no', label: 'Có công trình liền kề', required: true },
      paper('commitment', 'Bản cam kết bảo đảm an toàn cho công trình liền kề', 'liền kề', {
        when: { field: 'adjacent', is: true },
      }),
      {
        id: 'appraised',
        kind: 'yes_no',
        label: 'Công trình thuộc diện thẩm duyệt phòng cháy, chữa cháy hoặc môi trường',
        required: true,
        when: { field: 'works', is: 'other' },
      },
      paper('appraisal', 'Kết quả về phòng cháy, chữa cháy, môi trường', 'phòng cháy', {
        when: { field: 'appraised', is: true },
      }),
    ]),
  ],
};
