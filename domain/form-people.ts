// The people in a form's answers: what of a person contradicts itself, and in whose name the dossier is filed.

import type { Form } from './form.ts';
import { type Answers, answerAt, isObject } from './form-answers.ts';

import type { FormDefect } from './form-defect.ts';
import type { VisibleField } from './form-fields.ts';
import { bornWith } from './identity-number.ts';
import { placeText, type Units } from './units.ts';

/**
 * What the personal number says otherwise than the person does: year of birth and sex (Thông tư 59/2021/TT-BCA).
 * Laid at the number, which is where the slip usually is.
 */
export function contradictions({ path, field, answer }: VisibleField): FormDefect[] {
  if (field.kind !== 'person' || !isObject(answer)) return [];
  const { identityNumber, bornOn, sex } = answer;
  if (typeof identityNumber !== 'string' || !/^\d{12}$/.test(identityNumber)) return [];
  const said = bornWith(identityNumber);
  const defect = (message: string): FormDefect => ({
    field: `${path}.identityNumber`,
    rule: 'contradiction',
    message,
  });
  if (typeof bornOn === 'string' && Number(bornOn.slice(0, 4)) !== said.year)
    return [
      defect(
        `Số căn cước ${field.whose} cho biết năm sinh ${said.year}, khác ngày sinh đã ghi. Xem lại trên thẻ.`,
      ),
    ];
  if (typeof sex === 'string' && sex !== said.sex)
    return [defect(`Số căn cước ${field.whose} cho biết giới tính khác với đã ghi. Xem lại trên thẻ.`)];
  return [];
}

/** The person in whose name a dossier is filed, as intake takes people; what was not asked is null. */
export interface FormApplicant {
  fullName: string;
  identityNumber: string | null;
  phone: string | null;
  address: string | null;
  email: string | null;
}

/** Reads the applicant out of the answers; null while the name is wanting. */
export function applicantOf(form: Form, answers: Answers, units: Units): FormApplicant | null {
  const said = (part: string): string | null => {
    const answer = answerAt(answers, `${form.applicant}.${part}`);
    return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : null;
  };
  const fullName = said('fullName');
  if (fullName === null) return null;
  return {
    fullName,
    identityNumber: said('identityNumber'),
    phone: said('phone'),
    address: addressAt(answers, `${form.applicant}.residence`, units),
    email: said('email'),
  };
}

/** `Số 5, đường 30/4, Phường Kiến Tường, Tỉnh Tây Ninh`; null when no commune was chosen. */
export function addressAt(answers: Answers, path: string, units: Units): string | null {
  const address = answerAt(answers, path);
  if (!isObject(address) || typeof address.commune !== 'string') return null;
  const place = placeText(units, address.commune);
  if (place === null) return null;
  return typeof address.detail === 'string' && address.detail.trim() !== ''
    ? `${address.detail.trim()}, ${place}`
    : place;
}
