// The request to register land as security (1.011441), by either side of the contract.

import type { Form } from '../form.ts';
import { atTheCounter, choices, page, paper, parcelFields, person, truthful } from './shared-fields.ts';

export const securityRegistration: Form = {
  procedure: '1.011441',
  version: 1,
  from: '2025-07-01',
  title: 'Phiếu yêu cầu đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất',
  declares: 'Phiếu yêu cầu',
  source: 'Nội dung theo Mẫu số 01a của Nghị định 99/2022/NĐ-CP',
  filledBy: 'Người yêu cầu đăng ký',
  applicant: 'requester',
  affirmation: truthful,
  pages: [
    page('requester', 'Người yêu cầu đăng ký', [
      person('requester', 'Người yêu cầu', atTheCounter),
      {
        id: 'role',
        kind: 'choice',
        label: 'Người yêu cầu là',
        required: true,
        choices: choices(
          ['grantor', 'Bên bảo đảm (bên thế chấp)'],
          ['creditor', 'Bên nhận bảo đảm'],
          ['agent', 'Người đại diện'],
        ),
      },
    ]),
    page('grantors', 'Bên bảo đảm', [
      {
        id: 'grantors',
        kind: 'group',
        label: 'Bên bảo đảm',
        item: 'bên bảo đảm',
        min: 1,
        max: 10,
        fields: [
          {
            id: 'is',
            kind: 'choice',
            label: 'Là cá nhân hay tổ chức',
            required: true,
            choices: choices(['person', 'Cá nhân'], ['organisation', 'Tổ chức']),
          },
          person('person', 'Bên bảo đảm', ['fullName', 'identityNumber', 'residence'], {
            when: { field: 'is', is: 'person' },
          }),
          {
            id: 'organisation',
            kind: 'text',
            label: 'Tên tổ chức',
            required: true,
            when: { field: 'is', is: 'organisation' },
          },
          {
            id: 'taxCode',
            kind: 'text',
            label: 'Mã số thuế',
            maxLength: 14,
            required: true,
            when: { field: 'is', is: 'organisation' },
          },
        ],
      },
    ]),
    page('creditor', 'Bên nhận bảo đảm', [
      {
        id: 'creditorIs',
        kind: 'choice',
        label: 'Bên nhận bảo đảm là',
        required: true,
        choices: choices(['organisation', 'Ngân hàng, tổ chức'], ['person', 'Cá nhân']),
      },
      {
        id: 'creditorName',
        kind: 'text',
        label: 'Tên ngân hàng, tổ chức',
        required: true,
        when: { field: 'creditorIs', is: 'organisation' },
      },
      {
        id: 'creditorTaxCode',
        kind: 'text',
        label: 'Mã số thuế của ngân hàng, tổ chức',
        maxLength: 14,
        required: true,
        when: { field: 'creditorIs', is: 'organisation' },
      },
      person('creditor', 'Bên nhận bảo đảm', ['fullName', 'identityNumber', 'residence'], {
        when: { field: 'creditorIs', is: 'person' },
      }),
    ]),
    page('asset', 'Tài sản và hợp đồng', [
      {
        id: 'assets',
        kind: 'choices',
        label: 'Tài sản bảo đảm',
        required: true,
        min: 1,
        choices: choices(
          ['land', 'Quyền sử dụng đất'],
          ['house', 'Nhà ở gắn liền với đất'],
          ['works', 'Công trình, tài sản khác gắn liền với đất'],
          ['future', 'Tài sản hình thành trong tương lai'],
        ),
      },
      { id: 'place', kind: 'address', label: 'Nơi có đất', required: true },
      ...parcelFields,
      {
        id: 'certificateNumber',
        kind: 'text',
        label: 'Số phát hành Giấy chứng nhận',
        maxLength: 40,
        required: true,
      },
      {
        id: 'futureAsset',
        kind: 'long_text',
        label: 'Mô tả tài sản hình thành trong tương lai',
        required: true,
        when: { field: 'assets', has: 'future' },
      },
      { id: 'contractNumber', kind: 'text', label: 'Số hợp đồng bảo đảm', maxLength: 60, required: true },
      {
        id: 'contractOn',
        kind: 'date',
        label: 'Ngày hợp đồng bảo đảm có hiệu lực',
        past: true,
        required: true,
      },
      paper('contract', 'Hợp đồng bảo đảm', 'Hợp đồng bảo đảm', { max: 20 }),
      paper('certificate', 'Giấy chứng nhận', 'Giấy chứng nhận', {
        required: false,
        hint: 'Không phải nộp khi cơ sở dữ liệu đất đai đã có.',
      }),
    ]),
  ],
};
