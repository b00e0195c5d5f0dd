// Adds scans and photographs to a dossier that is already here: kept and told to the ledger in one transaction.

import type { KeptFile } from '@motcua/domain/dossier';
import { takesPart } from '@motcua/domain/dossier-place';
import { whyNotAddFiles } from '@motcua/domain/dossier-rights';
import { dateOf } from '@motcua/domain/time';
import { standingOf } from '../agencies/standing.ts';
import { once } from '../dossiers/command.ts';
import { recordNext } from '../dossiers/record.ts';
import { lockDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { getVersion } from '../procedures/store.ts';
import { fillSlots } from './fill-slots.ts';
import type { AddFilesBody } from './schema.ts';

/** Nobody's step passes by it: whatever version the officer saw, a further file disturbs no decision. */
export async function addFiles(
  ctx: Context,
  caller: Caller,
  dossierId: string,
  body: AddFilesBody,
  key: string,
): Promise<{ files: KeptFile[]; version: number }> {
  const now = ctx.clock.now();
  const { officerId } = caller;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: officerId, key, request: { dossierId, body }, at: now }, async () => {
      const locked = await lockDossier(tx, dossierId);
      if (locked === undefined || !takesPart(locked.dossier, caller.agencyId))
        throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
      const { dossier } = locked;
      const whyNot = whyNotAddFiles(dossier, await standingOf(tx, caller, dateOf(now)));
      if (whyNot !== null) throw new Problem('not_allowed', whyNot);
      const { papers } = await getVersion(tx, dossier.procedureCode, dossier.procedureVersion);
      const named = [...dossier.papers.map(({ paperId, name }) => ({ id: paperId, name })), ...papers];
      const paper = named.find(({ id }) => id === body.paperId);
      if (paper === undefined)
        throw new Problem('invalid_fields', 'Giấy tờ này không thuộc hồ sơ. Xin tải lại trang.', {
          fields: [{ field: 'paperId', message: 'Chọn một giấy tờ của hồ sơ.' }],
        });
      const slot = { paperId: paper.id, name: paper.name, uploads: body.uploads };
      const files = await fillSlots(ctx, tx, [slot], { dossierId, officerId, origin: 'desk', now });
      const actor = { kind: 'officer', officerId, onBehalf: false } as const;
      const saved = await recordNext(ctx, tx, locked, {
        events: [{ type: 'files_kept', files }],
        actor,
        now,
      });
      return { files, version: saved.version };
    }),
  );
}
