// The same person has the same procedure under way, or had it just now: said in words, never passed over in silence.

import { dayText } from './clock-time.ts';
import type { Dossier } from './dossier.ts';
import { currentStep, isEnded } from './dossier.ts';
import { statusLabel } from './status.ts';
import { dateOf, type Instant, plusDays } from './time.ts';

/** An ended dossier is told of for so many days: who comes again so soon may not know that it has ended. */
const justEndedDays = 15;

/** Since when an ended dossier still counts. */
export function justEndedSince(now: Instant): Instant {
  return plusDays(now, -justEndedDays);
}

/** `Hồ sơ … nộp thứ Hai, 7/12; đang ở bước Thẩm tra, bà Lê Thị Hoa giữ.` */
export function filedBeforeText(dossier: Dossier, holderName: string | null, now: Instant): string {
  const today = dateOf(now);
  const name = dossier.code === null ? 'Hồ sơ chưa có mã' : `Hồ sơ ${dossier.code}`;
  const filed = `${name} nộp ${dayText(dateOf(dossier.submittedAt), today)}`;
  if (isEnded(dossier.status)) return `${filed}; ${statusLabel(dossier.status).toLowerCase()}.`;
  const holder = holderName === null ? 'chưa ai nhận' : `${holderName} giữ`;
  return `${filed}; ${statusLabel(dossier.status).toLowerCase()}, ở bước ${currentStep(dossier).name}, ${holder}.`;
}
