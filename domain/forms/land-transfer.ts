// The request to register a change of land rights (1.013831): sale, inheritance, gift, contribution, sub-lease.

import type { Form } from '../form.ts';
import {
  atTheCounter,
  byProxy,
  choices,
  page,
  paper,
  parcelFields,
  person,
  truthful,
} from './shared-fields.ts';

export const landTransfer: Form = {
  procedure: '1.013831',
  version: 1,
  from: '2025-07-01',
  title: 'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất',
  declares: 'Đơn đăng ký biến động đất đai',
  source: 'Nội dung theo Mẫu số 18, Nghị định 151/2025/NĐ-CP',
  filledBy: 'Người nhận chuyển quyền, người sử dụng đất',
  applicant: 'recipient',
  affirmation: truthful,
  pages: [
    page('change', 'Việc biến động', [
      {
        id: 'change',
        kind: 'choice',
        label: 'Nội dung biến động',
        ask: 'Anh/Chị đăng ký việc gì?',
        required: true,
        choices: choices(
          ['sale', 'Chuyển nhượng (mua bán)'],
          ['gift', 'Tặng cho'],
          ['inheritance', 'Thừa kế'],
          ['exchange', 'Chuyển đổi đất nông nghiệp'],
          ['contribution', 'Góp vốn'],
        ),
      },
      {
        id: 'price',
        kind: 'money',
        label: 'Giá chuyển nhượng ghi trong hợp đồng',
        required: true,
        when: { field: 'change', is: 'sale' },
      },
      {
        id: 'kinship',
        kind: 'choice',
        label: 'Quan hệ giữa hai bên',
        hint: 'Tặng cho, thừa kế giữa người thân trực hệ, vợ chồng, anh chị em được miễn thuế.',
        required: true,
        when: { field: 'change', oneOf: ['gift', 'inheritance'] },
        choices: choices(
          ['spouse', 'Vợ, chồng'],
          ['parent_child', 'Cha mẹ và con'],
          ['grandparent', 'Ông bà và cháu'],
          ['sibling', 'Anh, chị, em ruột'],
          ['none', 'Không thuộc các quan hệ này'],
        ),
      },
    ]),
    page('people', 'Hai bên', [
      person('recipient', 'Người nhận quyền', [...atTheCounter, 'bornOn', 'sex']),
      {
        id: 'others',
        kind: 'group',
        label: 'Những người cùng nhận quyền',
        ask: 'Có người nào cùng đứng tên nhận quyền không?',
        item: 'người',
        min: 0,
        max: 20,
        fields: [person('person', 'Người cùng nhận', ['fullName', 'bornOn', 'identityNumber', 'residence'])],
      },
      paper('jointAgreement', 'Văn bản thỏa thuận cấp chung một Giấy chứng nhận', 'cấp chung', {
        required: false,
        when: { field: 'others', answered: true },
      }),
      person('giver', 'Người chuyển quyền', ['fullName', 'bornOn?', 'identityNumber?', 'residence?']),
    ]),
    page('land', 'Thửa đất', [
      { id: 'place', kind: 'address', label: 'Nơi có đất', required: true },
      ...parcelFields,
      {
        id: 'certificateNumber',
        kind: 'text',
        label: 'Số phát hành Giấy chứng nhận',
        hint: 'Hai chữ cái và dãy số ở bìa, ví dụ AB 123456.',
        maxLength: 40,
        required: true,
      },
      { id: 'certificateOn', kind: 'date', label: 'Ngày cấp Giấy chứng nhận', past: true, required: true },
      {
        id: 'attached',
        kind: 'choices',
        label: 'Tài sản gắn liền với đất được chuyển cùng',
        choices: choices(
          ['house', 'Nhà ở'],
          ['works', 'Công trình xây dựng khác'],
          ['trees', 'Cây lâu năm, rừng'],
        ),
      },
    ]),
    page('papers', 'Giấy tờ', [
      paper('certificate', 'Bản gốc Giấy chứng nhận đã cấp', 'Giấy chứng nhận đã cấp', {
        hint: 'Chụp đủ các trang; mang bản gốc khi nhận kết quả.',
      }),
      paper('contract', 'Hợp đồng, văn bản chuyển quyền đã công chứng, chứng thực', 'chuyển quyền', {
        max: 20,
      }),
      { id: 'mortgaged', kind: 'yes_no', label: 'Đất đang thế chấp', required: true },
      paper('mortgageeConsent', 'Văn bản đồng ý của bên nhận thế chấp', 'bên nhận thế chấp', {
        when: { field: 'mortgaged', is: true },
      }),
      { id: 'resurvey', kind: 'yes_no', label: 'Có nhu cầu đo đạc lại', required: true },
      paper('survey', 'Mảnh trích đo bản đồ địa chính', 'trích đo', {
        required: false,
        when: { field: 'resurvey', is: true },
      }),
      ...byProxy('Văn bản ủy quyền'),
    ]),
  ],
};
