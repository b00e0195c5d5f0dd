// The declaration for registering a death (1.000656): few questions, gently put.

import type { Form } from '../form.ts';
import { atTheCounter, byProxy, choices, copies, page, paper, person, truthful } from './shared-fields.ts';

export const deathRegistration: Form = {
  procedure: '1.000656',
  version: 1,
  from: '2025-07-01',
  title: 'Tờ khai đăng ký khai tử',
  declares: 'Tờ khai đăng ký khai tử',
  source: 'Nội dung theo tờ khai đăng ký khai tử của pháp luật hộ tịch',
  filledBy: 'Người đi đăng ký khai tử',
  applicant: 'reporter',
  affirmation: truthful,
  pages: [
    page('reporter', 'Người đi khai tử', [
      person('reporter', 'Người đi khai tử', atTheCounter),
      {
        id: 'relation',
        kind: 'choice',
        label: 'Quan hệ với người đã mất',
        ask: 'Anh/Chị là gì của người đã mất?',
        required: true,
        choices: choices(
          ['spouse', 'Vợ, chồng'],
          ['child', 'Con'],
          ['parent', 'Cha, mẹ'],
          ['relative', 'Người thân thích khác'],
          ['other', 'Cá nhân, tổ chức khác'],
        ),
      },
    ]),
    page('deceased', 'Người đã mất', [
      person('deceased', 'Người đã mất', [
        'fullName',
        'sex',
        'bornOn',
        'ethnicity?',
        'nationality',
        'identityNumber?',
        'residence',
      ]),
    ]),
    page('death', 'Ngày và nơi mất', [
      { id: 'diedOn', kind: 'date', label: 'Ngày mất', past: true, required: true },
      {
        id: 'diedAt',
        kind: 'text',
        label: 'Giờ mất',
        hint: 'Nếu biết, ví dụ 14 giờ 30.',
        maxLength: 40,
      },
      { id: 'deathPlace', kind: 'address', label: 'Nơi mất', required: true },
      {
        id: 'cause',
        kind: 'text',
        label: 'Nguyên nhân mất',
        hint: 'Ghi như trên Giấy báo tử.',
        maxLength: 300,
        required: true,
      },
    ]),
    page('papers', 'Giấy tờ', [
      {
        id: 'longAgo',
        kind: 'yes_no',
        label: 'Người mất đã lâu, không có Giấy báo tử',
        required: true,
      },
      paper('deathNotice', 'Giấy báo tử hoặc giấy tờ thay thế', 'Giấy báo tử', {
        when: { field: 'longAgo', is: false },
      }),
      paper('evidence', 'Giấy tờ chứng minh sự kiện chết', 'chứng minh sự kiện chết', {
        when: { field: 'longAgo', is: true },
      }),
      ...byProxy('Văn bản ủy quyền'),
      copies,
    ]),
  ],
};
