// Who in our house does what a source says: the stated table from their words for roles, tasks and units to ours.

import { foldedKey } from './folding.ts';
import type { OfficerRole } from './process.ts';

export interface Place {
  role: OfficerRole;
  unit: string;
}

/** An agency of this program, as a file may name it. */
export interface KnownAgency {
  code: string;
  name: string;
  units: readonly { code: string }[];
}

/** The one agency whose name begins with these words: `Sở Xây dựng`. Undefined where it could be none or several. */
export function agencyNamed(text: string, agencies: readonly KnownAgency[]): KnownAgency | undefined {
  const words = foldedKey(text);
  const found = agencies.filter(({ name }) => `${foldedKey(name)} `.startsWith(`${words} `));
  return found.length === 1 ? found[0] : undefined;
}

/** Where a step stands whose role or unit nobody could tell: no agency has it, so it is never published. */
export const unclear: Place = { role: 'specialist', unit: 'chua-ro' };

/** Of another agency: its part is a consultation or a process of its own, never a step of this one. */
const elsewhere = /^(?:so|cuc|bo (?!phan))\b|\bso$|\b(?:cong an|thanh pho)\b|^cong chung vien/;

/** By the folded words of a role, the first that fits. Roles of written internal processes (ISO). */
const written: readonly (readonly [RegExp, Place])[] = [
  [/^lanh dao/, { role: 'approver', unit: 'lanh-dao' }],
  [/^van thu/, { role: 'registry', unit: 'van-phong' }],
  [/hanh chinh cong|ttpvhcc|mot cua|bo phan tiep nhan/, { role: 'clerk_in', unit: 'mot-cua' }],
  [/tu phap/, { role: 'specialist', unit: 'tu-phap' }],
  [/^van phong|^chuyen vien$/, { role: 'specialist', unit: 'van-phong' }],
];

/** The place a written role means; null when nobody can tell, `elsewhere` for another agency's. */
export function placeOfRole(text: string): Place | 'elsewhere' | null {
  const words = foldedKey(text);
  // A whole sentence is a task that slipped into the wrong column.
  if (words === '' || words.split(' ').length > 18) return null;
  if (elsewhere.test(words)) return 'elsewhere';
  return written.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** By the end of a task's code, in executable workflows. */
export const rolesOfTasks: Readonly<Record<string, OfficerRole>> = {
  TIEP_NHAN: 'clerk_in',
  BAN_GIAO: 'clerk_in',
  PHAN_CONG: 'dispatcher',
  THU_LY: 'specialist',
  THU_LY_HO_SO_LIEN_THONG: 'specialist',
  XET_DUYET: 'dispatcher',
  TRINH_KY: 'specialist',
  KY_DUYET: 'approver',
  THU_PHI: 'cashier',
  TRA_KET_QUA: 'clerk_out',
};

/** By the group of a workflow's step: the offices of a district of 2015, where their work is done today. */
export const unitsOfGroups: Readonly<Record<string, string>> = {
  BP_MOT_CUA: 'mot-cua',
  LANH_DAO_DON_VI: 'lanh-dao',
  PHONG_TU_PHAP: 'tu-phap',
  PHONG_TAI_CHINH_KE_HOACH: 'kinh-te',
  PHONG_KINH_TE_HA_TANG: 'kinh-te',
  PHONG_QUAN_LY_DO_THI: 'kinh-te',
  PHONG_TAI_NGUYEN_MOI_TRUONG: 'kinh-te',
  PHONG_LAO_DONG_THUONG_BINH_XA_HOI: 'van-hoa-xa-hoi',
  DIA_CHINH_CAP_XA: 'dia-chinh',
};
