// The worklist as the desk shows it: rows in words, least time left first, with the count of every tab.

import { currentStep } from '@motcua/domain/dossier';
import { readClock } from '@motcua/domain/dossier-clock';
import { placeText } from '@motcua/domain/dossier-place';
import { dutiesOf, dutyShortText, isMissed } from '@motcua/domain/duties';
import { leaseEndOf } from '@motcua/domain/lease';
import { statusLabel } from '@motcua/domain/status';
import type { z } from 'zod';
import { getFrame, unitOf } from '../agencies/frame-store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import type { Worklist, WorklistRow, worklistQuery } from '../worklists/schema.ts';
import { searchWords } from './search-words.ts';
import { countTabs, listDossiers, listLapsed, pageSize } from './worklist-store.ts';

type WorklistAsked = z.infer<typeof worklistQuery>;

export async function readWorklist(ctx: Context, caller: Caller, asked: WorklistAsked): Promise<Worklist> {
  const now = ctx.clock.now();
  const { tab, q, offset, ...narrowed } = asked;
  const filter = { ...narrowed, words: searchWords(q) };
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    // Questions that need nothing of each other: one trip.
    const [listed, counts, lapsed, frame] = await Promise.all([
      listDossiers(tx, caller, { ...filter, tab, offset }, now),
      countTabs(tx, caller, filter, now),
      listLapsed(tx, caller),
      getFrame(tx, caller.agencyId),
    ]);
    const rows = listed.map(({ state, applicantName, holderName }): WorklistRow => {
      const clock = readClock(state, frame.calendar, now);
      const duty = dutiesOf(state, frame.calendar).find(({ kind }) => kind !== 'term');
      return {
        id: state.id,
        version: state.version,
        code: state.code,
        procedureName: state.procedureName,
        applicantName,
        status: state.status,
        statusLabel: statusLabel(state.status),
        stepName: currentStep(state).name,
        unitName: placeText(state.holding, (code) => unitOf(frame, code).name, caller.agencyId),
        holderName,
        inPlace: caller.standsInFor.includes(state.holding.officerId ?? ''),
        since: state.holding.since,
        receivedAt: state.receivedAt,
        heldUntil: leaseEndOf(state, frame.calendar),
        due: clock.due,
        urgency: clock.urgency,
        workingDaysLeft: clock.remaining?.workingDaysLeft ?? null,
        timeText: clock.timeText,
        duty: duty === undefined ? null : { text: dutyShortText(duty, now), missed: isMissed(duty, now) },
      };
    });
    return { tab, counts, total: counts[tab], rows, lapsed, pageSize };
  });
}
