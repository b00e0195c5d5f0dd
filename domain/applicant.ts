// Who files: what is asked of the person, with every wrong field named at once.

import { z } from 'zod';
import { parseIdentityNumber } from './identity-number.ts';
import { parsePhoneNumber } from './phone-number.ts';
import { plainDateSchema } from './time.ts';

export const applicantSchema = z.object({
  fullName: z.string().trim().min(2, 'Ghi họ và tên người nộp.').max(200, 'Họ và tên không quá 200 ký tự.'),
  // Read here too, so that every wrong field is named at once. Whether numbers of the demo pass is decided later.
  identityNumber: z
    .string()
    .trim()
    .max(20, 'Số căn cước có 12 chữ số. Xem lại trên thẻ.')
    .superRefine((typed, field) => {
      const verdict = parseIdentityNumber(typed, { allowDemo: true });
      if (!verdict.ok) field.addIssue(verdict.message);
    }),
  phone: z
    .string()
    .trim()
    .max(20, 'Số điện thoại di động có 10 chữ số. Xem lại số điện thoại.')
    .superRefine((typed, field) => {
      const verdict = typed === '' ? null : parsePhoneNumber(typed);
      if (verdict?.ok === false) field.addIssue(verdict.message);
    })
    .nullable(),
  address: z.string().trim().min(3, 'Ghi địa chỉ.').max(500, 'Địa chỉ không quá 500 ký tự.'),
  email: z.email('Địa chỉ thư điện tử chưa đúng.').nullable(),
  /** As the identity card says; absent when it was not read. */
  bornOn: plainDateSchema.exactOptional(),
  sex: z.enum(['male', 'female']).exactOptional(),
  issuedOn: plainDateSchema.exactOptional(),
});
