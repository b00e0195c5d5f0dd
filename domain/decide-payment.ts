// Asking the citizen to pay: what waits for the money, and until when.

import type { Dossier } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { type Decision, one, refuse } from './dossier-decision.ts';
import type { Acting } from './dossier-guard.ts';
import { isHolder } from './dossier-rights.ts';
import { dateOf, type Instant, instantAt, plusDays } from './time.ts';

/** Days to pay what the clock waits for, where the notice of the sector names no other. */
const paymentDays = 30;

/** Decides a request for payment. */
export function decidePayment(
  dossier: Dossier,
  action: Extract<Action, { type: 'request_payment' }>,
  acting: Acting,
  now: Instant,
): Decision {
  // Once a result exists the clock has ended; money then only holds back the hand-over.
  const stopsClock = action.stopsClock && dossier.status !== 'resolved';
  // A cashier asks for money but changes nothing else: the clock is the holder's business.
  if (stopsClock && acting.kind === 'officer' && !isHolder(dossier, acting))
    return refuse(
      'not_allowed',
      'Chỉ người đang giữ hồ sơ được tạm dừng thời gian giải quyết. Xin bỏ chọn mục này, hoặc nhờ người giữ hồ sơ.',
    );
  const asked = {
    type: 'payment_requested',
    amount: action.amount,
    reason: action.reason,
    stopsClock,
  } as const;
  if (!stopsClock) return one(asked);
  const lastDay = action.payBy ?? dateOf(plusDays(now, paymentDays));
  if (lastDay <= dateOf(now))
    return refuse('not_possible_now', 'Hạn nộp tiền phải sau hôm nay. Xin chọn một ngày khác.');
  return one({ ...asked, payBy: instantAt(lastDay, 17 * 60) });
}
