// Which form belongs to which act.

import type { ActionType } from '@motcua/domain/dossier-action';
import type { ComponentType } from 'react';
import type { FormProps } from './action-form.tsx';
import { ConsultForm, GiveOpinionForm, RecordOpinionForm, WaiveOpinionForm } from './form-opinion.tsx';
import { ExtendForm, PaymentForm } from './form-promises.tsx';
import { ReasonsForm } from './form-reasons.tsx';
import { CorrectDetailsForm, HandOverForm } from './form-result.tsx';
import { ReturnSupplementForm } from './form-return-supplement.tsx';
import {
  NoteForm,
  NothingForm,
  NumberForm,
  ReasonForm,
  ReceiptForm,
  ReleaseForm,
  TextForm,
} from './form-short.tsx';
import { AssignForm, CorrectResultForm, ReturnForm } from './form-steps.tsx';
import { SupplementForm } from './form-supplement.tsx';
import { TakeSupplementForm } from './form-take-supplement.tsx';

export const actionForms: Record<ActionType, ComponentType<FormProps>> = {
  accept: NothingForm,
  refuse_at_intake: ReasonsForm,
  pass_on: NoteForm,
  return_to_step: ReturnForm,
  claim: NothingForm,
  assign: AssignForm,
  release: ReleaseForm,
  keep: NothingForm,
  note: TextForm,
  request_supplement: SupplementForm,
  confirm_supplement: NothingForm,
  decline_supplement: ReasonForm,
  // The citizen’s own act: no desk offers it.
  answer_supplement: NothingForm,
  return_supplement: ReturnSupplementForm,
  take_supplement: TakeSupplementForm,
  request_payment: PaymentForm,
  confirm_payment: ReceiptForm,
  extend: ExtendForm,
  approve: NothingForm,
  refuse: ReasonsForm,
  withdraw: ReasonForm,
  stop: ReasonForm,
  finish: NumberForm,
  hand_over: HandOverForm,
  correct_result: CorrectResultForm,
  correct_details: CorrectDetailsForm,
  renew_link: ReasonForm,
  consult: ConsultForm,
  give_opinion: GiveOpinionForm,
  record_opinion: RecordOpinionForm,
  waive_opinion: WaiveOpinionForm,
};

/** Acts that only want a yes. */
export function asksNothing(type: ActionType): boolean {
  return actionForms[type] === NothingForm;
}

/** Acts that ask something of the citizen or end the matter: whoever writes one sees first how it will arrive. */
export const tellsCitizen: ReadonlySet<ActionType> = new Set<ActionType>([
  'refuse_at_intake',
  'request_supplement',
  'confirm_supplement',
  'return_supplement',
  'request_payment',
  'extend',
  'stop',
  'correct_result',
]);
