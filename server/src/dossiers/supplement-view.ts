// What was asked of the citizen beside what came: for each item the old and the new, when and by which way.

import type { Dossier } from '@motcua/domain/dossier';
import { phoneText } from '@motcua/domain/phone-number';
import type { OpenItem } from '@motcua/domain/supplement';
import type { Tx } from '../platform/database.ts';
import { progressOf } from '../supplements/progress.ts';
import type { ApplicantRow } from './applicant-store.ts';
import type { DossierView } from './schema.ts';

const channelWords: Record<string, string> = {
  chat: 'qua Zalo',
  web: 'qua trang tra cứu',
  counter: 'tại quầy',
};

export async function viewSupplement(
  tx: Tx,
  dossier: Dossier,
  applicant: ApplicantRow,
): Promise<DossierView['supplement']> {
  const progress = await progressOf(tx, dossier);
  if (progress === undefined) return null;
  const { request, items } = progress;
  return {
    requestedAt: request.requestedAt,
    answerBy: request.answerBy,
    answeredAt: request.answeredAt ?? null,
    items: items.map(({ item, slot, before, files, value }) => ({
      index: item.index,
      label: item.label,
      reason: item.reason,
      paperId: slot,
      field: slot === null && item.target.kind === 'field' ? item.target.field : null,
      before: saidBefore(item, dossier, applicant),
      beforeFile: before?.id ?? null,
      sent: files.map(({ id, keptAt, origin }) => ({ id, at: keptAt, channel: channelWords[origin] ?? '' })),
      value: value && { value: value.value, at: value.at, channel: channelWords[value.channel] ?? '' },
    })),
  };
}

/** The number of an identity card is not shown beside another: it is compared on the card itself. */
function saidBefore({ target }: OpenItem, { summary }: Dossier, applicant: ApplicantRow): string | null {
  if (target.kind === 'paper') return null;
  switch (target.field) {
    case 'summary':
      return summary;
    case 'fullName':
      return applicant.fullName;
    case 'address':
      return applicant.address;
    case 'phone':
      return applicant.phone === null ? null : phoneText(applicant.phone);
    default:
      return null;
  }
}
