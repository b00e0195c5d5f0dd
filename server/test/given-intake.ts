// A filing as a clerk enters it: right in every field unless a test says otherwise.

import { wardCatalogue } from '../src/demo/catalogue/ward-catalogue.ts';
import type { IntakeBody } from '../src/dossiers/schema.ts';

/** Three working days, and nothing to pay that the catalogue knows of. */
const ordinary = '1.004873';

export const applicantName = 'Nguyễn Thị Ẩn';
/** No province and no country has the prefix 999. */
export const applicantNumber = '999186012345';
export const applicantPhone = '0912 000 999';

let people = 0;

/** Each time another person: the same one who files the same again is asked why. The last six digits are alike. */
function nextNumber(): string {
  const born = (186 + people++) % 400;
  return `999${String(born).padStart(3, '0')}${applicantNumber.slice(-6)}`;
}

/** With the first paper the procedure asks for. */
export function givenIntakeBody(more: Partial<IntakeBody> = {}): IntakeBody {
  const procedureCode = more.procedureCode ?? ordinary;
  const offered = wardCatalogue.find(({ procedure }) => procedure.code === procedureCode)?.procedure;
  const [paper = { id: 'x1', name: 'Giấy tờ khác' }] = offered?.papers ?? [];
  return {
    procedureCode,
    applicant: {
      fullName: applicantName,
      identityNumber: nextNumber(),
      phone: applicantPhone,
      address: 'Số 12 đường Hùng Vương, phường Kiến Tường, tỉnh Tây Ninh',
      email: null,
    },
    summary: null,
    papers: [{ paperId: paper.id, name: paper.name, originals: 1, copies: 0, note: null }],
    copies: 1,
    deliveryMethod: 'counter',
    fee: 0,
    feePaid: false,
    passOn: true,
    ...more,
  };
}
