// Small turns of Vietnamese shared by sentences: roles, first letters, lists.

import type { OfficerRole } from './process.ts';

export const roleLabels: Record<OfficerRole, string> = {
  clerk_in: 'Cán bộ tiếp nhận',
  dispatcher: 'Lãnh đạo phân công',
  specialist: 'Chuyên viên thụ lý',
  approver: 'Lãnh đạo phê duyệt',
  registry: 'Văn thư',
  clerk_out: 'Cán bộ trả kết quả',
  cashier: 'Cán bộ thu phí',
  centre_head: 'Giám đốc Trung tâm',
  admin: 'Quản trị đơn vị',
  intake_helper: 'Người giúp ở điểm tiếp nhận',
};

/** Words that begin a line. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence inside another one begins small, unless its first word is an abbreviation in capitals. */
export function lowerFirst(text: string): string {
  const [first = ''] = text.split(/\s/, 1);
  return first.length > 1 && first === first.toUpperCase()
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
