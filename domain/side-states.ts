// The three machines beside the business status: money, delivery, synchronisation. None is derived from another.

import type { DeliveryState, MoneyState, SyncState } from './dossier.ts';

/** A further sum may be asked for once one is paid; what was cancelled ended with its dossier. */
export const moneyNext: Record<MoneyState, readonly MoneyState[]> = {
  nothing_due: ['due'],
  due: ['paid', 'cancelled'],
  paid: ['due'],
  cancelled: [],
};

/** A wrong result, at the counter or already in the citizen's hand, goes back to be made again. */
export const deliveryNext: Record<DeliveryState, readonly DeliveryState[]> = {
  not_ready: ['ready'],
  ready: ['handed_over', 'not_ready'],
  handed_over: ['not_ready'],
};

/** Whatever changes here is pending there until the national portal has it. */
export const syncNext: Record<SyncState, readonly SyncState[]> = {
  not_linked: ['pending'],
  pending: ['synced', 'failed'],
  synced: ['pending'],
  failed: ['pending'],
};

export interface SideStates {
  money: MoneyState;
  delivery: DeliveryState;
  sync: SyncState;
}

/** The first of the three that made a step its machine does not have, in words for the log; null when all are sound. */
export function wrongSideStep(from: SideStates, to: SideStates): string | null {
  if (!follows(moneyNext, from.money, to.money)) return `Money cannot go from ${from.money} to ${to.money}.`;
  if (!follows(deliveryNext, from.delivery, to.delivery))
    return `Delivery cannot go from ${from.delivery} to ${to.delivery}.`;
  if (!follows(syncNext, from.sync, to.sync))
    return `Synchronisation cannot go from ${from.sync} to ${to.sync}.`;
  return null;
}

function follows<State extends string>(
  next: Record<State, readonly State[]>,
  from: State,
  to: State,
): boolean {
  return from === to || next[from].includes(to);
}
