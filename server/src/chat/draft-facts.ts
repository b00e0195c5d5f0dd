// What the chat may know of a draft and of a procedure that can be filed for: read, opened, put together. Nothing is decided.

import type { DraftFacts, DraftLine, FilingPlan } from '@motcua/domain/chat-filing-facts';
import type { ProcedureFacts } from '@motcua/domain/chat-procedure';
import type { Form } from '@motcua/domain/form';
import type { Answers } from '@motcua/domain/form-answers';
import { currentForm, formOf } from '@motcua/domain/form-catalogue';
import { withPapers } from '@motcua/domain/form-papers';
import { moneyText } from '@motcua/domain/money-words';
import type { Procedure } from '@motcua/domain/procedure';
import { dateOf, type Instant } from '@motcua/domain/time';
import { whereFilingLands } from '../drafts/filing-place.ts';
import { listDraftPapers } from '../drafts/paper-store.ts';
import { slotsOf } from '../drafts/papers.ts';
import { readAnswers } from '../drafts/save.ts';
import type { DraftRow } from '../drafts/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { getOffered } from '../procedures/store.ts';
import { readPassed } from './draft-passed-store.ts';

/** What a procedure needs, takes and costs, in the words of its first channel. */
export function procedureFactsOf(procedure: Procedure, today: string): ProcedureFacts {
  const { code, shortName, papers, channels } = procedure;
  const [channel] = channels;
  const fees = channel?.fees.map((fee) =>
    fee.amount === 0 ? fee.label.toLowerCase() : `${fee.label}: ${moneyText(fee.amount)}`,
  );
  return {
    code,
    name: shortName,
    hasForm: currentForm(code, today) !== undefined,
    papers: papers.filter((paper) => paper.required).map((paper) => paper.name),
    termText: channel?.termText ?? null,
    feeText: fees === undefined || fees.length === 0 ? null : fees.join('; '),
  };
}

/** Null when the office does not take the procedure in, or it has no form. */
export async function findPlan(
  tx: Tx,
  code: string,
  agencyId: string,
  now: Instant,
): Promise<FilingPlan | null> {
  const today = dateOf(now);
  const form = currentForm(code, today);
  const offered = form && (await getOffered(tx, code, today));
  if (form === undefined || offered === undefined) return null;
  const { name, papers, termText, feeText } = procedureFactsOf(offered.procedure, today);
  const place = await whereFilingLands(tx, code, agencyId, now);
  return { procedure: code, name, papers, termText, feeText, place, form };
}

/** Null when the office takes the procedure in no longer. */
export async function draftFacts(
  ctx: Context,
  tx: Tx,
  draft: DraftRow,
  now: Instant,
): Promise<DraftFacts | null> {
  const offered = await findPlan(tx, draft.procedureCode, draft.agencyId, now);
  if (offered === null) return null;
  // Filed with the form it was begun with: nobody answers twice because of a deploy.
  const begun = formOf(draft.procedureCode, draft.formVersion) ?? offered.form;
  const plan = { ...offered, form: begun };
  return {
    draftId: draft.id,
    code: draft.code,
    plan,
    answers: await filled(ctx, tx, draft, plan.form, now),
    passed: await readPassed(tx, draft.id),
    keptUntil: draft.expiresAt,
    olderForm: begun.version !== offered.form.version,
  };
}

export async function draftLine(tx: Tx, draft: DraftRow, now: Instant): Promise<DraftLine> {
  const offered = await getOffered(tx, draft.procedureCode, dateOf(now));
  return {
    draftId: draft.id,
    code: draft.code,
    name: offered?.procedure.shortName ?? draft.procedureCode,
    keptUntil: draft.expiresAt,
  };
}

/** The answers with what lies in the slots: a list of names for each place of a paper. */
async function filled(ctx: Context, tx: Tx, draft: DraftRow, form: Form, now: Instant): Promise<Answers> {
  const papers = await listDraftPapers(tx, draft.id);
  const offered = await getOffered(tx, draft.procedureCode, dateOf(now));
  const slots = offered === undefined ? [] : slotsOf(offered.procedure);
  const filesOf = (slot: string) => papers.filter(({ paperId }) => paperId === slot).map(({ id }) => id);
  return withPapers(form, readAnswers(ctx, tx, draft), slots, filesOf);
}
