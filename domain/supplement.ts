// What a request for supplement still waits for, and whether a further one asks for something new.

import { signatureMissing } from './defect-reasons.ts';
import type { Dossier, SupplementItem, SupplementRequest } from './dossier.ts';
import { foldedKey } from './folding.ts';
import type { OfficerRole } from './process.ts';
import type { Instant } from './time.ts';

/** Who decides about asking a citizen for something else than the first time. */
const leaders: readonly OfficerRole[] = ['approver', 'centre_head'];

/** An item the citizen still has to answer, with its place in the request. */
export interface OpenItem extends SupplementItem {
  index: number;
}

/** The request the dossier waits for; undefined when it waits for none. */
export function openRequest(
  dossier: Pick<Dossier, 'supplements' | 'endedAt'>,
): SupplementRequest | undefined {
  return dossier.endedAt === null
    ? dossier.supplements.find((request) => request.completedAt === null)
    : undefined;
}

/** Its items that are not answered well yet: nothing else reopens. */
export function openItems({ items, open }: Pick<SupplementRequest, 'items' | 'open'>): OpenItem[] {
  return items.flatMap((item, index) =>
    open === undefined || open.includes(index) ? [{ ...item, index }] : [],
  );
}

/** True when a photograph or a PDF answers it; otherwise words do. */
export function isAnsweredByPhoto({ target, reasonCode }: SupplementItem): boolean {
  return target.kind === 'paper' || reasonCode === signatureMissing;
}

/**
 * The slot that keeps the photographs for an item of the open request: the paper's own, or one beyond the list, apart for
 * each request. Null where words answer.
 */
export function slotOf({ supplements }: Pick<Dossier, 'supplements'>, item: OpenItem): string | null {
  if (item.target.kind === 'paper') return item.target.paperId;
  return isAnsweredByPhoto(item) ? `x${supplements.length}-${item.index + 1}` : null;
}

/** What comes before this moment answers an earlier question. */
export function askedSince({ requestedAt, reopenedAt }: SupplementRequest): Instant {
  return reopenedAt ?? requestedAt;
}

export function mayAskAnew(roles: readonly OfficerRole[]): boolean {
  return roles.some((role) => leaders.includes(role));
}

/**
 * The defects that no earlier request of the dossier named: another paper or field, or another reason for the same. The
 * law lets an office ask once, for everything (NĐ 118/2025 Đ16.3); a defect that was named and is not cured is no new one.
 * Reasons written freely are compared by their words.
 */
export function newDefects(
  dossier: Pick<Dossier, 'supplements'>,
  items: readonly SupplementItem[],
): SupplementItem[] {
  if (dossier.supplements.length === 0) return [];
  const named = new Set(dossier.supplements.flatMap((request) => request.items.map(defectOf)));
  return items.filter((item) => !named.has(defectOf(item)));
}

function defectOf({ target, reasonCode, reason }: SupplementItem): string {
  const of = target.kind === 'paper' ? target.paperId : target.field;
  return [target.kind, of, reasonCode ?? `=${foldedKey(reason)}`].join('/');
}
