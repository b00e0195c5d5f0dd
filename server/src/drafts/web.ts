// What the pages of drafts ask for: begin, go on by code, save, lay in papers, file. Each in one transaction.

import type { AnswerChange } from '@motcua/domain/draft-answers';
import { filingPlaceAction, filingPlaceText } from '@motcua/domain/filing-place';
import { currentForm } from '@motcua/domain/form-catalogue';
import { dateOf } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { listAgencies } from '../agencies/store.ts';
import { fileContext } from '../files/keep.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { beginDraft } from './begin.ts';
import { whereFilingLands } from './filing-place.ts';
import { resumeDraft } from './find.ts';
import { openDraft } from './open.ts';
import { readDraftPaper } from './paper-store.ts';
import { removePaper } from './papers.ts';
import { saveAnswers } from './save.ts';
import type { DraftLink, DraftSaved, FilingOffer, ResumeAnswer } from './schema.ts';
import { submitDraft } from './submit.ts';
import { draftToken } from './tokens.ts';

/** Where filing lands and whether there is an e-form: said before anybody begins. */
export async function offerFiling(
  ctx: Context,
  tenantId: string,
  procedureCode: string,
): Promise<FilingOffer> {
  await needsTenant(ctx, tenantId);
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const agency = await firstAgency(tx);
    const place = await whereFilingLands(tx, procedureCode, agency.id, now);
    const hasForm = currentForm(procedureCode, dateOf(now)) !== undefined;
    return { ...place, text: filingPlaceText(place), action: filingPlaceAction(place), hasForm };
  });
}

/** @throws Problem where there is no e-form, or the procedure is filed and dealt with elsewhere */
export async function beginOnWeb(ctx: Context, tenantId: string, procedureCode: string): Promise<DraftLink> {
  await needsTenant(ctx, tenantId);
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const agency = await firstAgency(tx);
    const form = currentForm(procedureCode, dateOf(now));
    if (form === undefined)
      throw new Problem(
        'not_possible_now',
        'Thủ tục này chưa có tờ khai điện tử. Anh/Chị xem giấy tờ cần có ở trang thủ tục và nộp tại Trung tâm.',
      );
    const place = await whereFilingLands(tx, procedureCode, agency.id, now);
    if (place.kind === 'ministry_system')
      throw new Problem('not_possible_now', filingPlaceText(place), { extra: { url: place.url } });
    const { id } = await beginDraft(ctx, tx, { form, agencyId: agency.id, channel: 'web', chat: null }, now);
    return { token: draftToken(ctx.secrets, tenantId, id) };
  });
}

/** `address`: whose budget of wrong proofs it is. */
export async function resumeOnWeb(
  ctx: Context,
  tenantId: string,
  attempt: { code: string; digits: string | null; address: string },
): Promise<ResumeAnswer> {
  await needsTenant(ctx, tenantId);
  return ctx.database.tenant(tenantId, async (tx) => {
    const { id: agencyId } = await firstAgency(tx);
    const { code, digits, address } = attempt;
    const resumed = await resumeDraft(
      ctx,
      tx,
      { code, digits, asker: `web:${address}`, agencyId },
      ctx.clock.now(),
    );
    return {
      kind: resumed.kind,
      token: resumed.kind === 'open' ? draftToken(ctx.secrets, tenantId, resumed.draft.id) : null,
      triesLeft: resumed.kind === 'wrong' ? resumed.triesLeft : null,
    };
  });
}

export async function saveFromPage(
  ctx: Context,
  token: string,
  body: { version?: number; changes: readonly AnswerChange[] },
): Promise<DraftSaved> {
  const { version, changes } = body;
  return openDraft(ctx, token, async ({ tx, draft }) => {
    const options = { now: ctx.clock.now(), ...(version !== undefined && { version }) };
    const saved = await saveAnswers(ctx, tx, draft, changes, options);
    return { version: saved.draft.version, savedAt: saved.draft.savedAt, expiresAt: saved.draft.expiresAt };
  });
}

export async function readPaperOfPage(
  ctx: Context,
  token: string,
  id: string,
): Promise<{ type: string; bytes: Buffer }> {
  return openDraft(ctx, token, async ({ tx, draft }) => {
    const row = await readDraftPaper(tx, draft.id, id);
    if (row === undefined) throw new Problem('not_found', 'Ảnh này không còn trong bản nháp. Xin chụp lại.');
    return { type: row.type, bytes: ctx.secrets.openBytes(row.sealed, fileContext(tx.tenantId, id)) };
  });
}

export async function dropPaperOfPage(ctx: Context, token: string, id: string): Promise<void> {
  await openDraft(ctx, token, ({ tx, draft }) => removePaper(tx, draft, id, ctx.clock.now()));
}

export async function submitFromPage(ctx: Context, token: string): Promise<DraftLink> {
  return openDraft(ctx, token, async ({ tx, draft }) => {
    const { token: tracking } = await submitDraft(ctx, tx, draft, ctx.clock.now());
    return { token: tracking };
  });
}

async function needsTenant(ctx: Context, tenantId: string): Promise<void> {
  if (!(await listTenants(ctx.database)).includes(tenantId))
    throw new Problem('not_found', 'Không có cơ quan này. Hãy kiểm tra lại đường dẫn.');
}

/** The commune, where a tenant has branches beside it. */
async function firstAgency(tx: Parameters<typeof listAgencies>[0]): Promise<{ id: string }> {
  const [agency] = await listAgencies(tx);
  if (agency === undefined) throw new Problem('not_found', 'Cơ quan này chưa mở tiếp nhận trực tuyến.');
  return agency;
}
