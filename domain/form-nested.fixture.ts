// A form that no office has, with everything in it: groups in groups, people and papers in groups, rules upon rules.

import type { Form } from './form.ts';
import { choices, paper, person } from './forms/shared-fields.ts';

export const nestedForm: Form = {
  procedure: '9.000001',
  version: 1,
  from: '2026-01-01',
  title: 'Tờ khai thử',
  declares: null,
  source: null,
  filledBy: 'Người thử',
  applicant: 'owner',
  affirmation: 'Tôi cam đoan đây là tờ khai thử.',
  pages: [
    {
      id: 'first',
      title: 'Người thử',
      fields: [
        person('owner', 'Người thử', [
          'fullName',
          'sex',
          'bornOn?',
          'identityNumber',
          'residence',
          'phone',
          'email?',
        ]),
        { id: 'note', kind: 'long_text', label: 'Ghi chú', maxLength: 50 },
        {
          id: 'kinds',
          kind: 'choices',
          label: 'Loại',
          min: 1,
          max: 2,
          choices: choices(['a', 'A'], ['b', 'B'], ['c', 'C']),
        },
        { id: 'sum', kind: 'money', label: 'Số tiền', min: 1000, required: { field: 'kinds', has: 'a' } },
        { id: 'size', kind: 'number', label: 'Diện tích', min: 0, max: 500, required: true },
        { id: 'hasHouses', kind: 'yes_no', label: 'Có nhà', required: { field: 'size', atLeast: 100 } },
      ],
    },
    {
      id: 'houses',
      title: 'Nhà',
      when: {
        any: [
          { field: 'hasHouses', is: true },
          { field: 'owner.sex', is: 'female' },
        ],
      },
      fields: [
        {
          id: 'houses',
          kind: 'group',
          label: 'Các ngôi nhà',
          item: 'ngôi nhà',
          min: 1,
          max: 3,
          fields: [
            { id: 'place', kind: 'address', label: 'Nơi có nhà', required: true, detailRequired: true },
            { id: 'let', kind: 'yes_no', label: 'Cho thuê', required: true },
            {
              id: 'tenants',
              kind: 'group',
              label: 'Người thuê',
              item: 'người thuê',
              min: 1,
              max: 2,
              when: { field: 'let', is: true },
              fields: [
                person('who', 'Người thuê', ['fullName', 'bornOn', 'identityNumber?']),
                {
                  id: 'since',
                  kind: 'date',
                  label: 'Thuê từ',
                  past: true,
                  required: { field: 'who.identityNumber', answered: false },
                },
                paper('lease', 'Hợp đồng thuê', 'Hợp đồng thuê', {
                  max: 2,
                  when: { field: 'since', answered: true },
                }),
              ],
            },
            person('keeper', 'Người trông nhà', ['fullName', 'phone?'], {
              required: false,
              when: { not: { field: 'let', is: true } },
            }),
          ],
        },
        {
          id: 'visits',
          kind: 'group',
          label: 'Lần kiểm tra',
          item: 'lần',
          min: 0,
          max: 2,
          fields: [
            { id: 'on', kind: 'date', label: 'Ngày kiểm tra', partial: true, past: true, required: true },
          ],
        },
      ],
    },
  ],
};
