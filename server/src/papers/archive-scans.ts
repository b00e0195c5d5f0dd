// The scans and photographs of a dossier for its package: opened, compared with the ledger, and written down as read.

import { createHash } from 'node:crypto';
import type { Instant } from '@motcua/domain/time';
import { fileContext } from '../files/keep.ts';
import { findFile, insertReading, listFiles } from '../files/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { ZipFile } from '../platform/zip.ts';
import type { Subject } from './gather.ts';

/**
 * Every version of every slot: `ban-chup/p1-2.pdf` is the second of paper p1.
 * @throws Problem when a file is not the one that an event of the ledger names
 */
export async function scansOf(
  ctx: Context,
  tx: Tx,
  caller: Caller,
  { dossier, history }: Subject,
  at: Instant,
): Promise<ZipFile[]> {
  const named = new Map(
    history.flatMap(({ event }) =>
      event.type === 'files_kept' ? event.files.map(({ id, sha256 }) => [id, sha256] as const) : [],
    ),
  );
  const scans: ZipFile[] = [];
  for (const { id, paperId, version, type } of await listFiles(tx, dossier.id)) {
    const row = await findFile(tx, id);
    if (row === undefined) throw new Error('A file that was listed is there.');
    const data = ctx.secrets.openBytes(row.sealed, fileContext(tx.tenantId, id));
    if (createHash('sha256').update(data).digest('hex') !== named.get(id))
      throw new Problem(
        'not_possible_now',
        'Một bản chụp của hồ sơ này không khớp với sổ cái nên chưa lưu trữ được. Xin báo quản trị chạy lệnh kiểm tra sổ cái.',
      );
    const { officerId } = caller;
    await insertReading(tx, { id: ctx.newId(), dossierId: dossier.id, fileId: id, officerId, at });
    const ending = type === 'image/jpeg' ? 'jpg' : 'pdf';
    scans.push({ name: `ban-chup/${paperId}-${version}.${ending}`, data });
  }
  return scans;
}
