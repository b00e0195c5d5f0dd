// A draft becomes a dossier: one draft, one dossier, in one transaction, however often and from wherever it is sent.

import { partiesOf, splitFiling } from '@motcua/domain/filing-form';
import { filingPlaceText } from '@motcua/domain/filing-place';
import { paperOfDeclaration } from '@motcua/domain/form-papers';
import { applicantOf } from '@motcua/domain/form-people';
import { type Instant, plusDays } from '@motcua/domain/time';
import { unitsOfToday } from '@motcua/domain/units-of-today';
import { type Enclosed, fileWithin } from '../dossiers/intake.ts';
import { linkToken } from '../dossiers/link-token.ts';
import type { IntakeBody } from '../dossiers/schema.ts';
import { asOneFile } from '../files/fill-slots.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { answersDigest, sealAnswers } from './answers.ts';
import { readWhole, type WholeDraft } from './completeness.ts';
import { insertDeclared } from './declared-store.ts';
import { whereFilingLands } from './filing-place.ts';
import { deleteDraftPapers, readDraftPapers } from './paper-store.ts';
import { slotsOf } from './papers.ts';
import { needsOpen } from './save.ts';
import { type DraftRow, markFiled } from './store.ts';

/** The draft's address leads to the dossier for so many days more. */
const keptAfterFiling = 30;

export interface Submitted {
  dossierId: string;
  /** The capability of its tracking page, `/q/<token>`. */
  token: string;
  /** It had been filed before: nothing happened now. */
  again: boolean;
}

/**
 * Files a locked draft. Whoever waited behind another who filed it gets that dossier.
 * @throws Problem `invalid_fields` with everything that is wanting; `not_possible_now` where it cannot be filed here
 */
export async function submitDraft(ctx: Context, tx: Tx, draft: DraftRow, now: Instant): Promise<Submitted> {
  if (draft.dossierId !== null) return submitted(ctx, tx, draft.dossierId, true);
  needsOpen(draft);
  const place = await whereFilingLands(tx, draft.procedureCode, draft.agencyId, now);
  if (place.kind !== 'here') throw new Problem('not_possible_now', filingPlaceText(place));
  const whole = await readWhole(ctx, tx, draft, now);
  if (whole.defects.length > 0)
    throw new Problem(
      'invalid_fields',
      'Còn mục phải điền hoặc sửa trước khi nộp; các mục khác được giữ nguyên.',
      {
        fields: whole.defects.slice(0, 100).map(({ field, message }) => ({ field, message })),
      },
    );
  const { answers } = whole;
  const { version } = whole.form;
  const enclosed: Enclosed = {
    files: await filesOf(ctx, tx, whole),
    origin: draft.oaId === null ? 'web' : 'chat',
    formOf: (dossierId) => ({ version, digest: answersDigest(ctx.secrets, tx.tenantId, dossierId, answers) }),
  };
  const dossier = await fileWithin(
    ctx,
    tx,
    {
      agencyId: draft.agencyId,
      body: bodyOf(whole),
      channel: 'online',
      actor: { kind: 'citizen', chatId: null },
      enclosed,
    },
    now,
  );
  await insertDeclared(
    tx,
    dossier.id,
    {
      procedureCode: draft.procedureCode,
      formVersion: version,
      sealed: sealAnswers(ctx.secrets, tx.tenantId, `dossier/${dossier.id}`, answers),
      digest: answersDigest(ctx.secrets, tx.tenantId, dossier.id, answers),
    },
    now,
  );
  await deleteDraftPapers(tx, draft.id);
  await markFiled(tx, draft.id, dossier.id, plusDays(now, keptAfterFiling));
  return submitted(ctx, tx, dossier.id, false);
}

function submitted(ctx: Context, tx: Tx, dossierId: string, again: boolean): Submitted {
  return { dossierId, token: linkToken(ctx.secrets, tx.tenantId, dossierId, 1), again };
}

/** One file a paper, as at the counter. */
async function filesOf(ctx: Context, tx: Tx, { draft, offered }: WholeDraft): Promise<Enclosed['files']> {
  const rows = await readDraftPapers(tx, draft.id);
  return slotsOf(offered.procedure).flatMap(({ id, name }) => {
    const mine = rows.filter(({ paperId }) => paperId === id);
    return mine.length === 0 ? [] : [{ paperId: id, name, file: asOneFile(ctx, tx, name, mine) }];
  });
}

/** What the counter would have typed: the applicant, the papers that came, the declaration among them. */
function bodyOf({ form, offered, answers, papers }: WholeDraft): IntakeBody {
  const split = splitFiling(answers);
  const applicant = applicantOf(form, split.form, unitsOfToday());
  const { filer, messagesTo } = partiesOf(answers);
  const { procedure, process } = offered;
  const declaration = paperOfDeclaration(form, slotsOf(procedure));
  const came = slotsOf(procedure).flatMap(({ id, name }) => {
    const scanned = papers.some(({ paperId }) => paperId === id);
    if (!scanned && id !== declaration?.id) return [];
    const note = scanned ? 'Bản chụp gửi trực tuyến' : 'Khai điện tử';
    return [{ paperId: id, name, originals: scanned ? 0 : 1, copies: scanned ? 1 : 0, note }];
  });
  return {
    procedureCode: procedure.code,
    applicant: {
      fullName: applicant?.fullName ?? '',
      identityNumber: applicant?.identityNumber ?? '',
      phone: messagesTo === 'filer' ? (filer?.phone ?? null) : (applicant?.phone ?? null),
      address: applicant?.address ?? '',
      email: applicant?.email ?? null,
    },
    summary: null,
    ...(process.cases?.[0] === undefined ? {} : { caseId: process.cases[0].id }),
    papers: came,
    copies: 1,
    deliveryMethod: 'counter',
    fee: 0,
    feePaid: false,
    passOn: false,
  };
}
