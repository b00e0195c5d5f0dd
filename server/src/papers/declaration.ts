// The declaration of a dossier that was filed by an e-form, set from the answers that were kept sealed with it.

import { splitFiling } from '@motcua/domain/filing-form';
import type { Form } from '@motcua/domain/form';
import type { Answers } from '@motcua/domain/form-answers';
import { formOf } from '@motcua/domain/form-catalogue';
import { declarationOf } from '@motcua/domain/form-declaration';
import type { Instant } from '@motcua/domain/time';
import { unitsOfToday } from '@motcua/domain/units-of-today';
import { openAnswers } from '../drafts/answers.ts';
import { findDeclared } from '../drafts/declared-store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Subject } from './gather.ts';
import type { PaperToSet } from './paper-process.ts';
import { namesOfToday } from './store.ts';

/** The form that a dossier was filed by; undefined when it came on paper. */
export async function formOfDossier(tx: Tx, dossierId: string): Promise<Form | undefined> {
  const declared = await findDeclared(tx, dossierId);
  return declared === undefined ? undefined : formOf(declared.procedureCode, declared.formVersion);
}

/** @throws Problem `not_found` for a dossier whose declaration came on paper */
export async function declarationToSet(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  { dossier }: Subject,
  mark: string | null,
): Promise<PaperToSet> {
  const declared = await findDeclared(tx, dossier.id);
  const form = declared && formOf(declared.procedureCode, declared.formVersion);
  if (declared === undefined || form === undefined)
    throw new Problem('not_found', 'Hồ sơ này nộp tờ khai giấy; xem bản chụp trong phần giấy tờ.');
  const answers = openAnswers(ctx.secrets, tx.tenantId, `dossier/${dossier.id}`, declared.sealed);
  return declarationPaper(tx, form, answers, {
    agencyId: dossier.agencyId,
    at: dossier.submittedAt,
    code: dossier.code,
    filed: true,
    mark,
  });
}

/** A declaration, of a dossier or of a draft, ready to be set. */
export async function declarationPaper(
  tx: Tx,
  form: Form,
  answers: Answers,
  {
    agencyId,
    ...facts
  }: { agencyId: string; at: Instant; code: string | null; filed: boolean; mark: string | null },
): Promise<PaperToSet> {
  const { agencyName, placeName } = await namesOfToday(tx, agencyId);
  const units = unitsOfToday();
  const sheet = declarationOf(form, splitFiling(answers).form, {
    ...facts,
    agencyName,
    placeName,
    units,
    qrHint: null,
  });
  return { layout: 'sheet', sheet, qr: null };
}
