// A merger: shown first, then one decision with number and date. The agency ends, its people and dossiers go on.

import { agencyKinds } from '@motcua/domain/agency';
import { longDayText } from '@motcua/domain/clock-time';
import { foldedKey } from '@motcua/domain/folding';
import { dateOf } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { addJob } from '../platform/jobs.ts';
import { beginMerger } from './begin-merger.ts';
import { fieldProblem, manage, needsPeopleManager, needsScope } from './manage.ts';
import { countByUnit, countConcerned, insertMerger, listPostsToMove } from './merger-store.ts';
import type { DoneView, MergerBody, MergerPreview } from './schema.ts';
import { type Agency, getAgency, listUnits, type Unit } from './store.ts';
import { getPlace } from './tree-store.ts';

/** What would move, and into which unit; nothing is written. */
export async function previewMerger(
  ctx: Context,
  caller: Caller,
  asked: { agencyId: string; to: string },
): Promise<MergerPreview> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    needsPeopleManager(caller);
    const { from, to, units, heirs } = await lookAt(tx, caller, asked);
    const today = dateOf(ctx.clock.now());
    const [dossiers, lying, posts] = await Promise.all([
      countConcerned(tx, from.id, from.code),
      countByUnit(tx, from.id),
      listPostsToMove(tx, from.id, today),
    ]);
    const count = (rows: readonly { unit: string }[], code: string) =>
      rows.filter(({ unit }) => unit === code).length;
    return {
      fromName: from.name,
      toName: to.name,
      dossiers,
      officers: new Set(posts.map(({ officerId }) => officerId)).size,
      units: units.map(({ code, name }) => ({
        code,
        name,
        dossiers: lying.find(({ unit }) => unit === code)?.count ?? 0,
        officers: count(posts, code),
        heir: heirOf({ code, name }, heirs),
      })),
      heirs: heirs.map(({ code, name }) => ({ code, name })),
    };
  });
}

/** Decides it: from the day on the agency is no more. Its dossiers move by a job, each with its line in the ledger. */
export async function decideMerger(
  ctx: Context,
  caller: Caller,
  request: MergerBody & { agencyId: string },
  key: string,
): Promise<DoneView> {
  const id = ctx.newId();
  return manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    const { from, to, units, heirs } = await lookAt(tx, caller, request);
    const known = new Set(heirs.map(({ code }) => code));
    const orphan = units.find(({ code }) => !known.has(request.units[code] ?? ''));
    if (orphan !== undefined)
      throw fieldProblem(
        `units.${orphan.code}`,
        `Chọn bộ phận của ${to.name} làm tiếp việc của ${orphan.name}.`,
      );
    if (request.decisionDate > dateOf(now))
      throw fieldProblem('decisionDate', 'Ngày quyết định chưa đến. Xin ghi theo văn bản đã ký.');
    const merger = {
      id,
      agencyId: from.id,
      successorId: to.id,
      decisionNumber: request.decisionNumber,
      decisionDate: request.decisionDate,
      effectiveOn: request.effectiveOn,
      unitMap: request.units,
      decidedBy: caller.officerId,
      expected: await countConcerned(tx, from.id, from.code),
    };
    if (!(await insertMerger(tx, merger, now)))
      throw fieldProblem('to', `${from.name} đã có quyết định sáp nhập. Xin tải lại trang để xem.`);
    const text = `Sáp nhập ${from.name} vào ${to.name} từ ${longDayText(request.effectiveOn)}, theo Quyết định số ${request.decisionNumber} ngày ${longDayText(request.decisionDate).replace('ngày ', '')}`;
    for (const agencyId of [from.id, to.id]) await note({ agencyId, kind: 'merger_decided', text });
    if (request.effectiveOn <= dateOf(now)) {
      await beginMerger(ctx, tx, { ...merger, begunAt: null, moved: 0, finishedAt: null }, now);
      await addJob(tx, 'apply-mergers', { tenantId: tx.tenantId }, { key: `apply-mergers/${id}` });
    }
    const { expected } = merger;
    return { id, text: `${text}. ${expected.toLocaleString('vi-VN')} hồ sơ đang mở chuyển theo.` };
  });
}

interface Both {
  from: Agency;
  to: Agency;
  units: Unit[];
  heirs: Unit[];
}

/** Both agencies are of the caller's, and both still stand. */
async function lookAt(tx: Tx, caller: Caller, asked: { agencyId: string; to: string }): Promise<Both> {
  if (asked.to === asked.agencyId) throw fieldProblem('to', 'Chọn một cơ quan khác để nhập vào.');
  for (const id of [asked.agencyId, asked.to]) {
    await needsScope(tx, caller, id);
    const { endedOn, kind } = await getPlace(tx, id);
    if (endedOn !== null)
      throw fieldProblem('to', `${agencyKinds[kind]} này đã kết thúc. Xin chọn cơ quan đang hoạt động.`);
  }
  if (asked.agencyId === caller.agencyId)
    throw fieldProblem('to', 'Cơ quan của chính mình do cơ quan cấp trên sáp nhập.');
  const [from, to, units, heirs] = await Promise.all([
    getAgency(tx, asked.agencyId),
    getAgency(tx, asked.to),
    listUnits(tx, asked.agencyId),
    listUnits(tx, asked.to),
  ]);
  return { from, to, units, heirs };
}

/** The same code, else the same name; null: somebody has to say. */
function heirOf(unit: { code: string; name: string }, heirs: readonly Unit[]): string | null {
  const same =
    heirs.find(({ code }) => code === unit.code) ??
    heirs.find(({ name }) => foldedKey(name) === foldedKey(unit.name));
  return same?.code ?? null;
}
