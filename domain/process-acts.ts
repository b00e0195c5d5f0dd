// The ways in which an act can be done that lead a dossier to different places: what a proof tries, and how it tells it.

import { currentStep, type Dossier } from './dossier.ts';
import { type Action, type ActionType, actionLabels } from './dossier-action.ts';
import { awaitedOpinions } from './opinion.ts';
import { openItems, openRequest } from './supplement.ts';

/** One way of doing an act, with what the outside would add, and how a path tells it. */
export interface Variant {
  action: Action;
  fee: number;
  text: string;
}

const because = 'Theo kết quả kiểm tra hồ sơ.';

function opinionAct(type: 'give_opinion' | 'record_opinion' | 'waive_opinion', requestId: string): Action {
  if (type === 'waive_opinion') return { type, requestId, reason: because };
  const answer = { requestId, verdict: 'agree', text: because } as const;
  return type === 'give_opinion'
    ? { type, ...answer }
    : { type, ...answer, letterNumber: '1', letterDate: '2026-11-23' };
}

/** The ways of doing an act that lead to different states; none for acts that move nothing. */
export function variants(type: ActionType, dossier: Dossier): Variant[] {
  const label = actionLabels[type];
  const one = (action: Action, text = label): Variant[] => [{ action, fee: 0, text }];
  const steps = dossier.process.steps;
  switch (type) {
    case 'accept':
      return [
        { action: { type }, fee: 0, text: label },
        { action: { type }, fee: 8_000, text: `${label}, còn phí phải nộp` },
      ];
    case 'refuse_at_intake':
    case 'refuse':
      return one({ type, reasons: [because] });
    case 'pass_on':
      return one({ type, note: null }, `${label} (${currentStep(dossier).name})`);
    case 'return_to_step':
      return steps
        .slice(0, dossier.holding.stepIndex)
        .flatMap((step) => one({ type, toStepId: step.id, reason: because }, `Trả lại bước “${step.name}”`));
    case 'correct_result':
      return steps.flatMap((step) =>
        one({ type, toStepId: step.id, reason: because }, `${label}, về bước “${step.name}”`),
      );
    case 'request_supplement':
      return one({
        type,
        items: [{ target: { kind: 'field', field: 'thu' }, label: 'Tờ khai', reason: because }],
        sectorGround: 'Theo quy định của ngành.',
      });
    case 'answer_supplement':
      return one({
        type,
        items: openItems(openRequest(dossier) ?? { items: [] }).map(({ index }) => index),
        channel: 'web',
      });
    case 'take_supplement':
      return one({ type, papers: [] });
    case 'request_payment':
      return [true, false].flatMap((stopsClock) =>
        one(
          { type, amount: 10_000, reason: because, stopsClock },
          stopsClock ? `${label}, tạm dừng thời gian` : label,
        ),
      );
    case 'confirm_payment':
      return one({ type, receiptNumber: null });
    case 'withdraw':
    case 'stop':
      return one({ type, reason: because });
    case 'finish':
      return one({ type, resultNumber: null });
    case 'hand_over':
      return one({ type, collector: 'Người nộp', method: 'counter' });
    case 'consult':
      return one({ type, detail: null }, `${label} (${currentStep(dossier).name})`);
    case 'give_opinion':
    case 'record_opinion':
    case 'waive_opinion':
      return awaitedOpinions(dossier).flatMap(({ id, agency }) =>
        one(opinionAct(type, id), `${label}: ${agency}`),
      );
    case 'approve':
      return one({ type }, `${label} (${currentStep(dossier).name})`);
    default:
      return [];
  }
}
