// The dossier page: state, timeline with what the citizen was told, due-date explanation, and only the legal actions.

import type { Calendar } from '@motcua/domain/calendar';
import { beforeText } from '@motcua/domain/clock-time';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { currentStep, type Dossier } from '@motcua/domain/dossier';
import { readClock } from '@motcua/domain/dossier-clock';
import type { Recorded } from '@motcua/domain/dossier-event';
import { deadlineInputOf } from '@motcua/domain/dossier-guard';
import { holdingAgencyId, placeText, takesPart } from '@motcua/domain/dossier-place';
import { mayUndo } from '@motcua/domain/dossier-undo';
import { deliveryWords, itemText } from '@motcua/domain/event-words';
import { leaseEndOf } from '@motcua/domain/lease';
import { moneyText } from '@motcua/domain/money-words';
import { phoneText } from '@motcua/domain/phone-number';
import type { ProcessStep } from '@motcua/domain/process';
import { statuses, statusLabel } from '@motcua/domain/status';
import { statusSentence } from '@motcua/domain/status-answer';
import { type StepTime, stepTimeText, tellTimes, timeStoryText } from '@motcua/domain/step-times';
import { dateOf, type Instant } from '@motcua/domain/time';
import { listAssignable } from '../agencies/officer-store.ts';
import { readPlaces } from '../agencies/place-store.ts';
import { getCalendar, listUnits } from '../agencies/store.ts';
import { chatsFollowing } from '../chat/following-store.ts';
import { forecastReach } from '../notices/reach.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { getVersion } from '../procedures/store.ts';
import { getApplicant } from './applicant-store.ts';
import { buildStatusView } from './citizen-view.ts';
import { offers } from './offers.ts';
import { viewOpinions } from './opinions-view.ts';
import { noteReading } from './reading-store.ts';
import type { DossierView } from './schema.ts';
import { findDossier } from './store.ts';
import { viewSupplement } from './supplement-view.ts';
import { viewTimeline } from './timeline.ts';

export async function viewDossier(ctx: Context, caller: Caller, id: string): Promise<DossierView> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const dossier = await findDossier(tx, id);
    if (dossier === undefined || !takesPart(dossier, caller.agencyId))
      throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
    await noteReading(tx, caller, id, now);
    const calendar = await getCalendar(tx, dossier.agencyId);
    const procedure = await getVersion(tx, dossier.procedureCode, dossier.procedureVersion);
    const units = new Map((await listUnits(tx, dossier.agencyId)).map((unit) => [unit.code, unit.name]));
    const applicant = await getApplicant(tx, dossier.applicantId);
    const clock = readClock(dossier, calendar, now);
    const input = deadlineInputOf(dossier);
    const step = currentStep(dossier);
    const { timeline, officers, history } = await viewTimeline(tx, dossier, units, now);
    const times = tellTimes(history, dossier, calendar, now);
    const assignable = await listAssignable(tx, holdingAgencyId(dossier), step.unit, step.role, dateOf(now));
    const holder = dossier.holding.officerId;
    const { placeOf } = await readPlaces(tx, dossier.process);
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
        until: leaseEndOf(dossier, calendar),
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
      supplement: await viewSupplement(tx, dossier, applicant),
      proposal: dossier.proposal
        ? {
            at: dossier.proposal.at,
            officerName: officers.get(dossier.proposal.officerId) ?? 'Cán bộ',
            items: dossier.proposal.items.map(itemText),
          }
        : null,
      undo: undoOffer(dossier, history.at(-1), caller, now),
      ...viewOpinions(dossier, caller.agencyId, now),
      timeline,
      reach: await forecastReach(ctx, tx, dossier, now),
      ...offers(dossier, caller, now, calendar),
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
