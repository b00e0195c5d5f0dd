// Opens the draft of a page's address, locked, in one transaction: the address is the right to it.

import { tenantOfToken } from '../dossiers/link-token.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { findDraft } from './find.ts';
import type { DraftRow } from './store.ts';

export interface OpenDraft {
  tx: Tx;
  draft: DraftRow;
}

/** @throws Problem `not_found` for what is no draft's address, and for one whose time is over: alike */
export async function openDraft<T>(
  ctx: Context,
  token: string,
  work: (open: OpenDraft) => Promise<T>,
): Promise<T> {
  const tenantId = tenantOfToken(token);
  if (tenantId === null) throw noDraft();
  return ctx.database.tenant(tenantId, async (tx) => {
    const draft = await findDraft(ctx, tx, token, ctx.clock.now());
    if (draft === undefined) throw noDraft();
    return work({ tx, draft });
  });
}

function noDraft(): Problem {
  return new Problem(
    'not_found',
    'Không có bản nháp này, hoặc đã quá 30 ngày không sửa nên đã xoá. Anh/Chị bắt đầu lại từ trang thủ tục.',
  );
}
