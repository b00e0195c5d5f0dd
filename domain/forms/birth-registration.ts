// The declaration for registering a birth (1.001193).

import type { Form } from '../form.ts';

export const birthRegistration: Form = {
  procedure: '1.001193',
  version: 1,
  from: '2025-07-01',
  title: 'Tờ khai đăng ký khai sinh',
  declares: 'Tờ khai đăng ký khai sinh',
  source: 'Theo nội dung tờ khai đăng ký khai sinh của pháp luật hộ tịch',
  filledBy: 'Người đi đăng ký khai sinh',
  applicant: 'reporter',
  affirmation:
    'Tôi cam đoan nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.',
  pages: [
    {
      id: 'reporter',
      title: 'Người đi khai sinh',
      fields: [
        {
          id: 'reporter',
          kind: 'person',
          label: 'Người đi khai sinh',
          whose: 'của người đi khai sinh',
          parts: ['fullName', 'identityNumber', 'residence', 'phone'],
          requiredParts: ['fullName', 'identityNumber', 'residence', 'phone'],
          required: true,
        },
        {
          id: 'relation',
          kind: 'choice',
          label: 'Quan hệ của người đi khai sinh với trẻ',
          ask: 'Anh/Chị là gì của trẻ?',
          required: true,
          choices: [
            { value: 'father', label: 'Cha' },
            { value: 'mother', label: 'Mẹ' },
            { value: 'grandparent', label: 'Ông, bà' },
            { value: 'relative', label: 'Người thân thích khác' },
            { value: 'carer', label: 'Người, cơ sở đang nuôi dưỡng trẻ' },
          ],
        },
      ],
    },
    {
      id: 'child',
      title: 'Trẻ được khai sinh',
      fields: [
        {
          id: 'child',
          kind: 'person',
          label: 'Trẻ',
          whose: 'của trẻ',
          bornExactly: true,
          parts: ['fullName', 'sex', 'bornOn', 'ethnicity', 'nationality', 'homeTown'],
          requiredParts: ['fullName', 'sex', 'bornOn', 'ethnicity', 'nationality', 'homeTown'],
          required: true,
        },
        { id: 'birthPlace', kind: 'address', label: 'Nơi sinh', required: true },
      ],
    },
    {
      id: 'papers',
      title: 'Giấy tờ',
      fields: [
        {
          id: 'birthProof',
          kind: 'paper',
          label: 'Giấy chứng sinh',
          paper: 'Giấy chứng sinh',
          required: true,
        },
      ],
    },
  ],
};
