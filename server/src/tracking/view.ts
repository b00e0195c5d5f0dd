// What the citizen's page shows for a capability: the status in a sentence, what to do, the history, why this date.

import { awaitedOf } from '@motcua/domain/awaited';
import { beforeText, dayText, momentText } from '@motcua/domain/clock-time';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { readClock } from '@motcua/domain/dossier-clock';
import { deadlineInputOf } from '@motcua/domain/dossier-guard';
import { processesOf, wordsOf } from '@motcua/domain/event-words';
import { statusLabel } from '@motcua/domain/status';
import { mustDoText, statusSentence } from '@motcua/domain/status-answer';
import { englishStatus } from '@motcua/domain/status-english';
import { statusHoldsUntil } from '@motcua/domain/status-until';
import { lastUsefulMoment } from '@motcua/domain/step-plan';
import { dateOf, type Instant, type PlainDate } from '@motcua/domain/time';
import { withdrawalOf } from '@motcua/domain/withdrawal';
import { unitOf } from '../agencies/frame-store.ts';
import { viewStatus } from '../dossiers/citizen-view.ts';
import type { OpenedDossier } from '../dossiers/look-up-store.ts';
import { readLedger } from '../dossiers/store.ts';
import { findConnectedOa } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { progressOf } from '../supplements/progress.ts';
import type { TrackingStatus, TrackingView } from './schema.ts';

export const unknownLink = () =>
  new Problem(
    'not_found',
    'Mã QR này không còn dùng được hoặc chưa đúng. Anh/Chị xem lại giấy tiếp nhận, hoặc hỏi nơi đã nhận hồ sơ để in lại.',
  );

/**
 * How it stands, in one sentence and in fields, and until when time alone changes none of it. Made of what was opened and
 * of nothing else: whatever it is to depend on besides belongs into the mark of what is opened.
 */
export function viewTrackingStatus(
  { dossier, frame, officer }: Omit<OpenedDossier, 'mark'>,
  now: Instant,
): { status: TrackingStatus; until: Instant } {
  const { calendar } = frame;
  const clock = readClock(dossier, calendar, now);
  const view = viewStatus(dossier, frame, officer, now, clock);
  const { urgency, timeText, remaining } = clock;
  const soonAt = urgency === 'on_time' ? lastUsefulMoment(dossier, calendar) : null;
  const until = statusHoldsUntil(view, soonAt, now);
  const status = {
    code: dossier.code,
    procedureName: dossier.procedureName,
    status: dossier.status,
    statusLabel: statusLabel(dossier.status),
    sentence: statusSentence(view, now),
    unitName: view.step?.unitName ?? null,
    since: view.step?.since ?? null,
    due: view.due,
    workingDaysLeft: remaining?.workingDaysLeft ?? null,
    timeText,
    urgency,
    mustDo: mustDoText(view, now),
  };
  return { status, until };
}

/** The whole page: with the history, and why this date. */
export async function viewTracking(
  ctx: Context,
  tenantId: string,
  { dossier, frame, officer }: OpenedDossier,
  now: Instant,
): Promise<TrackingView> {
  return ctx.database.tenant(tenantId, async (tx) => {
    const [ledger, oa, progress] = await Promise.all([
      readLedger(tx, dossier.id),
      findConnectedOa(tx, dossier.agencyId),
      progressOf(tx, dossier),
    ]);
    const { agency, calendar } = frame;
    const clock = readClock(dossier, calendar, now);
    const view = viewStatus(dossier, frame, officer, now, clock);
    const input = deadlineInputOf(dossier);
    const need = {
      unitName: (code: string) => unitOf(frame, code).name,
      officerName: () => 'Cán bộ',
      today: dateOf(now),
    };
    // What happened since the dossier was read is told the next time, whole.
    const told = ledger.filter(({ recorded }) => recorded.seq <= dossier.version);
    const processes = processesOf(told.map(({ recorded }) => recorded.event));
    const history = told.map(({ recorded: { at, event } }, index) => ({
      at,
      words: wordsOf(event, { ...dossier, process: processes[index] ?? dossier.process }, need),
      internal:
        event.type === 'step_passed' ||
        event.type === 'result_handed_over' ||
        event.type.startsWith('opinion'),
    }));
    return {
      code: dossier.code,
      procedureCode: dossier.procedureCode,
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
      supplement:
        progress === undefined
          ? null
          : {
              answerBy: progress.request.answerBy,
              answerByText: momentText(progress.request.answerBy, dateOf(now)),
              answered: progress.request.answeredAt !== undefined,
              items: progress.items.map(({ item, slot, files, value }) => ({
                index: item.index,
                kind: slot === null ? 'field' : 'paper',
                label: item.label,
                reason: item.reason,
                basis: item.basis ?? null,
                sent: files.length,
                value: value?.value ?? null,
              })),
            },
      timeline: history
        .filter(({ words }) => words.public)
        // Notes between colleagues and the collector's name stay inside.
        .map(({ at, words, internal }) => ({
          at,
          when: momentWords(at, dateOf(now)),
          text: words.text,
          lines: internal ? [] : words.lines,
        }))
        .reverse(),
      trace:
        input === null ? [] : explainDeadline(calendar, input, clock.urgency === 'ended' ? undefined : now),
      version: dossier.version,
      awaited: awaitedOf(view),
      english: englishStatus(view, now),
      withdrawal: withdrawalOf(dossier, calendar, now),
      zalo: oa === undefined ? null : { oaName: oa.name ?? agency.name },
    };
  });
}

/** `thứ Tư, 25/11, 17:00`: to the minute, as a history is read. */
export function momentWords(at: Instant, today: PlainDate): string {
  return `${dayText(dateOf(at), today)}, ${at.slice(11, 16)}`;
}
