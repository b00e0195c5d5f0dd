// The declaration for registering a marriage (1.000894), by both who marry.

import type { Form, FormField, FormPage } from '../form.ts';
import { choices, copies, page, person } from './shared-fields.ts';

export const marriageRegistration: Form = {
  procedure: '1.000894',
  version: 1,
  from: '2025-07-01',
  title: 'Tờ khai đăng ký kết hôn',
  declares: 'Tờ khai đăng ký kết hôn',
  source: 'Nội dung theo tờ khai đăng ký kết hôn của pháp luật hộ tịch',
  filledBy: 'Hai bên nam, nữ',
  applicant: 'groom',
  affirmation:
    'Chúng tôi cam đoan những điều khai trên đây là đúng sự thật, việc kết hôn là tự nguyện và không vi phạm Luật Hôn nhân và gia đình.',
  pages: [
    spouse('groom', 'Bên nam', 'vợ'),
    spouse('bride', 'Bên nữ', 'chồng'),
    page('visit', 'Ngày đến ký', [
      {
        id: 'visitOn',
        kind: 'date',
        label: 'Ngày hai bên muốn cùng đến ký',
        hint: 'Hai bên phải có mặt khi ký và nhận Giấy chứng nhận kết hôn.',
      },
      copies,
    ]),
  ],
};

function spouse(id: string, label: string, former: string): FormPage {
  const status = `${id}Status`;
  const fields: FormField[] = [
    person(id, label, [
      'fullName',
      'sex',
      'bornOn',
      'ethnicity',
      'nationality',
      'identityNumber',
      'residence',
      id === 'groom' ? 'phone' : 'phone?',
    ]),
    {
      id: status,
      kind: 'choice',
      label: `Tình trạng hôn nhân của ${label.toLowerCase()}`,
      required: true,
      choices: choices(
        ['never', 'Chưa kết hôn lần nào'],
        ['divorced', 'Đã ly hôn'],
        ['widowed', `Có ${former} đã mất`],
      ),
    },
    {
      id: `${id}Times`,
      kind: 'number',
      label: `Lần kết hôn này của ${label.toLowerCase()} là lần thứ`,
      min: 2,
      max: 20,
      whole: true,
      required: true,
      when: { field: status, oneOf: ['divorced', 'widowed'] },
    },
    {
      id: `${id}Divorce`,
      kind: 'text',
      label: `Số bản án, quyết định ly hôn của ${label.toLowerCase()} và tên Tòa án`,
      required: true,
      when: { field: status, is: 'divorced' },
    },
  ];
  return page(id, label, fields);
}
