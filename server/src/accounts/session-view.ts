// What the desk's frame shows of the signed-in officer and the office.

import { getAgency, type Officer } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { SessionView } from './schema.ts';
import { idleMinutes } from './sign-in.ts';

export async function viewSession(ctx: Context, tenantId: string, officer: Officer): Promise<SessionView> {
  const agency = await ctx.database.tenant(tenantId, (tx) => getAgency(tx, officer.agencyId));
  return {
    officer: {
      id: officer.id,
      fullName: officer.fullName,
      politeName: `${officer.title} ${officer.fullName}`,
      post: officer.post,
      unit: officer.unit,
      unitName: officer.unitName,
      roles: officer.roles,
    },
    agency: { id: agency.id, name: agency.name, officeName: agency.officeName },
    now: ctx.clock.now(),
    demo: ctx.demo,
    idleSeconds: idleMinutes * 60,
  };
}
