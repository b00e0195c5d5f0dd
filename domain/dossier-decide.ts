// decide(dossier, action, actor, now) → events or a refusal. Pure: the heart of every use case.

import { decideExtension } from './decide-extension.ts';
import { decideAssignment } from './decide-holding.ts';
import { decideConsulting, decideLetter, decideOpinion, decideWaiver } from './decide-opinion.ts';
import { decidePayment } from './decide-payment.ts';
import {
  decideAnswer,
  decideConfirmation,
  decideReturn,
  decideSupplement,
  decideTaking,
} from './decide-supplement.ts';
import { currentStep, type Dossier } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import {
  type Decision,
  type DecisionFacts,
  goTo,
  one,
  refuse,
  registerIndex,
  stepIndexOf,
} from './dossier-decision.ts';
import { type Acting, guard } from './dossier-guard.ts';
import { usualLease } from './lease.ts';
import { fullestDay } from './step-plan.ts';
import type { Instant } from './time.ts';

/** Decides one action. `facts` carries the calendar and what the transaction has at hand. */
export function decide(
  dossier: Dossier,
  action: Action,
  acting: Acting,
  now: Instant,
  facts: DecisionFacts,
): Decision {
  const refusal = guard(action.type, dossier, acting, now, facts.calendar);
  if (refusal !== null) return { ok: false, refusal };
  const from = dossier.holding.stepIndex;
  switch (action.type) {
    case 'accept':
      if (facts.code === undefined) throw new Error('Accepting needs a code.');
      return one({ type: 'dossier_accepted', code: facts.code, fee: facts.fee ?? 0 });
    case 'refuse_at_intake':
      return one({ type: 'intake_refused', reasons: action.reasons });
    case 'pass_on':
      return goTo(dossier, from + 1, facts, (arrival) => ({
        type: 'step_passed',
        from,
        note: action.note,
        officerId: null,
        ...arrival,
      }));
    case 'return_to_step': {
      const to = stepIndexOf(dossier, action.toStepId);
      if (to === null || to >= from)
        return refuse(
          'not_possible_now',
          'Bước được chọn không đứng trước bước hiện tại. Xin chọn một bước trước đó để trả lại.',
        );
      return goTo(dossier, to, facts, (arrival) => ({
        type: 'step_returned',
        from,
        reason: action.reason,
        officerId: null,
        ...arrival,
      }));
    }
    case 'claim':
      if (acting.kind !== 'officer') throw new Error('Only an officer passes the guard of a claim.');
      return one({
        type: 'dossier_assigned',
        officerId: acting.officerId,
        claimed: true,
        leaseMinutes:
          facts.leaseMinutes ?? usualLease(currentStep(dossier).budgetMinutes, fullestDay(facts.calendar)),
      });
    case 'release':
      return one({ type: 'dossier_released', officerId: holderOf(dossier), reason: action.reason });
    case 'keep':
      return one({ type: 'lease_renewed' });
    case 'note':
      return one({ type: 'note_added', text: action.text });
    case 'assign':
      return decideAssignment(dossier, facts);
    case 'request_supplement':
      return decideSupplement(dossier, action, acting, now, facts.calendar);
    case 'confirm_supplement':
      return decideConfirmation(dossier, now, facts.calendar);
    case 'decline_supplement':
      return one({ type: 'supplement_declined', reason: action.reason });
    case 'answer_supplement':
      return decideAnswer(dossier, action);
    case 'return_supplement':
      return decideReturn(dossier, action, now, facts.calendar);
    case 'take_supplement':
      return decideTaking(dossier, action);
    case 'request_payment':
      return decidePayment(dossier, action, acting, now);
    case 'confirm_payment': {
      const open = dossier.payments.find((payment) => payment.paidAt === null);
      if (open === undefined) throw new Error('Money is due without an open request.');
      return one({ type: 'payment_confirmed', amount: open.amount, receiptNumber: action.receiptNumber });
    }
    case 'extend':
      return decideExtension(dossier, action, now, facts.calendar);
    case 'approve':
      return goTo(dossier, from + 1, facts, (arrival) => ({
        type: 'step_approved',
        from,
        ...arrival,
        outcome: 'granted',
        reasons: [],
      }));
    case 'refuse':
      return goTo(dossier, registerIndex(dossier), facts, (arrival) => ({
        type: 'step_approved',
        from,
        ...arrival,
        outcome: 'refused',
        reasons: action.reasons,
      }));
    case 'withdraw':
      return one({ type: 'dossier_withdrawn', reason: action.reason });
    case 'stop':
      return one({ type: 'dossier_stopped', reason: action.reason });
    case 'finish': {
      const { outcome } = dossier;
      if (outcome === null) throw new Error('A dossier at its register step has been decided.');
      const { resultNumber } = action;
      return goTo(dossier, from + 1, facts, (arrival) => ({
        type: 'dossier_finished',
        outcome,
        resultNumber,
        ...arrival,
      }));
    }
    case 'hand_over':
      return one({ type: 'result_handed_over', collector: action.collector, method: action.method });
    case 'correct_result': {
      const to = stepIndexOf(dossier, action.toStepId);
      const kind = to === null ? undefined : dossier.process.steps[to]?.kind;
      if (to === null || kind === 'return' || kind === 'intake')
        return refuse(
          'not_possible_now',
          'Bước được chọn không sửa được kết quả. Xin chọn một bước xử lý, ký duyệt hoặc phát hành.',
        );
      return goTo(dossier, to, facts, (arrival) => ({
        type: 'result_correction_opened',
        reason: action.reason,
        ...arrival,
      }));
    }
    case 'correct_details':
      return decideDetails(dossier, action);
    case 'consult':
      return decideConsulting(dossier, action, now, facts);
    case 'give_opinion':
      return decideOpinion(dossier, action, acting);
    case 'record_opinion':
      return decideLetter(dossier, action, now);
    case 'waive_opinion':
      return decideWaiver(dossier, action, now);
    case 'renew_link':
      return one({ type: 'link_renewed', reason: action.reason });
  }
}

function holderOf({ holding: { officerId } }: Dossier): string {
  if (officerId === null) throw new Error('Somebody holds what passes the guard of a release.');
  return officerId;
}

function decideDetails(dossier: Dossier, action: Extract<Action, { type: 'correct_details' }>): Decision {
  const summary = action.summary === dossier.summary ? null : action.summary;
  const deliveryMethod = action.deliveryMethod === dossier.deliveryMethod ? null : action.deliveryMethod;
  if (summary === null && deliveryMethod === null)
    return refuse('not_possible_now', 'Chưa có thông tin nào thay đổi. Xin sửa ít nhất một mục rồi lưu.');
  return one({ type: 'details_corrected', summary, deliveryMethod, reason: action.reason });
}
