// What a citizen may know of a dossier now: gathered here once for the chat, the tracking page, the notices and the desk's head line.

import { addWorkingMinutes, type Calendar } from '@motcua/domain/calendar';
import { currentStep, type Dossier } from '@motcua/domain/dossier';
import { type DossierClock, readClock, verdictOf } from '@motcua/domain/dossier-clock';
import { placeText } from '@motcua/domain/dossier-place';
import { answerMinutes } from '@motcua/domain/duties';
import { awaitedOpinions } from '@motcua/domain/opinion';
import type { StatusView } from '@motcua/domain/status-view';
import { openItems, openRequest } from '@motcua/domain/supplement';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import { type Frame, getFrame, unitOf } from '../agencies/frame-store.ts';
import { nameOfficers } from '../agencies/officer-store.ts';
import type { Tx } from '../platform/database.ts';
import { findDossier } from './store.ts';

/** The view of a dossier by id; undefined when this tenant has none. */
export async function statusViewOf(
  tx: Tx,
  dossierId: string,
  now: Instant,
): Promise<(StatusView & { dossierId: string }) | undefined> {
  const dossier = await findDossier(tx, dossierId);
  return dossier && { dossierId, ...(await buildStatusView(tx, dossier, now)) };
}

/** The view of a dossier already at hand, also one not yet saved. */
export async function buildStatusView(tx: Tx, dossier: Dossier, now: Instant): Promise<StatusView> {
  const holder = dossier.holding.officerId;
  const [frame, officers] = await Promise.all([
    getFrame(tx, dossier.agencyId),
    nameOfficers(tx, holder === null ? [] : [holder]),
  ]);
  return viewStatus(dossier, frame, holder === null ? null : (officers.get(holder) ?? null), now);
}

/** The same without asking anybody: `officer` is how the holder is named to citizens, null while nobody has taken it. */
export function viewStatus(
  dossier: Dossier,
  frame: Frame,
  officer: string | null,
  now: Instant,
  clock: DossierClock = readClock(dossier, frame.calendar, now),
): StatusView {
  const { agency, calendar } = frame;
  const verdict = verdictOf(dossier, calendar);
  const ended = dossier.endedAt !== null && dossier.endReason !== null;
  const supplement = openRequest(dossier);
  const payment = dossier.payments.find((request) => request.paidAt === null);
  const extension = dossier.extensions.at(-1);
  return {
    code: dossier.code,
    procedureName: dossier.procedureName,
    officeName: agency.officeName,
    status: dossier.status,
    outcome: dossier.outcome,
    step:
      dossier.endedAt !== null
        ? null
        : {
            name: currentStep(dossier).name,
            unitName: placeText(dossier.holding, (code) => unitOf(frame, code).name),
            officer,
            since: dossier.holding.since,
          },
    submittedAt: dossier.submittedAt,
    answerDue:
      dossier.receivedAt === null && dossier.status === 'submitted'
        ? addWorkingMinutes(calendar, dossier.submittedAt, answerMinutes)
        : null,
    receivedAt: dossier.receivedAt,
    due: clock.due,
    originalDue: clock.originalDue,
    remaining: clock.remaining ?? {
      urgency: 'no_term',
      workingDaysLeft: null,
      usedShare: null,
      lateWorkingDays: 0,
    },
    supplement: supplement === undefined ? null : { ...supplement, items: openItems(supplement) },
    payment: payment === undefined || dossier.money !== 'due' ? null : payment,
    opinions: awaitedOpinions(dossier)
      .map(({ agency, answerBy }) => ({ agency, answerBy }))
      .sort((a, b) => (a.answerBy < b.answerBy ? -1 : 1)),
    extension:
      extension === undefined || clock.due === null
        ? null
        : { reason: extension.reason, responsible: agency.name, newDue: clock.due },
    result:
      dossier.finishedAt === null || verdict === null
        ? null
        : {
            finishedAt: dossier.finishedAt,
            ...verdict,
            reasons: dossier.outcomeReasons,
            number: dossier.resultNumber,
            delivery: dossier.deliveryMethod,
            pickUp:
              dossier.deliveryMethod === 'counter'
                ? {
                    place: placeOf(frame, dossier),
                    from: firstOpenMinute(calendar, dossier.finishedAt),
                  }
                : null,
          },
    ended: ended ? { at: dossier.endedAt as Instant, reason: dossier.endReason as string } : null,
    handedOver: dossier.handedOver && { at: dossier.handedOver.at, collector: dossier.handedOver.collector },
    correction:
      dossier.correction && dossier.finishedAt === null ? { reason: dossier.correction.reason } : null,
  };
}

/** The moment itself while the office is open; otherwise when it opens next. */
function firstOpenMinute(calendar: Calendar, at: Instant): Instant {
  return plusMinutes(addWorkingMinutes(calendar, at, 1), -1);
}

function placeOf(frame: Frame, dossier: Dossier): string {
  const last = dossier.process.steps.at(-1);
  const counter = last === undefined ? null : unitOf(frame, last.unit).counter;
  return counter ?? frame.agency.officeName;
}
