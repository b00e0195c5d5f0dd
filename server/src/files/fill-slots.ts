// What an officer has scanned or photographed goes into the slots of a dossier: several photographs become one PDF.

import type { KeptFile } from '@motcua/domain/dossier';
import type { Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { CheckedFile } from './check.ts';
import { fileContext, keepFile } from './keep.ts';
import { photosToPdf } from './photos-to-pdf.ts';
import { deleteUploads, type FileOrigin, findUploads, type UploadRow } from './store.ts';

export interface Slot {
  paperId: string;
  name: string;
  /** In the order of the pages. */
  uploads: readonly string[];
}

/** In the caller's transaction, with the dossier locked or new. @throws Problem when something of it is not there */
export async function fillSlots(
  ctx: Context,
  tx: Tx,
  slots: readonly Slot[],
  {
    dossierId,
    officerId,
    origin,
    now,
  }: { dossierId: string; officerId: string; origin: FileOrigin; now: Instant },
): Promise<KeptFile[]> {
  const ids = slots.flatMap(({ uploads }) => uploads);
  if (ids.length === 0) return [];
  const found = new Map((await findUploads(tx, officerId, ids)).map((row) => [row.id, row]));
  const kept: KeptFile[] = [];
  for (const { paperId, name, uploads } of slots) {
    if (uploads.length === 0) continue;
    const rows = uploads.map((id) => found.get(id)).filter((row) => row !== undefined);
    if (rows.length < uploads.length)
      throw new Problem(
        'not_possible_now',
        `Bản chụp của “${name}” không còn trên máy chủ (quá hai ngày, hoặc đã lưu rồi). Xin chụp lại giấy này.`,
      );
    const file = asOneFile(ctx, tx, name, rows);
    kept.push(await keepFile(ctx, tx, { dossierId, paperId, name, origin, officerId, file, now }));
  }
  await deleteUploads(tx, officerId, ids);
  return kept;
}

/** The pages of one paper as one file: several photographs become one PDF. `name`: of the paper, for people. */
export function asOneFile(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  name: string,
  rows: readonly UploadRow[],
): CheckedFile {
  const open = ({ id, sealed }: UploadRow) => ctx.secrets.openBytes(sealed, fileContext(tx.tenantId, id));
  const [only, another] = rows;
  if (only !== undefined && another === undefined)
    return { type: only.type, bytes: open(only), pages: only.pages, size: null };
  const photos = rows.map((row) => {
    if (row.width === null || row.height === null)
      throw new Problem(
        'invalid_fields',
        `“${name}” nhận một tệp PDF, hoặc nhiều ảnh; không nhận cả hai cùng lúc. Xin bỏ bớt.`,
      );
    return { bytes: open(row), width: row.width, height: row.height };
  });
  return { type: 'application/pdf', bytes: photosToPdf(photos), pages: photos.length, size: null };
}
