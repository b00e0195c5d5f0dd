// Whether a filing may be taken in: every field checked at once, each defect with its field and remedy.

import type { Sex } from './identity-card.ts';
import { bornWith, lastSix, parseIdentityNumber } from './identity-number.ts';
import { parsePhoneNumber } from './phone-number.ts';
import type { Procedure } from './procedure.ts';
import type { PlainDate } from './time.ts';

export interface Filing {
  applicant: { identityNumber: string; phone: string | null; bornOn?: PlainDate; sex?: Sex };
  papers: readonly { paperId: string; name: string; originals: number; copies: number }[];
}

export interface FieldDefect {
  field: string;
  message: string;
}

export type FilingVerdict =
  | { ok: true; identity: string; lastSix: string | null; phone: string | null }
  | { ok: false; fields: FieldDefect[] };

/** Checks what zod cannot: the identity number, the phone, and that each paper is one of the procedure's. */
export function checkFiling(
  filing: Filing,
  procedure: Procedure,
  options: { allowDemo: boolean },
): FilingVerdict {
  const fields: FieldDefect[] = [];
  const identity = parseIdentityNumber(filing.applicant.identityNumber, options);
  if (!identity.ok) fields.push({ field: 'applicant.identityNumber', message: identity.message });
  else if (identity.identity.kind === 'personal')
    fields.push(...contradictions(identity.identity.number, filing.applicant));
  const typedPhone = filing.applicant.phone ?? '';
  const phone = typedPhone === '' ? null : parsePhoneNumber(typedPhone);
  if (phone !== null && !phone.ok) fields.push({ field: 'applicant.phone', message: phone.message });
  const known = new Set(procedure.papers.map((paper) => paper.id));
  const seen = new Set<string>();
  for (const [index, paper] of filing.papers.entries()) {
    // `x1`, `x2` …: papers the citizen brought beyond the list.
    if (!known.has(paper.paperId) && !/^x\d{1,2}$/.test(paper.paperId))
      fields.push({ field: `papers.${index}`, message: `Giấy tờ “${paper.name}” không thuộc thủ tục này.` });
    if (seen.has(paper.paperId))
      fields.push({ field: `papers.${index}`, message: `Giấy tờ “${paper.name}” được ghi hai lần.` });
    if (paper.originals + paper.copies === 0)
      fields.push({ field: `papers.${index}`, message: `Ghi số bản của “${paper.name}”, ít nhất 1.` });
    seen.add(paper.paperId);
  }
  if (fields.length > 0 || !identity.ok) return { ok: false, fields };
  return {
    ok: true,
    identity: identity.identity.number,
    lastSix: lastSix(identity.identity),
    phone: phone?.ok === true ? phone.phone : null,
  };
}

/** The number says the year of birth and the sex: what is declared may not say another (Thông tư 59/2021/TT-BCA). */
function contradictions(number: string, { bornOn, sex }: Filing['applicant']): FieldDefect[] {
  const said = bornWith(number);
  const defects: FieldDefect[] = [];
  if (bornOn !== undefined && Number(bornOn.slice(0, 4)) !== said.year)
    defects.push({
      field: 'applicant.bornOn',
      message: `Số căn cước cho biết năm sinh ${said.year}. Xem lại số căn cước và ngày sinh trên thẻ.`,
    });
  if (sex !== undefined && sex !== said.sex)
    defects.push({
      field: 'applicant.sex',
      message: 'Số căn cước cho biết giới tính khác. Xem lại số căn cước và giới tính trên thẻ.',
    });
  return defects;
}
