// The request for land to be allocated, leased or put to another use (1.013949), parcel by parcel.

import type { Form } from '../form.ts';
import { atTheCounter, choices, page, paper, parcelFields, person } from './shared-fields.ts';

export const landUseChange: Form = {
  procedure: '1.013949',
  version: 1,
  from: '2025-07-01',
  title: 'Đơn đề nghị giao đất, cho thuê đất, chuyển mục đích sử dụng đất',
  declares: 'Đơn đề nghị giao đất',
  source: 'Nội dung theo mẫu đơn của Nghị định 151/2025/NĐ-CP',
  filledBy: 'Người sử dụng đất',
  applicant: 'applicant',
  affirmation:
    'Tôi cam kết sử dụng đất đúng mục đích, chấp hành pháp luật đất đai và nộp tiền sử dụng đất, tiền thuê đất đầy đủ, đúng hạn.',
  pages: [
    page('applicant', 'Người đề nghị', [
      person('applicant', 'Người đề nghị', [...atTheCounter, 'bornOn']),
      {
        id: 'wish',
        kind: 'choice',
        label: 'Nội dung đề nghị',
        ask: 'Anh/Chị đề nghị việc gì?',
        required: true,
        choices: choices(
          ['change', 'Chuyển mục đích sử dụng đất'],
          ['allocate', 'Giao đất'],
          ['lease', 'Thuê đất'],
          ['extend', 'Gia hạn sử dụng đất'],
        ),
      },
      {
        id: 'payment',
        kind: 'choice',
        label: 'Cách trả tiền thuê đất',
        required: true,
        when: { field: 'wish', is: 'lease' },
        choices: choices(['yearly', 'Trả hằng năm'], ['once', 'Trả một lần']),
      },
    ]),
    page('land', 'Thửa đất', [
      { id: 'place', kind: 'address', label: 'Nơi có đất', required: true },
      {
        id: 'parcels',
        kind: 'group',
        label: 'Các thửa đất',
        item: 'thửa đất',
        min: 1,
        max: 20,
        fields: [
          ...parcelFields,
          {
            id: 'present',
            kind: 'choice',
            label: 'Mục đích sử dụng hiện nay',
            required: true,
            choices: choices(
              ['rice', 'Đất chuyên trồng lúa'],
              ['crops', 'Đất trồng cây hằng năm khác'],
              ['perennial', 'Đất trồng cây lâu năm'],
              ['aquaculture', 'Đất nuôi trồng thủy sản'],
              ['forest', 'Đất rừng sản xuất'],
              ['other', 'Loại đất khác'],
            ),
          },
          {
            id: 'presentOther',
            kind: 'text',
            label: 'Loại đất hiện nay, ghi cụ thể',
            required: true,
            when: { field: 'present', is: 'other' },
          },
        ],
      },
      {
        id: 'wanted',
        kind: 'text',
        label: 'Mục đích muốn sử dụng',
        hint: 'Ví dụ: đất ở tại nông thôn.',
        required: true,
        when: { not: { field: 'wish', is: 'extend' } },
      },
      {
        id: 'years',
        kind: 'number',
        label: 'Thời hạn sử dụng',
        min: 1,
        max: 70,
        whole: true,
        unit: 'năm',
        required: true,
        when: { field: 'wish', oneOf: ['lease', 'extend'] },
      },
    ]),
    page('papers', 'Giấy tờ', [
      paper('certificate', 'Giấy chứng nhận hoặc giấy tờ về đất', 'Giấy chứng nhận', {
        required: { field: 'wish', oneOf: ['change', 'extend'] },
      }),
      {
        id: 'fromRice',
        kind: 'yes_no',
        label: 'Có chuyển từ đất chuyên trồng lúa',
        required: true,
        when: { field: 'wish', is: 'change' },
      },
      paper('topsoil', 'Phương án sử dụng tầng đất mặt', 'tầng đất mặt', {
        when: { field: 'fromRice', is: true },
      }),
      { id: 'project', kind: 'yes_no', label: 'Để thực hiện dự án đầu tư', required: true },
      paper('projectPaper', 'Văn bản phê duyệt dự án hoặc chấp thuận chủ trương đầu tư', 'dự án', {
        when: { field: 'project', is: true },
      }),
    ]),
  ],
};
