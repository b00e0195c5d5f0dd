// What a receipt is made of, read from the ledger: the promise as it stood when it was issued, not as it stands today.

import type { Calendar } from './calendar.ts';
import type { Dossier } from './dossier.ts';
import type { Recorded } from './dossier-event.ts';
import { formOn, type PaperMade, paperNumberText } from './paper-forms.ts';
import { type IssuedAs, shortOffice } from './paper-sheet.ts';
import { dueOf, type PaperPerson } from './paper-words.ts';
import type { ReceiptContent } from './receipt.ts';
import { dateOf } from './time.ts';

export interface ReceiptFacts {
  made: PaperMade;
  number: number | null;
  recorded: Recorded;
  /** The dossier as it stood when the receipt was issued. */
  dossier: Dossier;
  as: IssuedAs;
  person: PaperPerson;
  identityNumber: string | null;
  procedureName: string;
}

/** `calendar`: the one in force at the event. Throws before reception. */
export function receiptContent(facts: ReceiptFacts, calendar: Calendar): Omit<ReceiptContent, 'mark'> {
  const { dossier, as, person, recorded, number } = facts;
  const { code, receivedAt } = dossier;
  const day = dateOf(recorded.at);
  const form = formOn('receipt', day);
  if (code === null || receivedAt === null || form === null)
    throw new Error('A receipt is issued for a dossier that was received.');
  const fee = dossier.payments.find((payment) => payment.requestedAt === receivedAt);
  const text = number === null ? null : paperNumberText(number);
  return {
    superiorName: as.agencyName,
    agencyName: shortOffice(as.officeName),
    number: text,
    placeName: as.placeName,
    issuedOn: day,
    dossierCode: code,
    officeName: as.officeName,
    officeAddress: as.address,
    officePhone: as.phone,
    applicantName: person.fullName,
    submitterName: null,
    address: person.address,
    phone: person.phone,
    email: person.email,
    identity: facts.identityNumber === null ? null : { number: facts.identityNumber, masked: true },
    procedureName: facts.procedureName,
    summary: dossier.summary === dossier.procedureName ? null : dossier.summary,
    papers: dossier.papers.map(({ name, originals, copies, note }) => ({ name, originals, copies, note })),
    copies: dossier.copies,
    termText: dossier.termText,
    receivedAt,
    due: dueOf(dossier, calendar),
    fee: { amount: fee?.amount ?? 0, paid: fee?.paidAt != null },
    channel: dossier.channel,
    deliveryMethod: dossier.deliveryMethod,
    // One book a year, one line for each dossier received: the numbers of receipts are those of its lines.
    book: text === null ? null : { volume: receivedAt.slice(0, 4), ordinal: text },
    officerName: as.officerName ?? '',
    source: form.source,
    remark: facts.made.numbered
      ? null
      : 'Lập lại sau khi hoàn thiện hồ sơ, thay cho ngày hẹn trên giấy trước',
  };
}
