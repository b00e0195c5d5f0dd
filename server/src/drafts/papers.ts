// Papers of a draft: photographs and PDFs in the slots of the procedure's papers, within limits that are said first.

import { createHash } from 'node:crypto';
import { draftDays } from '@motcua/domain/draft-code';
import { mostPhotos } from '@motcua/domain/paper-file';
import type { Procedure } from '@motcua/domain/procedure';
import { dateOf, type Instant, plusDays } from '@motcua/domain/time';
import type { CheckedFile } from '../files/check.ts';
import { fileContext } from '../files/keep.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { getOffered } from '../procedures/store.ts';
import { type DraftPaper, deleteDraftPaper, insertDraftPaper, listDraftPapers } from './paper-store.ts';
import { needsOpen } from './save.ts';
import type { DraftPaperView } from './schema.ts';
import { type DraftRow, touchDraft } from './store.ts';

/** Bytes of all papers of a draft together, as they are kept. */
export const mostDraftBytes = 60 * 1024 * 1024;

export interface SentPaper {
  /** The slot: a paper of the procedure. */
  paperId: string;
  /** Looked at by `checkFile`, before the transaction began. */
  file: CheckedFile;
  /** Of the bytes as they were sent: the same again is kept once. */
  sha256: string;
}

/** What `SentPaper.sha256` is of. */
export function digestOfSent(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Puts a paper into a slot of a locked draft; the same bytes again give the paper that is there. */
export async function addPaper(
  ctx: Context,
  tx: Tx,
  draft: DraftRow,
  { paperId, file, sha256 }: SentPaper,
  now: Instant,
): Promise<{ paper: DraftPaper; again: boolean }> {
  needsOpen(draft);
  const name = await nameOfSlot(tx, draft, paperId, now);
  const before = await listDraftPapers(tx, draft.id);
  const inSlot = before.filter((paper) => paper.paperId === paperId);
  const same = inSlot.find((paper) => paper.sha256 === sha256);
  if (same !== undefined) return { paper: same, again: true };
  if (inSlot.length >= mostPhotos)
    throw new Problem(
      'too_large',
      `“${name}” đã có ${mostPhotos} ảnh, là mức nhiều nhất. Xin xoá ảnh thừa, hoặc gửi một tệp PDF thay cho ảnh.`,
    );
  if (inSlot.some(({ type }) => type !== file.type || type === 'application/pdf'))
    throw new Problem(
      'invalid_fields',
      `“${name}” nhận một tệp PDF, hoặc nhiều ảnh; không nhận cả hai cùng lúc. Xin xoá bản đã gửi trước rồi gửi lại.`,
    );
  const total = before.reduce((sum, { bytes }) => sum + bytes, file.bytes.length);
  if (total > mostDraftBytes)
    throw new Problem(
      'too_large',
      `Các giấy tờ của bản nháp vượt ${mostDraftBytes / 1024 / 1024} MB. Xin xoá ảnh thừa, hoặc mang giấy tờ đến quầy.`,
    );
  const id = ctx.newId();
  const paper = {
    id,
    paperId,
    type: file.type,
    pages: file.pages,
    width: file.size?.width ?? null,
    height: file.size?.height ?? null,
    bytes: file.bytes.length,
    sha256,
  };
  const sealed = ctx.secrets.sealBytes(file.bytes, fileContext(tx.tenantId, id));
  await insertDraftPaper(tx, draft.id, { ...paper, sealed }, now);
  await touched(tx, draft, now);
  return { paper, again: false };
}

/** Takes a paper out of a locked draft; nothing happens when it is gone already. */
export async function removePaper(tx: Tx, draft: DraftRow, id: string, now: Instant): Promise<void> {
  needsOpen(draft);
  if ((await deleteDraftPaper(tx, draft.id, id)) > 0) await touched(tx, draft, now);
}

/** What its page shows of a paper. */
export function shownPaper({ id, paperId, type, pages, bytes }: DraftPaper): DraftPaperView {
  return { id, paperId, type, pages, bytes };
}

/** The papers a citizen can send; what is only shown at the counter has no slot. */
export function slotsOf(procedure: Procedure): Procedure['papers'] {
  return procedure.papers.filter(({ use }) => use === 'submit');
}

async function nameOfSlot(tx: Tx, draft: DraftRow, paperId: string, now: Instant): Promise<string> {
  const offered = await getOffered(tx, draft.procedureCode, dateOf(now));
  const slot = offered && slotsOf(offered.procedure).find(({ id }) => id === paperId);
  if (slot === undefined)
    throw new Problem('invalid_fields', 'Giấy tờ này không thuộc thủ tục. Xin tải lại trang.', {
      fields: [{ field: 'paperId', message: 'Chọn một giấy tờ của thủ tục.' }],
    });
  return slot.name;
}

async function touched(tx: Tx, draft: DraftRow, now: Instant): Promise<void> {
  await touchDraft(
    tx,
    { id: draft.id, version: draft.version + 1, expiresAt: plusDays(now, draftDays) },
    now,
  );
}
