// The parts of a person and of an address as ordinary fields, so that every face of a form treats them alike.

import type { FieldOf, FormField, PersonPart } from './form.ts';
import { lowerFirst } from './wording.ts';

type Bare = FormField extends infer F ? (F extends FormField ? Omit<F, 'id'> : never) : never;

const usualParts: Record<PersonPart, Bare> = {
  fullName: {
    kind: 'text',
    label: 'Họ, chữ đệm, tên',
    hint: 'Ghi đủ dấu, như trên giấy tờ.',
    maxLength: 200,
  },
  sex: {
    kind: 'choice',
    label: 'Giới tính',
    choices: [
      { value: 'male', label: 'Nam' },
      { value: 'female', label: 'Nữ' },
    ],
  },
  bornOn: { kind: 'date', label: 'Ngày sinh', hint: 'Ngày/tháng/năm, ví dụ 5/3/1990.', past: true },
  birthPlace: { kind: 'text', label: 'Nơi sinh', maxLength: 300 },
  ethnicity: { kind: 'text', label: 'Dân tộc', maxLength: 50, usual: 'Kinh' },
  nationality: { kind: 'text', label: 'Quốc tịch', maxLength: 100, usual: 'Việt Nam' },
  homeTown: { kind: 'text', label: 'Quê quán', hint: 'Xã, phường và tỉnh, thành phố.', maxLength: 300 },
  identityNumber: {
    kind: 'identity',
    label: 'Số căn cước hoặc hộ chiếu',
    hint: 'Căn cước có 12 chữ số, ở mặt trước của thẻ.',
  },
  identityIssuedOn: { kind: 'date', label: 'Ngày cấp căn cước, hộ chiếu', past: true },
  identityIssuedBy: {
    kind: 'text',
    label: 'Nơi cấp căn cước, hộ chiếu',
    maxLength: 200,
    usual: 'Bộ Công an',
  },
  taxCode: { kind: 'text', label: 'Mã số thuế', maxLength: 14 },
  phone: { kind: 'phone', label: 'Số điện thoại', hint: 'Số di động, để báo tin về hồ sơ.' },
  email: { kind: 'email', label: 'Địa chỉ thư điện tử' },
  residence: { kind: 'address', label: 'Nơi cư trú' },
  contactAddress: { kind: 'address', label: 'Địa chỉ liên lạc' },
  occupation: { kind: 'text', label: 'Nghề nghiệp', maxLength: 200 },
};

/** What is asked of a person, in the order of the form: each part a field under the person's path. */
export function partsOf(person: FieldOf<'person'>): FormField[] {
  return person.parts.map((part) => {
    const usual = usualParts[part];
    return {
      ...usual,
      id: part,
      label: `${usual.label} ${person.whose}`,
      required: person.requiredParts.includes(part),
      ...(usual.kind === 'date' && part === 'bornOn' && person.bornExactly !== true ? { partial: true } : {}),
    };
  });
}

/** The label inside a sentence: `ngày sinh của mẹ`. */
export function inSentence(field: { label: string }): string {
  return lowerFirst(field.label);
}
