// The declaration for a certificate of marital status (1.004873), with former homes as a repeating group.

import type { Form } from '../form.ts';
import { atTheCounter, byProxy, choices, page, paper, person, truthful } from './shared-fields.ts';

export const maritalStatus: Form = {
  procedure: '1.004873',
  version: 1,
  from: '2025-07-01',
  title: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
  declares: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
  source: 'Nội dung theo tờ khai cấp Giấy xác nhận tình trạng hôn nhân của pháp luật hộ tịch',
  filledBy: 'Người yêu cầu xác nhận',
  applicant: 'requester',
  affirmation: truthful,
  pages: [
    page('requester', 'Người yêu cầu', [
      person('requester', 'Người yêu cầu', [...atTheCounter, 'sex', 'bornOn', 'ethnicity', 'nationality']),
    ]),
    page('status', 'Tình trạng hôn nhân', [
      {
        id: 'status',
        kind: 'choice',
        label: 'Tình trạng hôn nhân hiện nay',
        required: true,
        choices: choices(
          ['never', 'Chưa đăng ký kết hôn với ai'],
          ['married', 'Đang có vợ, chồng'],
          ['divorced', 'Đã ly hôn, chưa kết hôn lại'],
          ['widowed', 'Vợ, chồng đã mất, chưa kết hôn lại'],
        ),
      },
      person('spouse', 'Vợ, chồng', ['fullName', 'bornOn?', 'identityNumber?'], {
        when: { field: 'status', oneOf: ['married', 'widowed'] },
      }),
      {
        id: 'divorceDecision',
        kind: 'text',
        label: 'Số bản án, quyết định ly hôn',
        required: true,
        when: { field: 'status', is: 'divorced' },
      },
      {
        id: 'divorcedOn',
        kind: 'date',
        label: 'Ngày bản án, quyết định ly hôn',
        past: true,
        required: true,
        when: { field: 'status', is: 'divorced' },
      },
      paper('endProof', 'Giấy tờ chứng minh đã ly hôn hoặc vợ, chồng đã mất', 'đã ly hôn', {
        when: { field: 'status', oneOf: ['divorced', 'widowed'] },
      }),
    ]),
    page('homes', 'Những nơi đã cư trú', [
      {
        id: 'homes',
        kind: 'group',
        label: 'Nơi cư trú trước đây',
        ask: 'Từ khi đủ tuổi kết hôn, Anh/Chị có từng cư trú ở xã, phường khác không?',
        hint: 'Trung tâm hỏi những nơi ấy thay Anh/Chị.',
        item: 'nơi cư trú',
        min: 0,
        max: 10,
        fields: [
          { id: 'place', kind: 'address', label: 'Nơi đã cư trú', required: true },
          { id: 'from', kind: 'date', label: 'Từ khi nào', partial: true, past: true, required: true },
          { id: 'until', kind: 'date', label: 'Đến khi nào', partial: true, past: true, required: true },
        ],
      },
    ]),
    page('purpose', 'Mục đích', [
      {
        id: 'purpose',
        kind: 'choice',
        label: 'Giấy xác nhận dùng để',
        hint: 'Giấy để kết hôn chỉ có giá trị cho việc kết hôn với người được ghi tên.',
        required: true,
        choices: choices(
          ['marriage', 'Kết hôn'],
          ['property', 'Mua bán, chuyển nhượng nhà đất'],
          ['loan', 'Vay vốn ngân hàng'],
          ['other', 'Việc khác'],
        ),
      },
      person(
        'partner',
        'Người sẽ kết hôn cùng',
        ['fullName', 'bornOn', 'nationality', 'identityNumber', 'residence'],
        {
          when: { field: 'purpose', is: 'marriage' },
        },
      ),
      {
        id: 'marriageOffice',
        kind: 'text',
        label: 'Nơi sẽ đăng ký kết hôn',
        required: true,
        when: { field: 'purpose', is: 'marriage' },
      },
      {
        id: 'otherPurpose',
        kind: 'text',
        label: 'Mục đích cụ thể',
        required: true,
        when: { field: 'purpose', is: 'other' },
      },
      {
        id: 'reissue',
        kind: 'yes_no',
        label: 'Đã được cấp giấy này trước đây, nay xin cấp lại',
        required: true,
      },
      paper('formerPaper', 'Giấy xác nhận đã cấp trước đó', 'đã cấp trước đó', {
        required: false,
        when: { field: 'reissue', is: true },
      }),
      ...byProxy('Văn bản ủy quyền'),
    ]),
  ],
};
