// An officer sends a scan or a photograph before it is filed: checked, made small, and kept for that officer alone.

import { plusDays } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { checkFile } from './check.ts';
import { fileContext } from './keep.ts';
import type { UploadAnswer } from './schema.ts';
import { deleteUploads, deleteUploadsBefore, findUploads, insertUpload } from './store.ts';

const forgottenAfterDays = 2;

/** What is never filed is forgotten after two days, at the next upload of anybody. */
export async function upload(ctx: Context, caller: Caller, sent: Buffer): Promise<UploadAnswer> {
  const { type, bytes, pages, size } = await checkFile(sent);
  const now = ctx.clock.now();
  const id = ctx.newId();
  await ctx.database.tenant(caller.tenantId, async (tx) => {
    await deleteUploadsBefore(tx, plusDays(now, -forgottenAfterDays));
    const sealed = ctx.secrets.sealBytes(bytes, fileContext(tx.tenantId, id));
    const { width, height } = size ?? { width: null, height: null };
    await insertUpload(tx, caller.officerId, { id, type, pages, width, height, sealed }, now);
  });
  return { id, type, pages, bytes: bytes.length, sentBytes: sent.length };
}

/** The bytes back, for who sent them. */
export async function readUpload(
  ctx: Context,
  caller: Caller,
  id: string,
): Promise<{ type: string; bytes: Buffer }> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [row] = await findUploads(tx, caller.officerId, [id]);
    if (row === undefined)
      throw new Problem('not_found', 'Bản chụp này không còn trên máy chủ. Xin chụp lại.');
    return { type: row.type, bytes: ctx.secrets.openBytes(row.sealed, fileContext(tx.tenantId, id)) };
  });
}

export async function dropUpload(ctx: Context, caller: Caller, id: string): Promise<void> {
  await ctx.database.tenant(caller.tenantId, (tx) => deleteUploads(tx, caller.officerId, [id]));
}
