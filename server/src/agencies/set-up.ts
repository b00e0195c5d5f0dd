// Sets up a real office: tenant, agency with its usual rooms and the official calendar, and a first administrator.

import { communeUnits } from '@motcua/domain/agency';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { z } from 'zod';
import { makeFirstPassword } from '../accounts/first-password.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { insertChange } from './change-store.ts';
import { agencyBody, officerBody } from './schema.ts';
import { insertAgency, insertOfficer, insertPost, insertTenant } from './set-up-store.ts';
import { listAgencies } from './store.ts';

const { code, name, officeName, placeName, address, phone, dossierCodePrefix } = agencyBody.shape;
const { username, fullName, title } = officerBody.shape;

export const officeSchema = z.object({
  tenant: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{1,39}$/,
      'Tên đơn vị (--tenant) gồm chữ thường không dấu, số, gạch nối: kien-tuong.',
    ),
  superiorName: z.string().trim().min(2, 'Ghi cơ quan cấp trên (--superior).').max(200),
  admin: z.object({ username, fullName, title }),
  agency: z.object({ code, name, officeName, placeName, address, phone, dossierCodePrefix }),
});
export type OfficeToMake = z.infer<typeof officeSchema>;

export interface MadeOffice {
  tenantId: string;
  agencyId: string;
  username: string;
  /** Shown once; its owner replaces it at the first sign-in. */
  firstPassword: string;
}

/** Refused when the tenant is there already; what was cut off half-way is gone on with. */
export async function setUpOffice(ctx: Context, office: OfficeToMake): Promise<MadeOffice> {
  const now = ctx.clock.now();
  const tenantId = office.tenant;
  await insertTenant(ctx.database, tenantId, office.agency.name, now);
  const [agencyId, officerId] = [ctx.newId(), ctx.newId()];
  const { password, hash } = await makeFirstPassword(ctx, officerId, 'office-create');
  await ctx.database.tenant(tenantId, async (tx) => {
    const [there] = await listAgencies(tx);
    if (there !== undefined)
      throw new Problem(
        'not_possible_now',
        `Đơn vị ${tenantId} đã có cơ quan ${there.name}. Thêm cơ quan và cán bộ ở trang Cơ quan và cán bộ.`,
      );
    const units = Object.entries(communeUnits).map(([unit, unitName]) => ({
      code: unit,
      name: unitName,
      counter: null,
    }));
    const { superiorName } = office;
    const frame = { ...office.agency, id: agencyId, superiorName, unitCode: null, units };
    await insertAgency(tx, { ...frame, calendar: officialCalendarSpec }, now);
    await insertOfficer(tx, { ...office.admin, id: officerId, passwordHash: hash, firstPassword: true }, now);
    const post = {
      id: officerId,
      agencyId,
      unit: 'mot-cua',
      title: 'Quản trị đơn vị',
      roles: ['admin'],
    } as const;
    await insertPost(tx, officerId, { ...post, validFrom: null, recordedBy: null }, now);
    const text = `Lập ${office.agency.name} và quản trị đầu tiên ${office.admin.username} từ dòng lệnh`;
    await insertChange(tx, { id: ctx.newId(), agencyId, kind: 'agency_made', text, by: null }, now);
  });
  return { tenantId, agencyId, username: office.admin.username, firstPassword: password };
}
