// Agencies in a tree, and what was so of them on a day, as it was known at a moment.

import type { OfficerRole } from './process.ts';
import type { Instant, PlainDate } from './time.ts';

export const agencyKinds = {
  province: 'Cấp tỉnh',
  department: 'Sở, ngành',
  branch: 'Chi nhánh, đơn vị trực thuộc',
  commune: 'Cấp xã',
  other: 'Cơ quan khác',
} as const;
export type AgencyKind = keyof typeof agencyKinds;

/** A room inside, or a point outside at which people are helped to file. */
export const unitKinds = {
  room: 'Bộ phận, phòng',
  post_office: 'Điểm bưu điện',
  youth_union: 'Đoàn Thanh niên, đoàn thể',
  village: 'Thôn, tổ dân phố',
} as const;
export type UnitKind = keyof typeof unitKinds;

/** The rooms of a commune's office, by the codes that steps of processes carry. */
export const communeUnits = {
  'mot-cua': 'Trung tâm Phục vụ hành chính công',
  'tu-phap': 'Bộ phận Tư pháp - Hộ tịch',
  'kinh-te': 'Phòng Kinh tế, Hạ tầng và Đô thị',
  'van-hoa-xa-hoi': 'Phòng Văn hóa - Xã hội',
  'van-phong': 'Văn phòng HĐND và UBND',
  'lanh-dao': 'Lãnh đạo UBND',
  'dia-chinh': 'Bộ phận Địa chính - Xây dựng',
} as const;

/** What is so of an agency from one day until another, and since when that is known. */
export interface AgencyFact {
  agencyId: string;
  seq: number;
  /** Null: ever since. */
  validFrom: PlainDate | null;
  /** The first day of which it no longer holds; null: until further notice. */
  validUntil: PlainDate | null;
  /** False: on these days the agency does not exist. */
  stands: boolean;
  kind: AgencyKind;
  parentId: string | null;
  name: string;
  /** What its one-stop office is called. */
  officeName: string;
  successorId: string | null;
  ground: string;
  knownSince: Instant;
}

/**
 * What held of each agency on `day`, as it was known at `known`: of two facts that speak of the day the later written
 * one holds, and nothing counts that was written down afterwards. Agencies of which nothing was known are left out.
 */
export function agenciesAsOf(
  facts: readonly AgencyFact[],
  day: PlainDate,
  known: Instant,
): Map<string, AgencyFact> {
  const held = new Map<string, AgencyFact>();
  for (const fact of facts) {
    const speaks =
      fact.knownSince <= known &&
      (fact.validFrom === null || fact.validFrom <= day) &&
      (fact.validUntil === null || day < fact.validUntil);
    if (speaks && fact.seq > (held.get(fact.agencyId)?.seq ?? 0)) held.set(fact.agencyId, fact);
  }
  return held;
}

/** Administrators and the head of the centre change agencies and people, in their own agency and those below it. */
export function mayManagePeople(roles: readonly OfficerRole[]): boolean {
  return roles.includes('admin') || roles.includes('centre_head');
}
