// Papers go from desk to desk in a batch: who gives them signs by making it, who receives them scans and signs for each.

import { dateOf } from '@motcua/domain/time';
import { nameOfficers } from '../agencies/officer-store.ts';
import { standingOf } from '../agencies/standing.ts';
import { listUnits } from '../agencies/store.ts';
import { once } from '../dossiers/command.ts';
import { recordNext } from '../dossiers/record.ts';
import { findDossier, lockDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import {
  type BatchRow,
  findBatch,
  findUnderWay,
  insertBatch,
  listBatches,
  listBatchLines,
  receiveLine,
  removeMissing,
} from './batch-store.ts';
import type { BatchBody, BatchList, BatchView } from './schema.ts';

/** The giver's signature is their account: it stands on the record and in the ledger of each dossier. */
export async function giveBatch(
  ctx: Context,
  caller: Caller,
  body: BatchBody,
  key: string,
): Promise<BatchView> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: { giveBatch: body }, at: now }, async () => {
      const { agencyId, officerId, unit } = await standingOf(tx, caller, dateOf(now));
      const units = await listUnits(tx, agencyId);
      if (body.toUnit === unit || !units.some(({ code }) => code === body.toUnit))
        throw new Problem('invalid_fields', 'Chọn bộ phận nhận, khác với bộ phận của Anh/Chị.', {
          fields: [{ field: 'toUnit', message: 'Chọn bộ phận nhận.' }],
        });
      for (const id of body.dossierIds) {
        const dossier = await findDossier(tx, id);
        if (dossier?.agencyId !== agencyId || dossier.code === null)
          throw new Problem('not_found', 'Có hồ sơ không thuộc cơ quan này. Xin bỏ ra rồi bàn giao lại.');
      }
      const [busy] = await findUnderWay(tx, body.dossierIds);
      if (busy !== undefined)
        throw new Problem(
          'not_possible_now',
          `Hồ sơ ${busy.code} đang trong đợt bàn giao ${busy.batch} chưa nhận xong. Xin bỏ ra, hoặc chờ bên nhận ký.`,
        );
      const id = ctx.newId();
      const year = Number(dateOf(now).slice(0, 4));
      const batch = {
        id,
        agencyId,
        year,
        fromUnit: unit,
        toUnit: body.toUnit,
        fromOfficer: officerId,
        at: now,
      };
      await insertBatch(tx, batch, body.dossierIds);
      return viewWithin(tx, await getBatch(tx, caller, id), caller);
    }),
  );
}

/** Signs for the papers that were scanned. What was not scanned stays missing, for both sides to see. */
export async function receiveBatch(
  ctx: Context,
  caller: Caller,
  batchId: string,
  { dossierIds }: { dossierIds: readonly string[] },
  key: string,
): Promise<BatchView> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: { batchId, dossierIds }, at: now }, async () => {
      const officer = await standingOf(tx, caller, dateOf(now));
      const batch = await getBatch(tx, caller, batchId);
      if (batch.toUnit !== officer.unit || batch.fromOfficer === officer.officerId)
        throw new Problem(
          'not_allowed',
          'Đợt này do bộ phận nhận ký. Xin nhờ cán bộ của bộ phận đó quét và ký nhận.',
        );
      const actor = { kind: 'officer', officerId: officer.officerId, onBehalf: false } as const;
      const event = {
        type: 'papers_received',
        batch: nameOf(batch),
        fromOfficerId: batch.fromOfficer,
      } as const;
      for (const id of [...dossierIds].sort()) {
        const locked = await lockDossier(tx, id);
        if (locked === undefined || !(await receiveLine(tx, batchId, id, officer.officerId, now)))
          throw new Problem(
            'not_possible_now',
            'Có hồ sơ không nằm trong đợt này hoặc đã được ký nhận. Xin tải lại trang.',
          );
        await recordNext(ctx, tx, locked, { events: [event], actor, now });
      }
      return viewWithin(tx, batch, caller);
    }),
  );
}

/** The giver takes back what did not arrive, so that it can go with another batch. */
export async function takeBackMissing(ctx: Context, caller: Caller, batchId: string): Promise<BatchView> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const batch = await getBatch(tx, caller, batchId);
    if (batch.fromOfficer !== caller.officerId)
      throw new Problem('not_allowed', 'Chỉ người bàn giao lấy lại được hồ sơ chưa nhận.');
    await removeMissing(tx, batchId);
    return viewWithin(tx, batch, caller);
  });
}

export async function viewBatches(ctx: Context, caller: Caller): Promise<BatchList> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const rows = await listBatches(tx, caller.agencyId);
    const units = await listUnits(tx, caller.agencyId);
    const names = await nameOfficers(
      tx,
      rows.map(({ fromOfficer }) => fromOfficer),
    );
    const unitName = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
    return {
      units: units.filter(({ code }) => code !== caller.unit).map(({ code, name }) => ({ code, name })),
      batches: rows.map((row) => ({
        id: row.id,
        name: nameOf(row),
        fromUnit: unitName(row.fromUnit),
        toUnit: unitName(row.toUnit),
        fromOfficer: names.get(row.fromOfficer) ?? '',
        at: row.at,
        count: row.count,
        missing: row.missing,
        mayReceive: row.missing > 0 && row.toUnit === caller.unit && row.fromOfficer !== caller.officerId,
      })),
    };
  });
}

export async function viewBatch(ctx: Context, caller: Caller, batchId: string): Promise<BatchView> {
  return ctx.database.tenant(caller.tenantId, async (tx) =>
    viewWithin(tx, await getBatch(tx, caller, batchId), caller),
  );
}

async function getBatch(tx: Tx, caller: Caller, id: string): Promise<BatchRow> {
  const batch = await findBatch(tx, id);
  if (batch?.agencyId !== caller.agencyId)
    throw new Problem('not_found', 'Không có đợt bàn giao này tại cơ quan của Anh/Chị.');
  return batch;
}

async function viewWithin(tx: Tx, batch: BatchRow, caller: Caller): Promise<BatchView> {
  const lines = await listBatchLines(tx, batch.id);
  const signers = lines.flatMap(({ receivedBy }) => (receivedBy === null ? [] : [receivedBy]));
  const names = await nameOfficers(tx, [batch.fromOfficer, ...signers]);
  const units = await listUnits(tx, batch.agencyId);
  const unitName = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  return {
    id: batch.id,
    name: nameOf(batch),
    fromUnit: unitName(batch.fromUnit),
    toUnit: unitName(batch.toUnit),
    fromOfficer: names.get(batch.fromOfficer) ?? '',
    at: batch.at,
    mayReceive: batch.toUnit === caller.unit && batch.fromOfficer !== caller.officerId,
    mayTakeBack: batch.fromOfficer === caller.officerId,
    lines: lines.map(({ receivedBy, ...line }) => ({
      ...line,
      receivedBy: receivedBy === null ? null : (names.get(receivedBy) ?? ''),
    })),
  };
}

function nameOf({ number, year }: BatchRow): string {
  return `${number}/${year}`;
}
