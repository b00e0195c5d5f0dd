// Which register books an agency reads: its own, and those of the agencies whose work it went on with.

import { listPredecessors } from '../agencies/merger-store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { RegisterBook } from './schema.ts';

/** Empty while there is only the agency's own. */
export async function listBooks(ctx: Context, caller: Caller): Promise<RegisterBook[]> {
  return ctx.database.tenant(caller.tenantId, (tx) => listPredecessors(tx, caller.agencyId));
}

/** The caller, reading the book of an agency that was merged into theirs; their own where none is named. */
export async function readerOf(ctx: Context, caller: Caller, book: string | undefined): Promise<Caller> {
  if (book === undefined) return caller;
  const found = (await listBooks(ctx, caller)).find(({ id }) => id === book);
  if (found === undefined)
    throw new Problem('not_found', 'Không có sổ này, hoặc sổ của cơ quan khác. Xin chọn lại sổ.');
  return { ...caller, agencyId: found.id };
}
