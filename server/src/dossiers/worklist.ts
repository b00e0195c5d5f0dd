// The worklist as the desk shows it: rows in words, least time left first, with the count of every tab.

import { currentStep } from '@motcua/domain/dossier';
import { readClock } from '@motcua/domain/dossier-clock';
import { foldedKey } from '@motcua/domain/folding';
import { statusLabel } from '@motcua/domain/status';
import { getCalendar, listUnits, nameOfficers } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import type { Tab, Worklist, WorklistRow } from './schema.ts';
import { countTabs, listDossiers, pageSize } from './worklist-store.ts';

export async function readWorklist(
  ctx: Context,
  caller: Caller,
  asked: { tab: Tab; q?: string | undefined; offset: number },
): Promise<Worklist> {
  const now = ctx.clock.now();
  // A code keeps its dots and dashes; folding would tear it apart.
  const words = (asked.q ?? '')
    .split(/\s+/)
    .map((word) => (/\d[.-]\d/.test(word) ? word.toLowerCase() : foldedKey(word)));
  const search = words.filter((word) => word !== '');
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const listed = await listDossiers(
      tx,
      caller,
      { tab: asked.tab, words: search, offset: asked.offset },
      now,
    );
    const counts = await countTabs(tx, caller, search, now);
    const calendar = await getCalendar(tx, caller.agencyId);
    const units = new Map((await listUnits(tx, caller.agencyId)).map((unit) => [unit.code, unit.name]));
    const names = await nameOfficers(
      tx,
      listed.flatMap(({ state }) => state.holding.officerId ?? []),
    );
    const rows = listed.map(({ state, applicantName }): WorklistRow => {
      const clock = readClock(state, calendar, now);
      const holder = state.holding.officerId;
      return {
        id: state.id,
        version: state.version,
        code: state.code,
        procedureName: state.procedureName,
        applicantName,
        status: state.status,
        statusLabel: statusLabel(state.status),
        stepName: currentStep(state).name,
        unitName: units.get(state.holding.unit) ?? state.holding.unit,
        holderName: holder === null ? null : (names.get(holder) ?? null),
        since: state.holding.since,
        receivedAt: state.receivedAt,
        due: clock.due,
        urgency: clock.urgency,
        workingDaysLeft: clock.remaining?.workingDaysLeft ?? null,
        timeText: clock.timeText,
      };
    });
    return { tab: asked.tab, counts, total: counts[asked.tab], rows, pageSize };
  });
}
