// Shows the files of a dossier to people with rights on it; every opening is written down before the bytes leave.

import type { Dossier } from '@motcua/domain/dossier';
import { takesPart } from '@motcua/domain/dossier-place';
import { whyNotAddFiles } from '@motcua/domain/dossier-rights';
import { nameOfficers } from '../agencies/officer-store.ts';
import { noteReading } from '../dossiers/reading-store.ts';
import { findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { fileContext } from './keep.ts';
import { photosOfPdf } from './photos-to-pdf.ts';
import type { DossierFiles } from './schema.ts';
import { findFile, insertReading, listFiles } from './store.ts';

export async function viewFiles(ctx: Context, caller: Caller, dossierId: string): Promise<DossierFiles> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const dossier = await getReadable(tx, caller, dossierId);
    const rows = await listFiles(tx, dossierId);
    const names = await nameOfficers(
      tx,
      rows.flatMap(({ officerId }) => (officerId === null ? [] : [officerId])),
    );
    return {
      whyNotAdd: whyNotAddFiles(dossier, caller),
      files: rows.map(({ id, paperId, version, origin, type, pages, bytes, keptAt, officerId }) => ({
        id,
        paperId,
        version,
        origin,
        type,
        pages,
        bytes,
        keptAt,
        keptBy: officerId === null ? null : (names.get(officerId) ?? null),
      })),
    };
  });
}

export interface ReadFile {
  type: string;
  bytes: Buffer;
  /** `to-khai-2.pdf`: slot and version. */
  fileName: string;
}

/**
 * The file, or with `page` (from 1) one of its photographs. Only the first page is written down as a reading: whoever
 * leafs through has opened the file once.
 */
export async function readFile(
  ctx: Context,
  caller: Caller,
  dossierId: string,
  fileId: string,
  page: number | undefined,
): Promise<ReadFile> {
  const row = await ctx.database.tenant(caller.tenantId, async (tx) => {
    await getReadable(tx, caller, dossierId);
    const found = await findFile(tx, fileId);
    if (found?.dossierId !== dossierId)
      throw new Problem('not_found', 'Hồ sơ không có bản chụp này. Xin tải lại trang.');
    if (page === undefined || page === 1) {
      const { officerId } = caller;
      const at = ctx.clock.now();
      await insertReading(tx, { id: ctx.newId(), dossierId, fileId, officerId, at });
      await noteReading(tx, caller, dossierId, at);
    }
    return found;
  });
  const bytes = ctx.secrets.openBytes(row.sealed, fileContext(caller.tenantId, fileId));
  const name = `${row.paperId}-${row.version}`;
  if (page === undefined || row.type === 'image/jpeg')
    return { type: row.type, bytes, fileName: `${name}.${row.type === 'image/jpeg' ? 'jpg' : 'pdf'}` };
  const photo = photosOfPdf(bytes)?.[page - 1];
  if (photo === undefined) throw new Problem('not_found', 'Trang này chỉ xem được trong tệp PDF.');
  return { type: 'image/jpeg', bytes: photo, fileName: `${name}-trang-${page}.jpg` };
}

async function getReadable(tx: Tx, caller: Caller, dossierId: string): Promise<Dossier> {
  const dossier = await findDossier(tx, dossierId);
  if (dossier === undefined || !takesPart(dossier, caller.agencyId))
    throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
  return dossier;
}
