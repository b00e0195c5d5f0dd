// The dossier page: state, timeline with what the citizen was told, due-date explanation, and only the legal actions.

import type { Calendar } from '@motcua/domain/calendar';
import { ruleName } from '@motcua/domain/clock-acts';
import { beforeText } from '@motcua/domain/clock-time';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { currentStep, type Dossier } from '@motcua/domain/dossier';
import { type ActionType, actionLabels, actionSchema } from '@motcua/domain/dossier-action';
import { readClock } from '@motcua/domain/dossier-clock';
import type { Actor, Recorded } from '@motcua/domain/dossier-event';
import { deadlineInputOf, guard } from '@motcua/domain/dossier-guard';
import { holdingAgencyId, placeText, takesPart } from '@motcua/domain/dossier-place';
import { mayUndo } from '@motcua/domain/dossier-undo';
import { deliveryWords, itemText, processesOf, wordsOf } from '@motcua/domain/event-words';
import { moneyText } from '@motcua/domain/money-words';
import { phoneText } from '@motcua/domain/phone-number';
import type { ProcessStep } from '@motcua/domain/process';
import { statuses, statusLabel } from '@motcua/domain/status';
import { statusSentence } from '@motcua/domain/status-answer';
import { type StepTime, stepTimeText, tellTimes, timeStoryText } from '@motcua/domain/step-times';
import { openItems, openRequest } from '@motcua/domain/supplement';
import { dateOf, type Instant } from '@motcua/domain/time';
import { listAssignable, nameOfficers } from '../agencies/officer-store.ts';
import { readPlaces } from '../agencies/place-store.ts';
import { getCalendar, listUnits } from '../agencies/store.ts';
import { chatsFollowing } from '../chat/following-store.ts';
import { forecastReach } from '../notices/reach.ts';
import { noticeStateText } from '../notices/state-words.ts';
import { listNotices } from '../notices/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { getVersion } from '../procedures/store.ts';
import { getApplicant } from './applicant-store.ts';
import { buildStatusView } from './citizen-view.ts';
import type { ActionOffer, DossierView, TimelineEntry } from './schema.ts';
import { findDossier, readLedger } from './store.ts';

export async function viewDossier(ctx: Context, caller: Caller, id: string): Promise<DossierView> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const dossier = await findDossier(tx, id);
    if (dossier === undefined || !takesPart(dossier, caller.agencyId))
      throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
    const calendar = await getCalendar(tx, dossier.agencyId);
    const procedure = await getVersion(tx, dossier.procedureCode, dossier.procedureVersion);
    const units = new Map((await listUnits(tx, dossier.agencyId)).map((unit) => [unit.code, unit.name]));
    const applicant = await getApplicant(tx, dossier.applicantId);
    const clock = readClock(dossier, calendar, now);
    const input = deadlineInputOf(dossier);
    const step = currentStep(dossier);
    const supplement = openRequest(dossier);
    const { timeline, officers, history } = await viewTimeline(tx, dossier, units, now);
    const times = tellTimes(history, dossier, calendar, now);
    const assignable = await listAssignable(tx, holdingAgencyId(dossier), step.unit, step.role, dateOf(now));
    const holder = dossier.holding.officerId;
    const placeOf = await readPlaces(tx, dossier.process);
    const stepPlace = (each: ProcessStep): string => {
      const place = each.agency === undefined ? 'own' : placeOf(each);
      const elsewhere = place === undefined || place === 'own' ? {} : { elsewhere: place };
      return placeText({ unit: each.unit, ...elsewhere }, (code) => units.get(code) ?? code, caller.agencyId);
    };
    return {
      id: dossier.id,
      version: dossier.version,
      code: dossier.code,
      procedureCode: dossier.procedureCode,
      procedureName: dossier.procedureName,
      procedureFullName: procedure.name,
      summary: dossier.summary,
      channel: dossier.channel,
      status: dossier.status,
      statusLabel: statusLabel(dossier.status),
      nationalStatus: statuses[dossier.status].national,
      outcome: dossier.outcome,
      money: dossier.money,
      moneyText: moneyLine(dossier),
      delivery: dossier.delivery,
      deliveryMethod: dossier.deliveryMethod,
      deliveryText: `Nhận kết quả ${deliveryWords[dossier.deliveryMethod]}`,
      statusSentence: statusSentence(await buildStatusView(tx, dossier, now), now),
      applicant: {
        fullName: applicant.fullName,
        identityMasked: maskIdentity(ctx, tx.tenantId, applicant),
        phone: applicant.phone === null ? null : phoneText(applicant.phone),
        address: applicant.address,
        email: applicant.email,
        bornOn: applicant.bornOn,
        sex: applicant.sex,
        issuedOn: applicant.issuedOn,
        linkedChats: (await chatsFollowing(tx, dossier.id)).length,
      },
      papers: dossier.papers,
      copies: dossier.copies,
      steps: dossier.process.steps.map((each, index) => ({
        id: each.id,
        name: each.name,
        kind: each.kind,
        unitName: stepPlace(each),
        budgetMinutes: each.budgetMinutes,
        ...viewTime(times.steps[index], calendar),
        state:
          index < dossier.holding.stepIndex || dossier.status === 'returned'
            ? 'done'
            : index === dossier.holding.stepIndex
              ? 'current'
              : 'ahead',
      })),
      holder: {
        stepName: step.name,
        unitName: placeText(dossier.holding, (code) => units.get(code) ?? code, caller.agencyId),
        officerName: holder === null ? null : (officers.get(holder) ?? null),
        since: dossier.holding.since,
      },
      submittedAt: dossier.submittedAt,
      receivedAt: dossier.receivedAt,
      due: clock.due,
      originalDue: clock.originalDue,
      dueText: clock.due === null ? 'Chưa có ngày hẹn trả' : beforeText(clock.due, dateOf(now)),
      timeText: clock.timeText,
      urgency: clock.urgency,
      workingDaysLeft: clock.remaining?.workingDaysLeft ?? null,
      usedShare: clock.remaining?.usedShare ?? null,
      termText: dossier.termText,
      trace:
        input === null ? [] : explainDeadline(calendar, input, clock.urgency === 'ended' ? undefined : now),
      timeStory: timeStoryText(times, dossier, calendar, (code) => units.get(code) ?? code),
      supplement:
        supplement === undefined
          ? null
          : {
              requestedAt: supplement.requestedAt,
              answerBy: supplement.answerBy,
              answeredAt: supplement.answeredAt ?? null,
              items: openItems(supplement).map(({ index, label, reason, target }) => ({
                index,
                label,
                reason,
                paperId: target.kind === 'paper' ? target.paperId : null,
              })),
            },
      proposal: dossier.proposal
        ? {
            at: dossier.proposal.at,
            officerName: officers.get(dossier.proposal.officerId) ?? 'Cán bộ',
            items: dossier.proposal.items.map(itemText),
          }
        : null,
      undo: undoOffer(dossier, history.at(-1), caller, now),
      timeline,
      reach: await forecastReach(ctx, tx, dossier, now),
      actions: offers(dossier, caller, now, calendar),
      assignable: assignable
        .filter((officer) => officer.id !== holder)
        .map(({ id: officerId, title, fullName, open }) => ({
          id: officerId,
          name: `${title} ${fullName}`,
          open,
        })),
      procedurePapers: procedure.papers.map((paper) => ({ id: paper.id, name: paper.name })),
    };
  });
}

async function viewTimeline(tx: Tx, dossier: Dossier, units: Map<string, string>, now: Instant) {
  const rows = await readLedger(tx, dossier.id);
  const ids = rows.flatMap(({ recorded }) => [
    ...(recorded.actor.kind === 'officer'
      ? [recorded.actor.officerId, recorded.actor.inPlaceOf ?? []].flat()
      : []),
    ...('officerId' in recorded.event && recorded.event.officerId !== null ? [recorded.event.officerId] : []),
  ]);
  const officers = await nameOfficers(tx, [
    ...ids,
    ...(dossier.holding.officerId ? [dossier.holding.officerId] : []),
  ]);
  const notices = await listNotices(tx, dossier.id);
  const need = {
    unitName: (code: string) => units.get(code) ?? code,
    officerName: (id: string) => officers.get(id) ?? 'Cán bộ',
    today: dateOf(now),
  };
  const processes = processesOf(rows.map(({ recorded }) => recorded.event));
  const timeline = rows.map(({ recorded: { seq, at, actor, event } }, index): TimelineEntry => {
    const words = wordsOf(event, { ...dossier, process: processes[index] ?? dossier.process }, need);
    return {
      seq,
      at,
      type: event.type,
      text: words.text,
      lines: words.lines,
      actorName: actorName(actor, officers),
      notices: notices
        .filter((notice) => notice.eventSeq === seq)
        .map((notice) => ({
          id: notice.id,
          text: notice.text,
          state: notice.state,
          stateText: noticeStateText(notice, now),
          at: notice.at,
        })),
    };
  });
  return { timeline: timeline.reverse(), officers, history: rows.map(({ recorded }) => recorded) };
}

function undoOffer(
  dossier: Dossier,
  last: Recorded | undefined,
  caller: Caller,
  now: Instant,
): DossierView['undo'] {
  const verdict = last && mayUndo(dossier, last, { kind: 'officer', ...caller }, now);
  return verdict?.ok ? verdict.offer : null;
}

/** A step's own time beside its plan. */
function viewTime(time: StepTime | undefined, calendar: Calendar) {
  const { planned, used } = time ?? { planned: 0, used: 0 };
  const timeText = planned + used === 0 ? '' : stepTimeText({ planned, used }, calendar);
  return { plannedMinutes: planned, usedMinutes: used, timeText, over: planned > 0 && used > planned };
}

function actorName(actor: Actor, officers: Map<string, string>): string {
  if (actor.kind === 'officer') {
    const name = officers.get(actor.officerId) ?? 'Cán bộ';
    const away =
      actor.inPlaceOf === undefined ? '' : `, thay ${officers.get(actor.inPlaceOf) ?? 'đồng nghiệp'}`;
    return actor.onBehalf ? `${name}${away}, theo yêu cầu của công dân` : `${name}${away}`;
  }
  return actor.kind === 'citizen' ? 'Công dân' : ruleName(actor.rule);
}

const actionTypes = actionSchema.options.map((option) => option.shape.type.value);
/** The one thing most likely wanted now, by step and status: first that is allowed. */
const primaryOrder: readonly ActionType[] = [
  'accept',
  'take_supplement',
  'confirm_payment',
  'claim',
  'hand_over',
  'approve',
  'finish',
  'pass_on',
];

/** Actions of this officer: what may be done, and what at this moment may not, with the reason. */
function offers(dossier: Dossier, caller: Caller, now: Instant, calendar: Calendar): ActionOffer[] {
  const verdicts = actionTypes.map((type) => ({
    type,
    refusal: guard(type, dossier, { kind: 'officer', ...caller }, now, calendar),
  }));
  const primary = primaryOrder.find((type) =>
    verdicts.some((each) => each.type === type && each.refusal === null),
  );
  return verdicts
    .filter(({ refusal }) => refusal === null || refusal.teaches)
    .map(({ type, refusal }) => ({
      type,
      label: actionLabels[type],
      primary: type === primary,
      whyNot: refusal === null ? null : refusal.why,
    }));
}

function moneyLine(dossier: Dossier): string {
  const open = dossier.payments.find((payment) => payment.paidAt === null);
  const paid = dossier.payments
    .filter((payment) => payment.paidAt !== null)
    .reduce((sum, payment) => sum + payment.amount, 0);
  if (dossier.money === 'due' && open !== undefined)
    return `Chờ nộp ${moneyText(open.amount)}: ${open.reason}`;
  return paid > 0 ? `Đã nộp ${moneyText(paid)}` : 'Không có khoản phải nộp';
}

function maskIdentity(
  ctx: Context,
  tenantId: string,
  applicant: { id: string; identitySealed: string | null },
): string | null {
  if (applicant.identitySealed === null) return null;
  const number = ctx.secrets.open(applicant.identitySealed, `${tenantId}/applicant/${applicant.id}`);
  return `${number.slice(0, 3)}${'•'.repeat(Math.max(0, number.length - 5))}${number.slice(-2)}`;
}
