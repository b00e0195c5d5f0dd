// What a request for payment, its receipt and the end of a dossier make of its money.

import { interruptedBy } from './apply-supplement.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './dossier-event.ts';
import type { Instant } from './time.ts';

type Event<T extends DossierEvent['type']> = Extract<DossierEvent, { type: T }>;

/** Money is due; the dossier waits for it only where the clock does. */
export function requestPayment(
  dossier: Dossier,
  at: Instant,
  event: Event<'payment_requested'>,
): Partial<Dossier> {
  return {
    ...owe(dossier, at, event.amount, event.reason, event.stopsClock, event.payBy),
    ...(event.stopsClock ? { status: 'awaiting_payment' as const } : {}),
  };
}

/** The open request is paid. */
export function confirmPayment(
  dossier: Dossier,
  at: Instant,
  event: Event<'payment_confirmed'>,
): Partial<Dossier> {
  return {
    money: 'paid',
    payments: dossier.payments.map((payment) =>
      payment.paidAt === null ? { ...payment, paidAt: at, receiptNumber: event.receiptNumber } : payment,
    ),
    ...(dossier.status === 'awaiting_payment'
      ? { status: interruptedBy(dossier.payments.find((payment) => payment.paidAt === null)) }
      : {}),
  };
}

/** A sum the citizen owes from now on. */
export function owe(
  dossier: Dossier,
  at: Instant,
  amount: number,
  reason: string,
  stopsClock: boolean,
  payBy?: Instant,
): Partial<Dossier> {
  const asked = { requestedAt: at, amount, reason, stopsClock, interrupted: dossier.status };
  const request = { ...asked, paidAt: null, receiptNumber: null, ...(payBy === undefined ? {} : { payBy }) };
  return { money: 'due', payments: [...dossier.payments, request] };
}

/** What nobody pays any more. */
export function cancelMoney(dossier: Dossier): Partial<Dossier> {
  return dossier.money === 'due' ? { money: 'cancelled' } : {};
}
