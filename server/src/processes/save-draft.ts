// Keeps what a manager changed at the desk as a further draft: the version it began from stays as it was.

import { foldedKey } from '@motcua/domain/folding';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { needsManager, unknownProcess } from './publish.ts';
import type { DraftAnswer, DraftBody } from './schema.ts';
import { addDraft, findProcedure, findVersion, lockDrafts } from './store.ts';

/** A manager has read what the import found: the draft they keep has no findings of its own. */
export async function saveDraft(
  ctx: Context,
  caller: Caller,
  request: DraftBody & { code: string; version: number },
  key: string,
): Promise<DraftAnswer> {
  const now = ctx.clock.now();
  const { code, process } = request;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request, at: now }, async () => {
      needsManager(caller);
      await lockDrafts(tx);
      const base = await findVersion(tx, code, request.version);
      if (base === undefined) throw unknownProcess();
      if (process.procedureCode !== code)
        throw new Problem('invalid_fields', 'Quy trình này thuộc thủ tục khác.', {
          fields: [{ field: 'process.procedureCode', message: `Giữ mã ${code}.` }],
        });
      const title = (await findProcedure(tx, code))?.name ?? base.title;
      const draft = {
        process,
        title,
        searchKey: foldedKey(`${code} ${title ?? ''}`),
        source: `bàn làm việc, sửa từ phiên bản ${base.version}`,
        findings: [],
        by: caller.officerId,
      };
      const { version, isNew } = await addDraft(tx, draft, now);
      return {
        version,
        text: isNew ? `Đã giữ bản nháp, phiên bản ${version}.` : `Chưa có gì khác phiên bản ${version}.`,
      };
    }),
  );
}
