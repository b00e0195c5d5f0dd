// What is asked before copies are certified from originals (2.000815): no declaration, a list of documents.

import type { Form } from '../form.ts';
import { atTheCounter, page, paper, person, truthful } from './shared-fields.ts';

export const certifiedCopies: Form = {
  procedure: '2.000815',
  version: 1,
  from: '2025-07-01',
  title: 'Phiếu yêu cầu chứng thực bản sao từ bản chính',
  declares: null,
  source: null,
  filledBy: 'Người yêu cầu chứng thực',
  applicant: 'requester',
  affirmation: truthful,
  pages: [
    page('requester', 'Người yêu cầu', [person('requester', 'Người yêu cầu', atTheCounter)]),
    page('documents', 'Giấy tờ cần chứng thực', [
      {
        id: 'documents',
        kind: 'group',
        label: 'Giấy tờ cần chứng thực',
        hint: 'Mang theo bản chính khi đến quầy: chỉ chứng thực được khi có bản chính.',
        item: 'giấy tờ',
        min: 1,
        max: 20,
        fields: [
          {
            id: 'name',
            kind: 'text',
            label: 'Tên giấy tờ',
            hint: 'Ví dụ: Bằng tốt nghiệp đại học.',
            required: true,
          },
          {
            id: 'pages',
            kind: 'number',
            label: 'Số trang của bản chính',
            hint: 'Phí tính theo trang: 2.000 đồng mỗi trang, từ trang thứ ba 1.000 đồng, nhiều nhất 200.000 đồng một bản.',
            min: 1,
            max: 1000,
            whole: true,
            unit: 'trang',
            required: true,
          },
          {
            id: 'copies',
            kind: 'number',
            label: 'Số bản cần chứng thực',
            min: 1,
            max: 100,
            whole: true,
            unit: 'bản',
            required: true,
          },
          {
            id: 'foreign',
            kind: 'yes_no',
            label: 'Giấy tờ do nước ngoài cấp',
            required: true,
          },
          {
            id: 'legalised',
            kind: 'yes_no',
            label: 'Đã hợp pháp hóa lãnh sự hoặc được miễn',
            hint: 'Giấy tờ nước ngoài chưa hợp pháp hóa lãnh sự thì chưa chứng thực được.',
            required: true,
            when: { field: 'foreign', is: true },
          },
        ],
      },
      {
        id: 'ownCopies',
        kind: 'yes_no',
        label: 'Tự chụp sẵn bản sao mang đến',
        hint: 'Không có sẵn thì quầy chụp từ bản chính.',
        required: true,
      },
      paper('photos', 'Ảnh chụp giấy tờ để quầy xem trước', 'Bản sao cần chứng thực', {
        required: false,
        max: 20,
        when: { field: 'ownCopies', is: true },
      }),
    ]),
  ],
};
