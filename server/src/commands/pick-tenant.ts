// Which tenant a command works for: a deployment usually has one, and then nobody needs to name it.

import { listTenants } from '../accounts/store.ts';
import { findAgencyByCode } from '../agencies/store.ts';
import type { Database } from '../platform/database.ts';
import { exitCodes, StartFault } from '../platform/start-fault.ts';

export const tenantFlag = {
  tenant: {
    type: 'string',
    valueHint: 'đơn vị',
    description: 'Đơn vị sử dụng, khi máy chủ phục vụ nhiều đơn vị',
  },
} as const;

/** The tenant named, else the only one. Throws `StartFault`. */
export async function pickTenant(database: Database, named: string | undefined): Promise<string> {
  const tenants = await listTenants(database);
  if (tenants.length === 0) throw new StartFault(noTenant, exitCodes.failed);
  if (named !== undefined) {
    if (tenants.includes(named)) return named;
    throw new StartFault(`Không có đơn vị ${named}; ${known(tenants)}.`, exitCodes.badSetting);
  }
  const [only, ...others] = tenants;
  if (only !== undefined && others.length === 0) return only;
  throw new StartFault(
    `Máy chủ phục vụ nhiều đơn vị, hãy thêm --tenant; ${known(tenants)}.`,
    exitCodes.badSetting,
  );
}

/** The tenant named, else all of them. Throws `StartFault`. */
export async function pickTenants(database: Database, named: string | undefined): Promise<string[]> {
  return named === undefined ? listTenants(database) : [await pickTenant(database, named)];
}

/** The tenants with an agency of this code: at most one, unless several tenants number alike. */
export async function tenantsWithAgency(database: Database, code: string): Promise<string[]> {
  const found: string[] = [];
  for (const tenantId of await listTenants(database)) {
    const agency = await database.tenant(tenantId, (tx) => findAgencyByCode(tx, code));
    if (agency !== undefined) found.push(tenantId);
  }
  return found;
}

const noTenant =
  'Cơ sở dữ liệu chưa có đơn vị nào. Hãy lập đơn vị bằng motcua office create; để dùng thử, chạy motcua start một lần với MOTCUA_DEMO=1 (tạo phường mẫu).';

function known(tenants: readonly string[]): string {
  return `các đơn vị đang có: ${tenants.slice(0, 10).join(', ')}${tenants.length > 10 ? '…' : ''}`;
}
