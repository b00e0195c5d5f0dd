// May the OA send template messages now, and who pays: prerequisites, the night, daily quotas, the ZCA balance.

import type { Answer } from './answer.ts';
import { dayOf } from './calendar.ts';
import type { Street } from './parts.ts';
import { refuseZbs } from './zbs-answer.ts';
import type { Template } from './zbs-model.ts';

/** An undelivered message is not paid for after this long; a one-time password after fifteen seconds. */
const timeoutMs = 7_200_000;
const otpTimeoutMs = 15_000;

/** How long an undelivered message of this template stays paid. */
export function timeoutOf(template: Template): number {
  return template.type === 2 ? otpTimeoutMs : timeoutMs;
}

/** What the OA and the app lack, in the order in which they must be set up; undefined when nothing. */
export function missingPrerequisite(street: Street): Answer | undefined {
  const { oa, zbs, settings } = street.state;
  const { account } = zbs;
  const mayAtAll = oa.type === 'business' || settings.stateOaMaySendTemplates;
  const needsPackage = oa.type === 'business' || settings.stateOaNeedsPackage;
  if (account.locked) return refuseZbs(-1351);
  if (!mayAtAll || !oa.verified || (needsPackage && !account.package)) return refuseZbs(-135);
  if (!account.linked) return refuseZbs(-136);
  if (!account.appLinked) return refuseZbs(-105);
  return account.appPermitted ? undefined : refuseZbs(-138);
}

/** Today's counters, emptied when a new Vietnamese day has begun. */
export function usedToday(street: Street) {
  const { zbs } = street.state;
  const day = dayOf(street.now());
  if (zbs.used.day !== day) zbs.used = { day, total: 0, development: 0, byTemplate: {} };
  return zbs.used;
}

/** Refuses when a daily quota is used up; `beyond` (sending_mode 3) passes the OA's own. */
export function overQuota(street: Street, template: Template, beyond: boolean): Answer | undefined {
  const used = usedToday(street);
  if (!beyond && used.total >= street.state.zbs.dailyQuota) return refuseZbs(-144);
  const { dailyQuota } = template;
  return dailyQuota !== null && (used.byTemplate[template.id] ?? 0) >= dailyQuota
    ? refuseZbs(-147)
    : undefined;
}

/** Counts a message, and holds its price until it is delivered or given up; trials are free and counted apart. */
export function book(
  street: Street,
  message: { id: string; template: Template; price: number; trial: boolean },
): void {
  const { id, template, price, trial } = message;
  const used = usedToday(street);
  if (trial) {
    used.development += 1;
    return;
  }
  used.total += 1;
  used.byTemplate[template.id] = (used.byTemplate[template.id] ?? 0) + 1;
  const { account, charges } = street.state.zbs;
  account.balance -= price;
  charges.push({ messageId: id, amount: price, until: street.now() + timeoutOf(template) });
}

/** Gives back what was held for messages that did not arrive in time, and forgets what is settled. */
export function settle(street: Street): void {
  const { zbs, messages } = street.state;
  zbs.charges = zbs.charges.filter((charge) => {
    const receivedAt = messages.findLast((one) => one.id === charge.messageId)?.receivedAt ?? null;
    if (receivedAt !== null && receivedAt < charge.until) return false;
    if (street.now() < charge.until) return true;
    zbs.account.balance += charge.amount;
    return false;
  });
}
