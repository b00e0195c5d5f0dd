// Sets up the demo ward, Phường Kiến Tường: frame, officers, catalogue. Done once; a second start finds it there.

import { createHash } from 'node:crypto';
import { formsOn } from '@motcua/domain/form-catalogue';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { dateOf, type Instant } from '@motcua/domain/time';
import { hashPassword } from '../accounts/sign-in.ts';
import {
  type AgencyFrame,
  insertAgency,
  insertOfficer,
  insertPost,
  insertTenant,
} from '../agencies/set-up-store.ts';
import { putFilingPlace } from '../drafts/filing-place-store.ts';
import type { Context } from '../platform/context.ts';
import { offerProcedures } from '../procedures/offer.ts';
import { wardUnits } from './catalogue/processes.ts';
import { wardCatalogue } from './catalogue/ward-catalogue.ts';
import { demoOfficers, demoPassword } from './ward-people.ts';

export const wardTenant = 'kien-tuong';

/** Building permits and change of land use: filed on the national portal, prepared here. */
const forThePortal: ReadonlySet<string> = new Set(['1.013225', '1.013949']);

const counters: Partial<Record<string, string>> = { 'mot-cua': 'Quầy 3' };

function wardFrame(): AgencyFrame {
  return {
    id: stableId('agency'),
    code: 'H53.27787',
    name: 'UBND phường Kiến Tường',
    officeName: 'Trung tâm Phục vụ hành chính công phường Kiến Tường',
    superiorName: 'UBND tỉnh Tây Ninh',
    placeName: 'Kiến Tường',
    address: 'Số 1 đường Hùng Vương, phường Kiến Tường, tỉnh Tây Ninh',
    phone: '0272 3841 999',
    dossierCodePrefix: '000.00.27.H53',
    unitCode: '27787',
    units: Object.entries(wardUnits).map(([code, name]) => ({ code, name, counter: counters[code] ?? null })),
    calendar: officialCalendarSpec,
  };
}

export interface WardIds {
  agencyId: string;
  /** Officer ids by user name. */
  officers: Map<string, string>;
}

export function wardIds(): WardIds {
  return {
    agencyId: stableId('agency'),
    officers: new Map(
      demoOfficers.map((officer) => [officer.username, stableId(`officer/${officer.username}`)]),
    ),
  };
}

/** Makes the ward if it is not there; true when it was made now. */
export async function setUpWard(ctx: Context, at: Instant): Promise<boolean> {
  if (!(await insertTenant(ctx.database, wardTenant, 'Phường Kiến Tường', at))) return false;
  const passwordHash = await hashPassword(demoPassword);
  const ids = wardIds();
  await ctx.database.tenant(wardTenant, async (tx) => {
    await insertAgency(tx, wardFrame(), at);
    for (const officer of demoOfficers) {
      const id = ids.officers.get(officer.username) ?? '';
      const { unit, post: title, roles } = officer;
      await insertOfficer(tx, { ...officer, id, passwordHash }, at);
      const post = { id, agencyId: ids.agencyId, unit, title, roles, validFrom: null, recordedBy: null };
      await insertPost(tx, id, post, at);
    }
    await offerProcedures(tx, wardCatalogue, at);
    // As if the province had let the ward take these in itself; what it prepares for the portal has no row.
    const here = { from: dateOf(at), place: 'here', systemName: null, url: null } as const;
    for (const { procedure } of formsOn(dateOf(at)))
      if (!forThePortal.has(procedure)) await putFilingPlace(tx, procedure, here, { officerId: null, at });
  });
  return true;
}

/** The same thing has the same id in every demo, so that notes and pictures stay true. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(`motcua-demo/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
