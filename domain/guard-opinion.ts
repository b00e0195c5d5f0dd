// Why asking other agencies, answering them, or going on without them has to wait: each sentence says for whom and until when.

import { momentText } from './clock-time.ts';
import type { Dossier } from './dossier.ts';
import { awaitedOpinions, nextRound, overdueOpinions } from './opinion.ts';
import type { OpinionRequest } from './opinion-request.ts';
import { dateOf, type Instant } from './time.ts';

/** Why the work of a step cannot end yet; null when no opinion is missing. */
export function opinionsMissing(dossier: Dossier, now: Instant): string | null {
  const awaited = awaitedOpinions(dossier);
  if (awaited.length > 0) return `${waitText(awaited, now)} Xin chờ có ý kiến rồi làm tiếp.`;
  const next = nextRound(dossier);
  if (next === null) return null;
  const names = next.asked.map(({ agency }) => agency).join(', ');
  return `Bước này phải lấy ý kiến ${names} trước. Xin bấm “Lấy ý kiến”.`;
}

/** Why nobody can be asked now; null when the holder can. */
export function consultingWaits(dossier: Dossier, now: Instant): { why: string; teaches: boolean } | null {
  const awaited = awaitedOpinions(dossier);
  if (awaited.length > 0) return { why: `${waitText(awaited, now)} Xin chờ vòng này xong.`, teaches: true };
  return nextRound(dossier) === null
    ? { why: 'Bước này không cần lấy ý kiến, hoặc đã lấy đủ. Xin làm tiếp.', teaches: false }
    : null;
}

/** Why there is nothing to answer. */
export function nothingAsked(dossier: Dossier, isOnPaper: boolean): string | null {
  const awaited = awaitedOpinions(dossier).filter(({ agencyId }) => (agencyId === undefined) === isOnPaper);
  if (awaited.length > 0) return null;
  return isOnPaper
    ? 'Hồ sơ không chờ ý kiến nào bằng văn bản. Xin xem ý kiến đã ghi trong hồ sơ.'
    : 'Yêu cầu lấy ý kiến đã được trả lời, hoặc không còn chờ trả lời. Xin xem ý kiến đã ghi trong hồ sơ.';
}

/** Why a leader cannot go on without an answer yet. */
export function waiverWaits(dossier: Dossier, now: Instant): { why: string; teaches: boolean } | null {
  if (overdueOpinions(dossier, now).length > 0) return null;
  const awaited = awaitedOpinions(dossier);
  if (awaited.length === 0)
    return { why: 'Hồ sơ không chờ ý kiến nào. Xin xử lý tiếp hồ sơ.', teaches: false };
  return { why: `${waitText(awaited, now)} Xin chờ quá hạn rồi quyết định không chờ nữa.`, teaches: true };
}

/** `Đang chờ ý kiến Văn phòng đăng ký đất đai đến 17 giờ thứ Tư, 25/11.` */
function waitText(awaited: readonly OpinionRequest[], now: Instant): string {
  return `Đang chờ ý kiến ${awaitedText(awaited, now)}.`;
}

/** Who is waited for and until when, several after each other. */
export function awaitedText(
  awaited: readonly Pick<OpinionRequest, 'agency' | 'answerBy'>[],
  now: Instant,
): string {
  return awaited
    .map(({ agency, answerBy }) => {
      const when = momentText(answerBy, dateOf(now));
      return now < answerBy ? `${agency} đến ${when}` : `${agency}, quá hạn trả lời từ ${when}`;
    })
    .join('; ');
}
