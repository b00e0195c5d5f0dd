// Gathers what the papers of a dossier say: its events, the names of the time, the person; and puts it into words.

import type { Dossier } from '@motcua/domain/dossier';
import type { Recorded } from '@motcua/domain/dossier-event';
import { takesPart } from '@motcua/domain/dossier-place';
import { momentOf } from '@motcua/domain/paper-history';
import { receiptContent } from '@motcua/domain/paper-receipt';
import { withCancelled } from '@motcua/domain/paper-sheet';
import { controlSlip } from '@motcua/domain/paper-slip';
import { citizenSheet, type PaperPerson } from '@motcua/domain/paper-words';
import { phoneText } from '@motcua/domain/phone-number';
import { receiptSheet } from '@motcua/domain/receipt';
import { nameOfficers } from '../agencies/officer-store.ts';
import { getCalendarAt, listUnits } from '../agencies/store.ts';
import { getApplicant } from '../dossiers/applicant-store.ts';
import { linkToken } from '../dossiers/link-token.ts';
import { findDossier, readLedger, type StoredLedgerRow } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { getVersion } from '../procedures/store.ts';
import type { PaperToSet } from './paper-process.ts';
import { type KeptPaper, listPapers, namesOfToday } from './store.ts';

/** A dossier with all that its papers are made of. */
export interface Subject {
  dossier: Dossier;
  ledger: StoredLedgerRow[];
  history: Recorded[];
  papers: KeptPaper[];
}

/** A dossier in which the caller's agency takes part; refused as if there were none otherwise. */
export async function openSubject(tx: Tx, caller: Caller, dossierId: string): Promise<Subject> {
  const [dossier, ledger, papers] = await Promise.all([
    findDossier(tx, dossierId),
    readLedger(tx, dossierId),
    listPapers(tx, dossierId),
  ]);
  if (dossier === undefined || !takesPart(dossier, caller.agencyId))
    throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
  return { dossier, ledger, history: ledger.map(({ recorded }) => recorded), papers };
}

/** The paper of an event, ready to be set. `mark`: what only this print says. */
export async function paperToSet(
  ctx: Context,
  tx: Tx,
  { dossier, history }: Subject,
  kept: KeptPaper,
  { mark: ofPrint, size }: { mark: string | null; size: 'a4' | 'a5' },
): Promise<PaperToSet> {
  const { seq, kind, number, issuedAs: as } = kept;
  const mark = withCancelled(kept.cancelledAt, ofPrint);
  const { settled, ...moment } = momentOf(history, seq, kept.toldUntil);
  const made = { kind, seq, numbered: moment.recorded.event.type !== 'supplement_taken' };
  const [calendar, procedure, { person, identityNumber }] = await Promise.all([
    getCalendarAt(tx, dossier.agencyId, kept.issuedAt),
    getVersion(tx, dossier.procedureCode, dossier.procedureVersion),
    readPerson(ctx, tx, dossier),
  ]);
  const told = { made, number, as, person, procedureName: procedure.name };
  const qr = `${ctx.publicUrl}/q/${linkToken(ctx.secrets, tx.tenantId, dossier.id, dossier.linkGeneration)}`;
  if (kind !== 'receipt')
    return { layout: 'sheet', sheet: { ...citizenSheet({ ...told, ...moment }, calendar), mark }, qr };
  const facts = { ...told, recorded: moment.recorded, dossier: settled, identityNumber };
  return { layout: 'receipt', sheet: receiptSheet({ ...receiptContent(facts, calendar), mark }), qr, size };
}

/** The control slip as of the newest event. It goes with the papers inside the house, so its code opens the desk alone. */
export async function slipToSet(
  ctx: Context,
  tx: Tx,
  { dossier, history }: Subject,
  mark: string | null,
): Promise<PaperToSet> {
  const ids = history.flatMap(({ actor, event }) => [
    ...(actor.kind === 'officer' ? [actor.officerId] : []),
    ...('officerId' in event && event.officerId !== null ? [event.officerId] : []),
  ]);
  const [calendar, units, names, as, { person }] = await Promise.all([
    getCalendarAt(tx, dossier.agencyId, history.at(-1)?.at ?? dossier.submittedAt),
    listUnits(tx, dossier.agencyId),
    nameOfficers(tx, ids),
    namesOfToday(tx, dossier.agencyId),
    readPerson(ctx, tx, dossier),
  ]);
  const unitNames = Object.fromEntries(units.map(({ code, name }) => [code, name]));
  const officerNames = Object.fromEntries(
    [...names].map(([id, name]) => [id, name.replace(/^(ông|bà) /u, '')]),
  );
  const sheet = controlSlip({ history, dossier, as, person, unitNames, officerNames }, calendar);
  return { layout: 'sheet', sheet: { ...sheet, mark }, qr: dossier.code };
}

/** Who filed it; the identity number is open here and must be masked before it leaves. */
export async function readPerson(
  ctx: Context,
  tx: Tx,
  dossier: Dossier,
): Promise<{ person: PaperPerson; identityNumber: string | null }> {
  const { id, fullName, address, phone, email, identitySealed } = await getApplicant(tx, dossier.applicantId);
  return {
    person: { fullName, address, phone: phone === null ? null : phoneText(phone), email },
    identityNumber:
      identitySealed === null ? null : ctx.secrets.open(identitySealed, `${tx.tenantId}/applicant/${id}`),
  };
}
