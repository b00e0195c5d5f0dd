// Keeps a checked file with a dossier, in the caller's transaction: the row, its version, and what the event says of it.

import { createHash } from 'node:crypto';
import type { KeptFile } from '@motcua/domain/dossier';
import type { Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { CheckedFile } from './check.ts';
import { type FileOrigin, insertFile } from './store.ts';

export interface FileToKeep {
  dossierId: string;
  /** The slot: a paper of the procedure, or `x1`, `x2` … beyond its list; and its name, for people. */
  paperId: string;
  name: string;
  origin: FileOrigin;
  /** Who keeps it; null when the citizen sent it. */
  officerId: string | null;
  file: CheckedFile;
  now: Instant;
}

/**
 * Call it with the dossier locked or new, and record what it gives in the same transaction as the event `files_kept`:
 * the ledger proves each file. A newer file of a slot is a further version; nothing is ever replaced.
 */
export async function keepFile(ctx: Context, tx: Tx, keeping: FileToKeep): Promise<KeptFile> {
  const { dossierId, paperId, name, origin, officerId, file, now } = keeping;
  const id = ctx.newId();
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const { version } = await insertFile(tx, {
    id,
    dossierId,
    paperId,
    origin,
    type: file.type,
    pages: file.pages,
    bytes: file.bytes.length,
    sha256,
    sealed: ctx.secrets.sealBytes(file.bytes, fileContext(tx.tenantId, id)),
    keptAt: now,
    officerId,
  });
  return { id, paperId, name, version, pages: file.pages, sha256 };
}

/** What the bytes of a file, or of an upload, are sealed for. */
export function fileContext(tenantId: string, id: string): string {
  return `${tenantId}/file/${id}`;
}
