// The request for an international driving permit (3.000353).

import type { Form } from '../form.ts';
import { choices, page, paper, person, truthful } from './shared-fields.ts';

export const drivingPermit: Form = {
  procedure: '3.000353',
  version: 1,
  from: '2025-07-01',
  title: 'Đơn đề nghị cấp giấy phép lái xe quốc tế',
  declares: 'Đơn đề nghị',
  source: 'Nội dung theo Phụ lục XVI, Thông tư 12/2025/TT-BCA',
  filledBy: 'Người đề nghị',
  applicant: 'driver',
  affirmation: truthful,
  pages: [
    page('driver', 'Người đề nghị', [
      person('driver', 'Người đề nghị', [
        'fullName',
        'sex',
        'bornOn',
        'birthPlace',
        'nationality',
        'identityNumber',
        'residence',
        'phone',
        'email?',
      ]),
      {
        id: 'foreigner',
        kind: 'yes_no',
        label: 'Là người nước ngoài có thẻ thường trú tại Việt Nam',
        required: true,
      },
      {
        id: 'residenceCard',
        kind: 'text',
        label: 'Số thẻ thường trú',
        maxLength: 20,
        required: true,
        when: { field: 'foreigner', is: true },
      },
      {
        id: 'passport',
        kind: 'text',
        label: 'Số hộ chiếu',
        hint: 'Một chữ cái và bảy chữ số.',
        maxLength: 12,
        required: true,
      },
    ]),
    page('licence', 'Giấy phép lái xe', [
      {
        id: 'licenceNumber',
        kind: 'text',
        label: 'Số giấy phép lái xe',
        hint: '12 chữ số trên thẻ nhựa (PET).',
        maxLength: 12,
        required: true,
      },
      {
        id: 'classes',
        kind: 'choices',
        label: 'Các hạng đã được cấp',
        required: true,
        min: 1,
        choices: choices(
          ['a1', 'A1'],
          ['a', 'A'],
          ['b1', 'B1'],
          ['b', 'B'],
          ['c1', 'C1'],
          ['c', 'C'],
          ['d1', 'D1'],
          ['d2', 'D2'],
          ['d', 'D'],
        ),
      },
      { id: 'licenceOn', kind: 'date', label: 'Ngày cấp giấy phép lái xe', past: true, required: true },
      {
        id: 'reason',
        kind: 'choice',
        label: 'Lý do đề nghị',
        required: true,
        choices: choices(
          ['first', 'Cấp lần đầu'],
          ['expired', 'Giấy phép quốc tế đã hết hạn'],
          ['lost', 'Mất, hỏng'],
        ),
      },
      paper('portrait', 'Ảnh chân dung 3 × 4', 'ảnh', {
        max: 1,
        hint: 'Nền trắng, chụp trong sáu tháng nay.',
      }),
    ]),
  ],
};
