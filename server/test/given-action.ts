// An action as somebody at the desk would fill it in, for whatever button they press.

import type { Action, ActionType } from '@motcua/domain/dossier-action';
import type { Chance } from '../src/demo/chance.ts';
import type { DossierView } from '../src/dossiers/schema.ts';

/** The action behind a button of the dossier's page; null when the page itself leaves nothing to choose. */
export function givenAction(type: ActionType, view: DossierView, chance: Chance): Action | null {
  const reason = chance.pick(['Công dân có đơn đề nghị.', 'Phát hiện sai sót khi kiểm tra lại.']);
  const current = view.steps.findIndex((step) => step.state === 'current');
  switch (type) {
    case 'accept':
    case 'claim':
    case 'keep':
    case 'approve':
      return { type };
    case 'refuse_at_intake':
    case 'refuse':
      return { type, reasons: [reason] };
    case 'pass_on':
      return { type, note: chance.happens(0.5) ? 'Đã đối chiếu bản chính.' : null };
    case 'return_to_step': {
      const before = view.steps.slice(0, current);
      return before.length === 0 ? null : { type, toStepId: chance.pick(before).id, reason };
    }
    case 'assign':
      return view.assignable.length === 0 ? null : { type, officerId: chance.pick(view.assignable).id };
    case 'request_supplement': {
      const paper = chance.pick(view.procedurePapers);
      const target = { kind: 'paper', paperId: paper.id } as const;
      return {
        type,
        items: [{ target, label: paper.name.slice(0, 300), reason: 'Bản nộp bị mờ, chưa đọc được.' }],
        sectorGround: 'Theo quy định của ngành.',
      };
    }
    case 'take_supplement':
      return { type, papers: [] };
    case 'confirm_supplement':
      return { type };
    case 'decline_supplement':
      return { type, reason };
    // By the citizen; and what is returned the page has to name.
    case 'answer_supplement':
    case 'return_supplement':
      return null;
    case 'request_payment':
      return {
        type,
        amount: 1_000 * (1 + chance.below(90)),
        reason: 'Lệ phí theo quy định.',
        stopsClock: false,
      };
    case 'confirm_payment':
      return { type, receiptNumber: null };
    case 'extend':
      return {
        type,
        term: { unit: 'working_day', value: 30 },
        reason: 'Cần xác minh thêm.',
        apology: 'Thành thật xin lỗi Anh/Chị.',
      };
    case 'consult':
      return { type, detail: null };
    // Which request is not the button's to say: its list is.
    case 'give_opinion':
    case 'record_opinion':
    case 'waive_opinion':
      return null;
    case 'note':
      return { type, text: reason };
    case 'release':
    case 'withdraw':
    case 'stop':
    case 'renew_link':
      return { type, reason };
    case 'finish':
      return { type, resultNumber: `${1 + chance.below(900)}/2026/HT` };
    case 'hand_over':
      return { type, collector: 'Nguyễn Văn Nhận', method: view.deliveryMethod };
    case 'correct_result': {
      const worked = view.steps.filter((step) => step.kind === 'work' || step.kind === 'approve');
      return { type, toStepId: chance.pick(worked).id, reason };
    }
    case 'correct_details':
      return { type, summary: `Nội dung sửa lần ${view.version}`, deliveryMethod: null, reason };
  }
}
