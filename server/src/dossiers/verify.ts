// Proves the ledger: every chain unbroken, and every row equal to the fold of its events.

import type { Calendar } from '@motcua/domain/calendar';
import type { Dossier } from '@motcua/domain/dossier';
import { fold } from '@motcua/domain/dossier-apply';
import { canonicalJson, chainStart } from '@motcua/domain/ledger';
import { getCalendar, getCalendarVersion } from '../agencies/store.ts';
import type { Database, Tx } from '../platform/database.ts';
import { project } from './record.ts';
import { columnsOf, hashRow, readLedger } from './store.ts';
import { listForVerification, type RowToVerify } from './verify-store.ts';

export interface LedgerFault {
  tenantId: string;
  dossierId: string;
  code: string | null;
  /** The first row that does not fit; null when the chain is whole but the dossier's row differs from it. */
  seq: number | null;
  problem: string;
}

export interface Verification {
  dossiers: number;
  events: number;
  faults: LedgerFault[];
}

/** Verifies one tenant, page by page, so that a million dossiers need no more memory than one page. */
export async function verifyTenant(
  database: Database,
  tenantId: string,
  onProgress: (done: number) => void = () => {},
): Promise<Verification> {
  const result: Verification = { dossiers: 0, events: 0, faults: [] };
  let after: string | null = null;
  for (;;) {
    const page: RowToVerify[] = await database.tenant(tenantId, (tx) => listForVerification(tx, after));
    if (page.length === 0) return result;
    for (const row of page) {
      const { events, fault } = await database.tenant(tenantId, async (tx) => {
        const rows = await readLedger(tx, row.id);
        return { events: rows.length, fault: await verifyDossier(tx, row, rows) };
      });
      result.events += events;
      result.dossiers += 1;
      if (fault !== null) result.faults.push({ tenantId, dossierId: row.id, code: row.code, ...fault });
    }
    after = page.at(-1)?.id ?? null;
    onProgress(result.dossiers);
  }
}

async function verifyDossier(
  tx: Tx,
  row: RowToVerify,
  ledger: Awaited<ReturnType<typeof readLedger>>,
): Promise<{ seq: number | null; problem: string } | null> {
  let prev = chainStart;
  for (const [index, { recorded, prevHash, hash }] of ledger.entries()) {
    if (recorded.seq !== index + 1) return { seq: index + 1, problem: 'thiếu dòng này trong sổ' };
    if (prevHash !== prev) return { seq: recorded.seq, problem: 'không nối với dòng trước' };
    if (hashRow(tx.tenantId, row.id, recorded, prevHash) !== hash)
      return { seq: recorded.seq, problem: 'nội dung đã bị sửa sau khi ghi' };
    prev = hash;
  }
  if (prev !== row.headHash) return { seq: null, problem: 'phần cuối của sổ bị cắt hoặc thêm' };
  const folded = foldOrNull(ledger.map(({ recorded }) => recorded));
  if (folded === null) return { seq: null, problem: 'sổ kể một diễn biến không thể xảy ra' };
  if (canonicalJson(folded) !== canonicalJson(row.state))
    return { seq: null, problem: 'trạng thái hồ sơ khác với những gì sổ ghi' };
  return (await isProjected(tx, folded, row))
    ? null
    : { seq: null, problem: 'cột dùng để tìm và đếm khác với những gì sổ ghi' };
}

/** What has ended keeps the dates of the calendar of its time; what is open has them until it is reckoned anew. */
async function isProjected(tx: Tx, folded: Dossier, row: RowToVerify): Promise<boolean> {
  const fits = (calendar: Calendar) =>
    canonicalJson(columnsOf(folded, project(folded, calendar))) === canonicalJson(row.columns);
  const current = await getCalendar(tx, folded.agencyId);
  if (fits(current)) return true;
  for (let version = current.version - 1; version >= 1; version -= 1)
    if (fits(await getCalendarVersion(tx, folded.agencyId, version))) return true;
  return false;
}

/** Whoever writes to the tables can also make a whole chain: one that tells of the impossible is a forgery. */
function foldOrNull(history: Parameters<typeof fold>[0]): Dossier | null {
  try {
    return fold(history);
  } catch {
    return null;
  }
}
