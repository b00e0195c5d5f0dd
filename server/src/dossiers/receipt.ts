// Gathers what a receipt says: the promise as it stood at reception, with a fresh print of the same QR.

import { previewDue } from '@motcua/domain/deadline';
import { phoneText } from '@motcua/domain/phone-number';
import type { ReceiptContent } from '@motcua/domain/receipt';
import { dateOf } from '@motcua/domain/time';
import { getAgency, getCalendar, nameOfficers } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { getVersion } from '../procedures/store.ts';
import { getApplicant } from './applicant-store.ts';
import { linkToken } from './link-token.ts';
import { findDossier } from './store.ts';

export async function receiptOf(ctx: Context, caller: Caller, dossierId: string): Promise<ReceiptContent> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const dossier = await findDossier(tx, dossierId);
    if (dossier === undefined || dossier.agencyId !== caller.agencyId)
      throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
    if (dossier.code === null || dossier.receivedAt === null)
      throw new Problem('not_possible_now', 'Hồ sơ chưa được tiếp nhận nên chưa có giấy tiếp nhận.');
    const agency = await getAgency(tx, dossier.agencyId);
    const applicant = await getApplicant(tx, dossier.applicantId);
    const procedure = await getVersion(tx, dossier.procedureCode, dossier.procedureVersion);
    const officers = await nameOfficers(tx, dossier.receivedBy === null ? [] : [dossier.receivedBy]);
    const token = linkToken(ctx.secrets, tx.tenantId, dossier.id, dossier.linkGeneration);
    const number =
      applicant.identitySealed &&
      ctx.secrets.open(applicant.identitySealed, `${tx.tenantId}/applicant/${applicant.id}`);
    const fee = dossier.payments.find((payment) => payment.requestedAt === dossier.receivedAt);
    return {
      superiorName: agency.name,
      agencyName: agency.officeName.replace(/ (phường|xã|đặc khu) .*$/u, ''),
      number: dossier.code.split('-').at(-1) ?? null,
      placeName: agency.placeName,
      issuedOn: dateOf(dossier.receivedAt),
      dossierCode: dossier.code,
      officeName: agency.officeName,
      officeAddress: agency.address,
      officePhone: agency.phone,
      applicantName: applicant.fullName,
      submitterName: null,
      address: applicant.address,
      phone: applicant.phone === null ? null : phoneText(applicant.phone),
      email: applicant.email,
      identity: number ? { number, masked: true } : null,
      procedureName: procedure.name,
      summary: dossier.summary === dossier.procedureName ? null : dossier.summary,
      papers: dossier.papers.map(({ name, originals, copies, note }) => ({ name, originals, copies, note })),
      copies: dossier.copies,
      termText: dossier.termText,
      receivedAt: dossier.receivedAt,
      due: previewDue(await getCalendar(tx, dossier.agencyId), dossier.receivedAt, dossier.term),
      fee: { amount: fee?.amount ?? 0, paid: fee?.paidAt != null },
      channel: dossier.channel,
      deliveryMethod: dossier.deliveryMethod,
      book: null,
      // A form is signed with the name alone.
      officerName: (dossier.receivedBy && officers.get(dossier.receivedBy)?.replace(/^(ông|bà) /u, '')) ?? '',
      trackingUrl: `${ctx.publicUrl}/q/${token}`,
    };
  });
}
