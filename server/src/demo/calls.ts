// The clerks of the demo have worked through the list of people to call: what is left on it is of the last days.

import { addWorkingMinutes, type Calendar } from '@motcua/domain/calendar';
import { type Instant, plusDays } from '@motcua/domain/time';
import { readToTell, tell } from '../notices/to-tell.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { wardIds, wardTenant } from './ward.ts';
import { demoOfficers } from './ward-people.ts';

/** Half a working day passes between a refusal and the call. */
const callAfterMinutes = 240;
/** Long enough that a demo opened after a weekend still has somebody to call. */
const openDays = 4;

export async function makeCalls(ctx: Context, calendar: Calendar, until: Instant): Promise<void> {
  const ids = wardIds();
  const [clerk] = demoOfficers.filter((officer) => officer.roles.includes('clerk_in'));
  if (clerk === undefined) throw new Error('The demo ward has a clerk.');
  const { username, unit, roles } = clerk;
  const officerId = ids.officers.get(username) ?? '';
  const works = { officerId, agencyId: ids.agencyId, unit, roles, standsInFor: [] };
  const caller: Caller = { tenantId: wardTenant, username, ...works, barred: null };
  const { rows } = await readToTell(ctx, caller, 0);
  for (const { noticeId, since } of rows.filter((row) => row.since < plusDays(until, -openDays))) {
    const at = addWorkingMinutes(calendar, since, callAfterMinutes);
    const call = { noticeId, how: 'điện thoại', key: `demo-call-${noticeId}` } as const;
    await tell({ ...ctx, clock: { now: () => at } }, caller, call);
  }
}
