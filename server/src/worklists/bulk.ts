// One act on many dossiers: shown first one by one, then done one by one, each in its own transaction and with its own result.

import type { Dossier } from '@motcua/domain/dossier';
import { actionLabels } from '@motcua/domain/dossier-action';
import { decide } from '@motcua/domain/dossier-decide';
import { takesPart } from '@motcua/domain/dossier-place';
import { wordsOf } from '@motcua/domain/event-words';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getFrame, unitOf } from '../agencies/frame-store.ts';
import { nameOfficers } from '../agencies/officer-store.ts';
import { standingOf } from '../agencies/standing.ts';
import { factsFor } from '../dossiers/act.ts';
import { getApplicant } from '../dossiers/applicant-store.ts';
import { once } from '../dossiers/command.ts';
import { findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { addJob } from '../platform/jobs.ts';
import { Problem } from '../platform/problem.ts';
import { insertRun, listItems, listRuns } from './bulk-store.ts';
import type { BulkBody, BulkPreview, BulkRun, BulkRuns, BulkStarted } from './schema.ts';

/** What would become of each, decided as it will be; nothing is written. */
export async function previewBulk(ctx: Context, caller: Caller, body: BulkBody): Promise<BulkPreview> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const standing = await standingOf(tx, caller, dateOf(now));
    const rows: BulkPreview['rows'] = [];
    for (const { id, version } of unique(body.dossiers)) {
      const dossier = await findDossier(tx, id);
      if (dossier === undefined || !takesPart(dossier, caller.agencyId)) continue;
      const { fullName: applicantName } = await getApplicant(tx, dossier.applicantId);
      const verdict =
        dossier.version === version
          ? await foretell(tx, dossier, standing, body, now)
          : {
              possible: false,
              text: 'Hồ sơ vừa được người khác cập nhật. Xin xem lại trong danh sách rồi chọn.',
            };
      rows.push({ id, code: dossier.code, procedureName: dossier.procedureName, applicantName, ...verdict });
    }
    return { possible: rows.filter(({ possible }) => possible).length, rows };
  });
}

async function foretell(
  tx: Tx,
  dossier: Dossier,
  caller: Caller,
  { action }: BulkBody,
  now: Instant,
): Promise<{ possible: boolean; text: string }> {
  const frame = await getFrame(tx, dossier.agencyId);
  const facts = await factsFor(tx, frame, dossier, action, now);
  const decision = decide(dossier, action, { kind: 'officer', ...caller }, now, facts);
  if (!decision.ok) return { possible: false, text: decision.refusal.why };
  const [event] = decision.events;
  if (event === undefined) return { possible: true, text: actionLabels[action.type] };
  const names = await nameOfficers(tx, 'officerId' in event && event.officerId ? [event.officerId] : []);
  const { text } = wordsOf(event, dossier, {
    unitName: (code) => unitOf(frame, code).name,
    officerName: (id) => names.get(id) ?? 'cán bộ',
    today: dateOf(now),
  });
  return { possible: true, text };
}

/** Keeps what was asked; a job does it, whether the officer stays on the page or not. */
export async function startBulk(
  ctx: Context,
  caller: Caller,
  body: BulkBody,
  key: string,
): Promise<BulkStarted> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: body, at: now }, async () => {
      const { officerId, agencyId, unit } = await standingOf(tx, caller, dateOf(now));
      const dossiers = unique(body.dossiers);
      for (const { id } of dossiers) {
        const dossier = await findDossier(tx, id);
        if (dossier === undefined || !takesPart(dossier, agencyId))
          throw new Problem(
            'not_found',
            'Trong các hồ sơ đã chọn có hồ sơ không thuộc cơ quan. Xin tải lại danh sách rồi chọn lại.',
          );
      }
      const id = ctx.newId();
      await insertRun(tx, { id, officerId, agencyId, unit, action: body.action, createdAt: now }, dossiers);
      await addJob(tx, 'act-on-many', { tenantId: tx.tenantId, runId: id }, { key: `act-on-many:${id}` });
      return { id };
    }),
  );
}

export async function readRun(ctx: Context, caller: Caller, runId: string): Promise<BulkRun> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [sums] = await listRuns(tx, caller.officerId, runId);
    if (sums === undefined)
      throw new Problem('not_found', 'Không có lần xử lý hàng loạt này, hoặc là của đồng nghiệp khác.');
    const { action, ...run } = sums;
    return { ...run, label: actionLabels[action.type], rows: await listItems(tx, runId) };
  });
}

export async function readRuns(ctx: Context, caller: Caller): Promise<BulkRuns> {
  const runs = await ctx.database.tenant(caller.tenantId, (tx) => listRuns(tx, caller.officerId, null));
  return { runs: runs.map(({ action, ...run }) => ({ ...run, label: actionLabels[action.type] })) };
}

/** Each dossier once, in the order of the list. */
function unique(dossiers: BulkBody['dossiers']): BulkBody['dossiers'] {
  return [...new Map(dossiers.map((each) => [each.id, each])).values()];
}
