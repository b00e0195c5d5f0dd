// The declaration for registering a birth (1.001193).

import type { Form } from '../form.ts';
import type { Condition } from '../form-condition.ts';
import { byProxy, choices, copies, page, paper, person, truthful } from './shared-fields.ts';

const parentsKnown: Condition = { not: { field: 'situation', is: 'abandoned' } };
const fatherKnown: Condition = { field: 'situation', oneOf: ['married', 'surrogacy'] };

export const birthRegistration: Form = {
  procedure: '1.001193',
  version: 1,
  from: '2025-07-01',
  title: 'Tờ khai đăng ký khai sinh',
  declares: 'Tờ khai đăng ký khai sinh',
  source: 'Nội dung theo tờ khai đăng ký khai sinh của pháp luật hộ tịch',
  filledBy: 'Người đi đăng ký khai sinh',
  applicant: 'reporter',
  affirmation: truthful,
  pages: [
    page('reporter', 'Người đi khai sinh', [
      person('reporter', 'Người đi khai sinh', [
        'fullName',
        'identityNumber',
        'residence',
        'phone',
        'email?',
      ]),
      {
        id: 'relation',
        kind: 'choice',
        label: 'Quan hệ của người đi khai sinh với trẻ',
        ask: 'Anh/Chị là gì của trẻ?',
        required: true,
        choices: choices(
          ['father', 'Cha'],
          ['mother', 'Mẹ'],
          ['grandparent', 'Ông, bà'],
          ['relative', 'Người thân thích khác'],
          ['carer', 'Người, cơ sở đang nuôi dưỡng trẻ'],
        ),
      },
    ]),
    page('situation', 'Trường hợp của trẻ', [
      {
        id: 'situation',
        kind: 'choice',
        label: 'Trường hợp khai sinh',
        ask: 'Trẻ thuộc trường hợp nào?',
        hint: 'Để chỉ hỏi những điều trường hợp này cần.',
        required: true,
        choices: choices(
          ['married', 'Cha mẹ có đăng ký kết hôn'],
          ['mother_only', 'Chưa xác định được cha'],
          ['surrogacy', 'Sinh ra do mang thai hộ'],
          ['abandoned', 'Trẻ bị bỏ rơi'],
        ),
      },
    ]),
    page('child', 'Trẻ được khai sinh', [
      person('child', 'Trẻ', ['fullName', 'sex', 'bornOn', 'ethnicity', 'nationality', 'homeTown?'], {
        bornExactly: true,
      }),
      {
        id: 'bornAt',
        kind: 'choice',
        label: 'Trẻ sinh tại',
        ask: 'Trẻ sinh ở đâu?',
        required: true,
        choices: choices(['facility', 'Bệnh viện, cơ sở y tế'], ['home', 'Tại nhà hoặc nơi khác']),
      },
      {
        id: 'facility',
        kind: 'text',
        label: 'Tên bệnh viện, cơ sở y tế',
        hint: 'Ghi như trên Giấy chứng sinh.',
        required: true,
        when: { field: 'bornAt', is: 'facility' },
      },
      {
        id: 'birthPlace',
        kind: 'address',
        label: 'Nơi sinh',
        ask: 'Nơi sinh của trẻ thuộc xã, phường nào?',
        required: true,
      },
    ]),
    page(
      'mother',
      'Người mẹ',
      [
        person('mother', 'Mẹ', [
          'fullName',
          'bornOn',
          'ethnicity',
          'nationality',
          'residence',
          'identityNumber?',
        ]),
      ],
      { when: parentsKnown },
    ),
    page(
      'father',
      'Người cha',
      [
        person('father', 'Cha', [
          'fullName',
          'bornOn',
          'ethnicity',
          'nationality',
          'residence',
          'identityNumber?',
        ]),
        {
          id: 'marriageNumber',
          kind: 'text',
          label: 'Số Giấy chứng nhận kết hôn của cha mẹ',
          hint: 'Không nhớ thì bỏ qua; Trung tâm tra trong cơ sở dữ liệu hộ tịch.',
          maxLength: 60,
          when: { field: 'situation', is: 'married' },
        },
      ],
      { when: fatherKnown },
    ),
    page('papers', 'Giấy tờ và bản sao', [
      {
        id: 'electronicProof',
        kind: 'yes_no',
        label: 'Bệnh viện đã gửi Giấy chứng sinh điện tử',
        ask: 'Bệnh viện có báo đã gửi Giấy chứng sinh điện tử không?',
        hint: 'Đã có bản điện tử thì không phải chụp bản giấy.',
        required: true,
        when: { all: [{ field: 'bornAt', is: 'facility' }, parentsKnown] },
      },
      paper('birthProof', 'Giấy chứng sinh, hoặc văn bản của người làm chứng', 'Giấy chứng sinh', {
        hint: 'Chụp đủ bốn góc, không loá.',
        when: { all: [parentsKnown, { not: { field: 'electronicProof', is: true } }] },
      }),
      paper('abandonedRecord', 'Biên bản về việc trẻ bị bỏ rơi', 'trẻ bị bỏ rơi', {
        when: { field: 'situation', is: 'abandoned' },
      }),
      paper('surrogacyProof', 'Văn bản của cơ sở y tế về việc mang thai hộ', 'mang thai hộ', {
        when: { field: 'situation', is: 'surrogacy' },
      }),
      ...byProxy('Văn bản ủy quyền'),
      copies,
    ]),
  ],
};
