// Moves running dossiers to a newer version: shown first one by one, then in one decision, each with its ledger row.

import { hash } from 'node:crypto';
import { currentStep, type Dossier } from '@motcua/domain/dossier';
import type { PlaceOf } from '@motcua/domain/dossier-place';
import { canonicalJson } from '@motcua/domain/ledger';
import { waysOf } from '@motcua/domain/process-budget';
import { moveEvent, whereAfter } from '@motcua/domain/process-move';
import { dateOf } from '@motcua/domain/time';
import { readPlaces } from '../agencies/place-store.ts';
import { once } from '../dossiers/command.ts';
import { recordNext } from '../dossiers/record.ts';
import { lockDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { needsManager, unknownProcess } from './publish.ts';
import { type MoveAnswer, type MoveBody, type MovePreview, mostMoved } from './schema.ts';
import { findVersion, listRunningOthers, type ProcessRow } from './store.ts';

interface Version {
  code: string;
  version: number;
}

/** Where every running dossier would stand; nothing is written. */
export async function previewMoves(ctx: Context, caller: Caller, version: Version): Promise<MovePreview> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    needsManager(caller);
    const target = await inForce(tx, version, dateOf(ctx.clock.now()));
    const { rows, total } = await listRunningOthers(tx, caller.agencyId, waysOf(target.process), mostMoved);
    const { placeOf } = await readPlaces(tx, target.process);
    return { rows: rows.map((dossier) => previewOf(dossier, target, placeOf)), total };
  });
}

/** Moves those named, all or nothing; those that have changed since the preview or cannot be moved stay, by name. */
export async function moveDossiers(
  ctx: Context,
  caller: Caller,
  request: Version & MoveBody,
  key: string,
): Promise<MoveAnswer> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request, at: now }, async () => {
      needsManager(caller);
      const { process, version } = await inForce(tx, request, dateOf(now));
      const { placeOf } = await readPlaces(tx, process);
      const actor = { kind: 'officer', officerId: caller.officerId, onBehalf: false } as const;
      const stayed: MoveAnswer['stayed'] = [];
      let moved = 0;
      // In one order for everybody: two decisions at once wait for each other, and never both.
      const wanted = [...new Map(request.dossiers.map((each) => [each.id, each])).values()];
      for (const { id, version: seen } of wanted.sort((a, b) => (a.id < b.id ? -1 : 1))) {
        const locked = await lockDossier(tx, id);
        const dossier = locked?.dossier;
        if (
          locked === undefined ||
          dossier === undefined ||
          dossier.agencyId !== caller.agencyId ||
          dossier.procedureCode !== request.code
        ) {
          stayed.push({
            id,
            code: null,
            why: 'Không có hồ sơ này trong thủ tục, hoặc hồ sơ thuộc cơ quan khác.',
          });
          continue;
        }
        const move = whereAfter(dossier, process, placeOf);
        const why =
          dossier.version !== seen
            ? 'Hồ sơ vừa được xử lý thêm sau khi xem trước; xin xem lại rồi chuyển.'
            : move.ok
              ? null
              : move.why;
        if (!move.ok || why !== null) {
          stayed.push({ id, code: dossier.code, why: why ?? '' });
          continue;
        }
        const recording = { events: [moveEvent(dossier, move, version, request.reason)], actor, now };
        // Each dossier keeps its own share of the decision, under the decision's key.
        await recordNext(ctx, tx, locked, recording, (after) => ({
          issuer: caller.officerId,
          key: `${key}/${id}`,
          requestHash: hash('sha256', canonicalJson({ ...request, dossiers: id })),
          response: { id, version: after.version },
          at: now,
        }));
        moved += 1;
      }
      const rest = stayed.length === 0 ? '' : ` ${stayed.length} hồ sơ giữ quy trình cũ, có ghi lý do.`;
      return { moved, stayed, text: `Đã chuyển ${moved} hồ sơ sang phiên bản ${version}.${rest}` };
    }),
  );
}

/** What is published never changes again, so nobody has to wait for it. */
async function inForce(tx: Tx, { code, version }: Version, today: string): Promise<ProcessRow> {
  const row = await findVersion(tx, code, version);
  if (row === undefined) throw unknownProcess();
  if (row.publishedAt === null || (row.effectiveFrom ?? '') > today)
    throw new Problem(
      'not_possible_now',
      'Chỉ chuyển hồ sơ sang phiên bản đã công bố và đang có hiệu lực. Xin chờ đến ngày có hiệu lực.',
    );
  return row;
}

function previewOf(dossier: Dossier, { process }: ProcessRow, placeOf: PlaceOf): MovePreview['rows'][number] {
  const move = whereAfter(dossier, process, placeOf);
  return {
    id: dossier.id,
    version: dossier.version,
    code: dossier.code,
    summary: dossier.summary,
    from: currentStep(dossier).name,
    to: move.ok ? (move.process.steps[move.to]?.name ?? null) : null,
    why: move.ok ? null : move.why,
  };
}
