// Filing in the chat: what the next step needs of drafts is looked up, begun, kept or filed here, in the step's own transaction.

import type { FilingFacts, FilingNeeds } from '@motcua/domain/chat-filing-facts';
import { questionAfter, questionAt } from '@motcua/domain/chat-interview';
import type { ChatEffect } from '@motcua/domain/chat-step';
import { paperOfField } from '@motcua/domain/form-papers';
import { dateOf, type Instant } from '@motcua/domain/time';
import { unitsOfToday } from '@motcua/domain/units-of-today';
import { beginDraft } from '../drafts/begin.ts';
import { resumeDraft } from '../drafts/find.ts';
import { addPaper, slotsOf } from '../drafts/papers.ts';
import { saveAnswers } from '../drafts/save.ts';
import { type DraftRow, giveDraftToChat, listDraftsOfChat, lockDraft } from '../drafts/store.ts';
import { submitDraft } from '../drafts/submit.ts';
import { draftToken } from '../drafts/tokens.ts';
import type { Context } from '../platform/context.ts';
import { sql, type Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { getOffered } from '../procedures/store.ts';
import type { SentFile } from './complete.ts';
import { draftFacts, draftLine, findPlan } from './draft-facts.ts';
import { addPassed } from './draft-passed-store.ts';
import type { ChatRef } from './person-store.ts';

interface Talk {
  chat: ChatRef;
  agencyId: string;
  sent: SentFile | null;
}

/** The facts for one step of a filing. `meant`: the procedure that was surely named. */
export async function gatherFiling(
  ctx: Context,
  tx: Tx,
  talk: Talk,
  needs: FilingNeeds,
  meant: string | null,
  now: Instant,
): Promise<FilingFacts> {
  const reading = { today: dateOf(now), allowDemo: ctx.demo, units: unitsOfToday() };
  const code = needs.plan ?? meant;
  const mine = needs.drafts || needs.resume !== null ? await listDraftsOfChat(tx, talk.chat, now) : [];
  const taken = await takeUp(ctx, tx, talk, { needs, code, mine }, now);
  const before = taken.row === null ? null : await openRow(ctx, tx, talk.chat, taken.row, now);
  const kept = await keepSent(ctx, tx, talk, { needs, draft: before, row: taken.row, reading }, now);
  const draft =
    kept?.ok === true && taken.row !== null ? await openRow(ctx, tx, talk.chat, taken.row, now) : before;
  return {
    reading,
    plan: code === null ? null : await findPlan(tx, code, talk.agencyId, now),
    drafts: await Promise.all(mine.map((row) => draftLine(tx, row, now))),
    draft,
    closed: taken.closed,
    kept,
    filed: await fileDraft(ctx, tx, { needs, draft, row: taken.row, reading }, now),
    link: needs.link ? linkOf(ctx, tx, taken.row ?? mine[0]) : null,
  };
}

interface Wanted {
  needs: FilingNeeds;
  code: string | null;
  mine: readonly DraftRow[];
}

/** The draft this step is about, locked. */
async function takeUp(
  ctx: Context,
  tx: Tx,
  { chat, agencyId }: Talk,
  { needs, code, mine }: Wanted,
  now: Instant,
): Promise<{ row: DraftRow | null; closed: FilingFacts['closed'] }> {
  if (needs.begin && code !== null) {
    const plan = await findPlan(tx, code, agencyId, now);
    if (plan === null) return { row: null, closed: null };
    return {
      row: await beginDraft(ctx, tx, { form: plan.form, agencyId, channel: 'chat', chat }, now),
      closed: null,
    };
  }
  if (needs.draftId !== null) return { row: (await lockDraft(tx, needs.draftId)) ?? null, closed: null };
  if (needs.resume !== null) {
    const own = mine.find((row) => row.code === needs.resume?.code);
    if (own !== undefined) return { row: (await lockDraft(tx, own.id)) ?? null, closed: null };
    const asker = `${chat.oaId}/${chat.userId}`;
    const resumed = await resumeDraft(ctx, tx, { ...needs.resume, asker, agencyId }, now);
    if (resumed.kind !== 'open') return { row: null, closed: resumed };
    await giveDraftToChat(tx, resumed.draft.id, chat);
    return { row: { ...resumed.draft, ...chat }, closed: null };
  }
  const [only, ...others] = mine;
  return {
    row: only !== undefined && others.length === 0 ? ((await lockDraft(tx, only.id)) ?? null) : null,
    closed: null,
  };
}

async function openRow(
  ctx: Context,
  tx: Tx,
  { oaId, userId }: ChatRef,
  row: DraftRow,
  now: Instant,
): Promise<FilingFacts['draft']> {
  if (row.state === 'filed') return 'filed';
  if (row.expiresAt <= now || row.oaId !== oaId || row.userId !== userId) return 'gone';
  return (await draftFacts(ctx, tx, row, now)) ?? 'gone';
}

/** Puts what was sent into the slot of the paper that is asked for. */
async function keepSent(
  ctx: Context,
  tx: Tx,
  { sent }: Talk,
  {
    needs,
    draft,
    row,
    reading,
  }: {
    needs: FilingNeeds;
    draft: FilingFacts['draft'];
    row: DraftRow | null;
    reading: FilingFacts['reading'];
  },
  now: Instant,
): Promise<FilingFacts['kept']> {
  if (sent === null || needs.keep === null || row === null || draft === null || typeof draft === 'string')
    return null;
  const question = questionAt(draft, needs.keep.path, reading);
  if (question?.field.kind !== 'paper') return null;
  if (!sent.ok) return { ok: false, doubtful: false, why: sent.why };
  if (sent.flaw !== null && !needs.keep.doubted) return { ok: false, doubtful: true, why: flaws[sent.flaw] };
  const offered = await getOffered(tx, row.procedureCode, dateOf(now));
  const paperId = offered && paperOfField(question.field, slotsOf(offered.procedure))?.id;
  if (paperId === undefined)
    return {
      ok: false,
      doubtful: false,
      why: 'Giấy này chưa nhận được qua Zalo; Anh/Chị mang đến quầy giúp.',
    };
  try {
    await addPaper(ctx, tx, row, { paperId, file: sent.file, sha256: sent.sha256 }, now);
    return { ok: true };
  } catch (error) {
    // Refused before anything was written.
    if (!(error instanceof Problem)) throw error;
    return { ok: false, doubtful: false, why: error.detail };
  }
}

/** Files what is complete; whoever filed it before, on whatever channel, filed it once. */
async function fileDraft(
  ctx: Context,
  tx: Tx,
  {
    needs,
    draft,
    row,
    reading,
  }: {
    needs: FilingNeeds;
    draft: FilingFacts['draft'];
    row: DraftRow | null;
    reading: FilingFacts['reading'];
  },
  now: Instant,
): Promise<FilingFacts['filed']> {
  if (!needs.file || row === null || draft === null || typeof draft === 'string') return null;
  if (draft.plan.place.kind !== 'here' || questionAfter(draft, reading) !== null) return null;
  await tx.run(sql`savepoint filing`);
  try {
    const { dossierId } = await submitDraft(ctx, tx, row, now);
    return { ok: true, dossierId };
  } catch (error) {
    // Refused with reasons: what the attempt wrote goes, the person is told, and the talk goes on.
    if (!(error instanceof Problem)) throw error;
    await tx.run(sql`rollback to savepoint filing`);
    return { ok: false, why: [error.detail, ...error.fields.map(({ message }) => message)].join(' ') };
  }
}

const again =
  'Anh/Chị chụp lại giúp: đặt giấy trên mặt phẳng, đủ sáng, giữ chắc máy, thấy trọn tờ giấy. Giấy vốn như vậy thì gửi lại lần nữa, Trung tâm vẫn nhận.';
const flaws: Record<NonNullable<Extract<SentFile, { ok: true }>['flaw']>, string> = {
  small: `Ảnh này nhỏ quá, chữ khó đọc. ${again}`,
  dark: `Ảnh này tối quá, chữ khó đọc. ${again}`,
  blurred: `Ảnh này bị mờ, chữ khó đọc. ${again}`,
};

function linkOf(ctx: Context, tx: Tx, row: DraftRow | undefined): string | null {
  return row === undefined ? null : `${ctx.publicUrl}/nop/${draftToken(ctx.secrets, tx.tenantId, row.id)}`;
}

/** What a step changes of a draft. */
export async function carryOutFiling(
  ctx: Context,
  tx: Tx,
  effect: Extract<ChatEffect, { kind: 'save_answer' | 'pass_over' }>,
  now: Instant,
): Promise<void> {
  if (effect.kind === 'pass_over') return addPassed(tx, effect.draftId, effect.path);
  const draft = await lockDraft(tx, effect.draftId);
  if (draft === undefined) throw new Error('The draft of a step stays locked until its transaction ends.');
  await saveAnswers(ctx, tx, draft, [{ path: effect.path, value: effect.value }], { now });
}
