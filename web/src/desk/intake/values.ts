// What the intake form holds, how it begins, and how it becomes the body the server takes.

import type { DeliveryMethod } from '@motcua/domain/dossier';
import type { Sex } from '@motcua/domain/identity-card';
import { parseIdentityNumber } from '@motcua/domain/identity-number';
import { parsePhoneNumber } from '@motcua/domain/phone-number';
import { type IntakeBody, intakeBody } from '@motcua/server/dossiers/schema';
import type { ProcedureDetail } from '@motcua/server/procedures/schema';
import { actionWords } from '../../words/actions.ts';
import { intakeWords } from '../../words/intake.ts';
import type { Page } from '../files/files-api.ts';

export interface PaperTick {
  paperId: string;
  name: string;
  ticked: boolean;
  originals: number;
  copies: number;
  /** What was scanned or photographed of it. */
  pages: Page[];
}

export interface IntakeValues {
  procedureCode: string;
  applicant: {
    fullName: string;
    identityNumber: string;
    phone: string;
    address: string;
    email: string;
    /** From a scanned identity card; empty when none was read. */
    bornOn: string;
    sex: Sex | '';
    issuedOn: string;
  };
  summary: string;
  /** Empty while the procedure has no cases, or none is chosen. */
  caseId: string;
  papers: PaperTick[];
  copies: number;
  deliveryMethod: DeliveryMethod;
  fee: number | string;
  feePaid: boolean;
  passOn: boolean;
  /** Why it is taken in although the person had filed the same. */
  againReason: string;
  /** Another dossier of the same person and visit; empty when this one begins a visit or stands alone. */
  sameVisitAs: string;
}

export const emptyIntake: IntakeValues = {
  procedureCode: '',
  applicant: {
    fullName: '',
    identityNumber: '',
    phone: '',
    address: '',
    email: '',
    bornOn: '',
    sex: '',
    issuedOn: '',
  },
  summary: '',
  caseId: '',
  papers: [],
  copies: 1,
  deliveryMethod: 'counter',
  fee: 0,
  feePaid: false,
  passOn: true,
  againReason: '',
  sameVisitAs: '',
};

/** A further dossier of the same person: who they are is known, the rest is asked anew. */
export function valuesOfVisit(before: IntakeValues, dossierId: string): IntakeValues {
  return { ...emptyIntake, applicant: before.applicant, sameVisitAs: dossierId };
}

/** The part of the form that a procedure decides: its papers unticked, its fee when there is only one. */
export function valuesOfProcedure(
  procedure: ProcedureDetail,
): Pick<IntakeValues, 'procedureCode' | 'caseId' | 'papers' | 'fee' | 'feePaid' | 'againReason'> {
  const [fee, another] = procedure.fees;
  return {
    procedureCode: procedure.code,
    caseId: '',
    papers: procedure.papers.map(({ id, name, originals, copies }) => ({
      paperId: id,
      name,
      ticked: false,
      originals,
      copies: originals + copies === 0 ? 1 : copies,
      pages: [],
    })),
    fee: fee !== undefined && another === undefined ? fee.amount : 0,
    feePaid: false,
    againReason: '',
  };
}

export type IntakeErrors = { field: string; message: string }[];

/** The body to send, or everything to correct, in the order of the screen. */
export function readIntake(
  values: IntakeValues,
  allowDemo: boolean,
): { body: IntakeBody } | { errors: IntakeErrors } {
  const { applicant } = values;
  const errors: IntakeErrors = [];
  if (values.procedureCode === '')
    errors.push({ field: 'procedureCode', message: intakeWords.procedure.missing });
  const identity = parseIdentityNumber(applicant.identityNumber, { allowDemo });
  if (!identity.ok) errors.push({ field: 'applicant.identityNumber', message: identity.message });
  const phone = applicant.phone.trim() === '' ? null : parsePhoneNumber(applicant.phone);
  if (phone?.ok === false) errors.push({ field: 'applicant.phone', message: phone.message });
  const checked = intakeBody.safeParse(
    {
      ...withoutEmpty(values, ['againReason', 'sameVisitAs']),
      applicant: {
        ...withoutEmpty(applicant, ['bornOn', 'sex', 'issuedOn']),
        identityNumber: identity.ok ? identity.identity.number : '',
        phone: phone?.ok === true ? phone.phone : null,
        email: applicant.email.trim() === '' ? null : applicant.email.trim(),
      },
      summary: values.summary.trim() === '' ? null : values.summary,
      caseId: values.caseId === '' ? undefined : values.caseId,
      papers: values.papers
        .filter((paper) => paper.ticked)
        .map(({ paperId, name, originals, copies, pages }) => ({
          paperId,
          name,
          originals,
          copies,
          note: null,
          ...(pages.length === 0 ? {} : { uploads: pages.map(({ id }) => id) }),
        })),
      fee: Number(values.fee),
      feePaid: Number(values.fee) > 0 && values.feePaid,
    },
    { error: () => actionWords.fieldWrong },
  );
  for (const { path, message } of checked.error?.issues ?? []) {
    const field = path.join('.');
    if (!errors.some((error) => error.field === field)) errors.push({ field, message });
  }
  if (errors.length > 0 || checked.data === undefined) return { errors: errors.toSorted(byPlace) };
  return { body: checked.data };
}

/** What was left empty of these is not said at all. */
function withoutEmpty<Fields extends object>(fields: Fields, names: readonly (keyof Fields)[]) {
  const kept = Object.entries(fields).filter(
    ([name, value]) => value !== '' || !names.includes(name as keyof Fields),
  );
  return Object.fromEntries(kept) as Partial<Fields>;
}

const order = [
  'procedureCode',
  'applicant.fullName',
  'applicant.identityNumber',
  'applicant.phone',
  'applicant.address',
  'applicant.email',
  'summary',
  'papers',
  'againReason',
];

function byPlace(a: { field: string }, b: { field: string }): number {
  const place = (field: string) => {
    const at = order.findIndex((name) => field.startsWith(name));
    return at < 0 ? order.length : at;
  };
  return place(a.field) - place(b.field);
}
