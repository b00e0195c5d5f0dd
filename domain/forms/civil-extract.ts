// The request for copies of a civil status extract or birth certificate (2.000635).

import type { Form } from '../form.ts';
import { atTheCounter, byProxy, choices, copies, page, person, truthful } from './shared-fields.ts';

export const civilExtract: Form = {
  procedure: '2.000635',
  version: 1,
  from: '2025-07-01',
  title: 'Tờ khai đề nghị cấp bản sao Trích lục hộ tịch',
  declares: 'cấp bản sao Trích lục hộ tịch',
  source: 'Nội dung theo tờ khai cấp bản sao trích lục hộ tịch của pháp luật hộ tịch',
  filledBy: 'Người yêu cầu',
  applicant: 'requester',
  affirmation: truthful,
  pages: [
    page('requester', 'Người yêu cầu', [
      person('requester', 'Người yêu cầu', atTheCounter),
      {
        id: 'relation',
        kind: 'choice',
        label: 'Quan hệ với người có tên trong trích lục',
        ask: 'Anh/Chị xin bản sao cho ai?',
        required: true,
        choices: choices(
          ['self', 'Cho chính mình'],
          ['child', 'Cho con'],
          ['parent', 'Cho cha, mẹ'],
          ['spouse', 'Cho vợ, chồng'],
          ['other', 'Cho người khác'],
        ),
      },
    ]),
    page('record', 'Việc hộ tịch', [
      {
        id: 'event',
        kind: 'choice',
        label: 'Việc hộ tịch đã đăng ký',
        ask: 'Anh/Chị cần bản sao giấy nào?',
        required: true,
        choices: choices(
          ['birth', 'Giấy khai sinh, trích lục khai sinh'],
          ['marriage', 'Trích lục kết hôn'],
          ['death', 'Trích lục khai tử'],
          ['kinship', 'Trích lục nhận cha, mẹ, con'],
          ['other', 'Việc hộ tịch khác'],
        ),
      },
      {
        id: 'otherEvent',
        kind: 'text',
        label: 'Việc hộ tịch cụ thể',
        required: true,
        when: { field: 'event', is: 'other' },
      },
      person('subject', 'Người có tên trong trích lục', ['fullName', 'bornOn', 'sex?', 'identityNumber?'], {
        when: {
          not: { all: [{ field: 'relation', is: 'self' }, { not: { field: 'event', is: 'marriage' } }] },
        },
      }),
      person('secondSubject', 'Người vợ hoặc chồng kia', ['fullName', 'bornOn?'], {
        when: { field: 'event', is: 'marriage' },
      }),
      {
        id: 'registeredAt',
        kind: 'text',
        label: 'Nơi đã đăng ký',
        hint: 'Tên xã, phường khi ấy, ví dụ: Phường 2, thị xã Kiến Tường, Long An.',
        required: true,
      },
      {
        id: 'registeredOn',
        kind: 'date',
        label: 'Ngày đăng ký',
        partial: true,
        past: true,
        hint: 'Nhớ năm cũng được.',
      },
      {
        id: 'number',
        kind: 'text',
        label: 'Số đăng ký',
        hint: 'Ở đầu trang giấy; không nhớ thì bỏ qua.',
        maxLength: 40,
      },
      { ...copies, label: 'Số bản sao cần cấp', hint: '8.000 đồng một bản.', min: 1, required: true },
      ...byProxy('Văn bản ủy quyền'),
    ]),
  ],
};
