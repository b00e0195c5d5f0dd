// What an officer may do to a dossier now, and why not the rest: computed by the very function with which the server refuses.

import type { Calendar } from '@motcua/domain/calendar';
import type { Dossier } from '@motcua/domain/dossier';
import { type ActionType, actionLabels, actionSchema } from '@motcua/domain/dossier-action';
import { guard } from '@motcua/domain/dossier-guard';
import type { Instant } from '@motcua/domain/time';
import type { Caller } from '../platform/http.ts';
import type { DossierView } from './schema.ts';

const actionTypes = actionSchema.options.map((option) => option.shape.type.value);
/** The one thing most likely wanted now, by step and status: first that is allowed. */
const primaryOrder: readonly ActionType[] = [
  'give_opinion',
  'accept',
  'take_supplement',
  'confirm_payment',
  'claim',
  'hand_over',
  'approve',
  'finish',
  'consult',
  'record_opinion',
  'pass_on',
];

/** Actions of this officer: what may be done, what at this moment may not, and what is somebody else's, with the reason. */
export function offers(
  dossier: Dossier,
  caller: Caller,
  now: Instant,
  calendar: Calendar,
): Pick<DossierView, 'actions' | 'others'> {
  const verdicts = actionTypes.map((type) => ({
    type,
    refusal: guard(type, dossier, { kind: 'officer', ...caller }, now, calendar),
  }));
  const primary = primaryOrder.find((type) =>
    verdicts.some((each) => each.type === type && each.refusal === null),
  );
  const actions = verdicts
    .filter(({ refusal }) => refusal === null || refusal.teaches)
    .map(({ type, refusal }) => ({
      type,
      label: actionLabels[type],
      primary: type === primary,
      whyNot: refusal === null ? null : refusal.why,
    }));
  const others = new Map<string, string[]>();
  for (const { type, refusal } of verdicts)
    if (refusal !== null && !refusal.teaches)
      others.set(refusal.why, [...(others.get(refusal.why) ?? []), actionLabels[type]]);
  return { actions, others: [...others].map(([whyNot, labels]) => ({ whyNot, labels })) };
}
