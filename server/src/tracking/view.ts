// What the citizen's page shows for a capability: the status in a sentence, what to do, the history, why this date.

import { beforeText } from '@motcua/domain/clock-time';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { readClock } from '@motcua/domain/dossier-clock';
import { deadlineInputOf } from '@motcua/domain/dossier-guard';
import { wordsOf } from '@motcua/domain/event-words';
import { statusLabel } from '@motcua/domain/status';
import { mustDoText, statusSentence } from '@motcua/domain/status-answer';
import { dateOf } from '@motcua/domain/time';
import { getAgency, getCalendar, listUnits } from '../agencies/store.ts';
import { buildStatusView } from '../dossiers/citizen-view.ts';
import { tenantOfToken } from '../dossiers/link-token.ts';
import { findDossierByToken } from '../dossiers/look-up.ts';
import { findDossier, readLedger } from '../dossiers/store.ts';
import { findConnectedOa } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import type { TrackingView } from './schema.ts';

export const unknownLink = () =>
  new Problem(
    'not_found',
    'Mã QR này không còn dùng được hoặc chưa đúng. Anh/Chị xem lại giấy tiếp nhận, hoặc hỏi nơi đã nhận hồ sơ để in lại.',
  );

export async function viewTracking(ctx: Context, token: string): Promise<TrackingView> {
  const tenantId = tenantOfToken(token);
  if (tenantId === null) throw unknownLink();
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const found = await findDossierByToken(tx, ctx.secrets, token);
    const dossier = found && (await findDossier(tx, found.id));
    if (dossier === undefined) throw unknownLink();
    const agency = await getAgency(tx, dossier.agencyId);
    const calendar = await getCalendar(tx, dossier.agencyId);
    const view = await buildStatusView(tx, dossier, now);
    const clock = readClock(dossier, calendar, now);
    const input = deadlineInputOf(dossier);
    const units = new Map((await listUnits(tx, dossier.agencyId)).map((unit) => [unit.code, unit.name]));
    const need = {
      unitName: (code: string) => units.get(code) ?? code,
      officerName: () => 'Cán bộ',
      today: dateOf(now),
    };
    const history = (await readLedger(tx, dossier.id)).map(({ recorded: { at, event } }) => ({
      at,
      words: wordsOf(event, dossier, need),
      internal: event.type === 'step_passed' || event.type === 'result_handed_over',
    }));
    const oa = await findConnectedOa(tx, dossier.agencyId);
    return {
      code: dossier.code,
      procedureName: dossier.procedureName,
      officeName: agency.officeName,
      officePhone: agency.phone,
      officeAddress: agency.address,
      status: dossier.status,
      statusLabel: statusLabel(dossier.status),
      sentence: statusSentence(view, now),
      mustDo: mustDoText(view, now),
      due: clock.due,
      dueText: clock.due === null ? 'Chưa có ngày hẹn trả' : beforeText(clock.due, dateOf(now)),
      timeText: clock.timeText,
      urgency: clock.urgency,
      supplement: view.supplement && {
        answerBy: view.supplement.answerBy,
        items: view.supplement.items.map(({ label, reason }) => ({ label, reason })),
      },
      timeline: history
        .filter(({ words }) => words.public)
        // Notes between colleagues and the collector's name stay inside.
        .map(({ at, words, internal }) => ({ at, text: words.text, lines: internal ? [] : words.lines }))
        .reverse(),
      trace:
        input === null ? [] : explainDeadline(calendar, input, clock.urgency === 'ended' ? undefined : now),
      zalo: oa === undefined ? null : { oaName: oa.name ?? agency.name },
    };
  });
}
