// A file comes in parts over a weak line: what has arrived stays, and when it is whole it is looked at and laid in its slot.

import { largestUpload } from '@motcua/domain/paper-file';
import type { Instant } from '@motcua/domain/time';
import { checkFile } from '../files/check.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { type OpenDraft, openDraft } from './open.ts';
import { addPaper, digestOfSent, shownPaper } from './papers.ts';
import { countPartBytes, deleteParts, insertPart, listParts, readParts } from './part-store.ts';
import { needsOpen } from './save.ts';
import type { UploadProgress } from './schema.ts';

/** Bytes of a draft on their way at once. */
const mostOnTheWay = 3 * largestUpload;

export interface Part {
  uploadId: string;
  paperId: string;
  total: number;
  from: number;
  bytes: Buffer;
}

/** Keeps a part; the last one makes the file whole. A part that leaves a gap is told from where to go on. */
export async function receivePart(ctx: Context, token: string, part: Part): Promise<UploadProgress> {
  const { uploadId, total } = part;
  if (total > largestUpload)
    throw new Problem(
      'too_large',
      `Mỗi tệp không quá ${largestUpload / 1024 / 1024} MB. Xin chọn tệp nhỏ hơn.`,
    );
  const now = ctx.clock.now();
  const whole = await openDraft(ctx, token, (open) => keepPart(ctx, open, part, now));
  if (typeof whole === 'number') return { received: whole, paper: null };
  // Looked at while no transaction is open: a photograph may take a second.
  const looked = await checkFile(whole).catch((problem: unknown) => ({ problem }));
  return openDraft(ctx, token, async ({ tx, draft }) => {
    await deleteParts(tx, draft.id, uploadId);
    if ('problem' in looked) return looked;
    const sent = { paperId: part.paperId, file: looked, sha256: digestOfSent(whole) };
    const { paper } = await addPaper(ctx, tx, draft, sent, now);
    return { received: total, paper: shownPaper(paper) };
  }).then((answer) => {
    if ('problem' in answer) throw answer.problem;
    return answer;
  });
}

/** How far an upload came: asked after the line was lost. */
export async function readProgress(ctx: Context, token: string, uploadId: string): Promise<UploadProgress> {
  return openDraft(ctx, token, async ({ tx, draft }) => ({
    received: arrived(await listParts(tx, draft.id, uploadId)),
    paper: null,
  }));
}

/** The bytes when they are all there, else how many arrived. */
async function keepPart(
  ctx: Context,
  { tx, draft }: OpenDraft,
  { uploadId, total, from, bytes }: Part,
  now: Instant,
): Promise<Buffer | number> {
  needsOpen(draft);
  const before = arrived(await listParts(tx, draft.id, uploadId));
  if (from > before) return before;
  if (from === before) {
    if (bytes.length === 0 || from + bytes.length > total)
      throw new Problem('bad_request', 'Phần của tệp không khớp với cỡ tệp. Xin chọn lại tệp rồi gửi lại.');
    if ((await countPartBytes(tx, draft.id)) + bytes.length > mostOnTheWay)
      throw new Problem('too_large', 'Đang gửi quá nhiều tệp cùng lúc. Xin chờ các tệp trước gửi xong.');
    const sealed = ctx.secrets.sealBytes(bytes, contextOf(tx, uploadId, from));
    await insertPart(tx, draft.id, uploadId, { startAt: from, bytes: bytes.length, sealed }, now);
  }
  const parts = await readPartsWhen(tx, draft.id, uploadId, total);
  if (parts === null) return Math.max(before, from === before ? before + bytes.length : before);
  return Buffer.concat(
    parts.map(({ startAt, sealed }) => ctx.secrets.openBytes(sealed, contextOf(tx, uploadId, startAt))),
  );
}

async function readPartsWhen(tx: Tx, draftId: string, uploadId: string, total: number) {
  const has = arrived(await listParts(tx, draftId, uploadId));
  return has === total ? readParts(tx, draftId, uploadId) : null;
}

function arrived(parts: readonly { startAt: number; bytes: number }[]): number {
  return parts.reduce((end, { startAt, bytes }) => (startAt === end ? end + bytes : end), 0);
}

function contextOf(tx: Tx, uploadId: string, startAt: number): string {
  return `${tx.tenantId}/part/${uploadId}/${startAt}`;
}
