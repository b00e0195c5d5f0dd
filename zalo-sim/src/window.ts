// May the OA write to this person now, and on whose account: interaction, 48 hours, seven days.

import type { Answer } from './answer.ts';
import { refuse } from './answer.ts';
import type { Person } from './model.ts';
import type { Street } from './parts.ts';

const hourMs = 3_600_000;
/** Customer-care messages are free this long after the last interaction. */
export const freeMs = 48 * hourMs;
/** And allowed at all this long. */
export const allowedMs = 7 * 24 * hourMs;

export type Quota = { quota_type: 'reply' } | { quota_type: 'sub_quota'; remain: number; total: number };

/** The quota this message would use, or Zalo's refusal. Changes nothing. */
export function quotaFor(street: Street, person: Person): Quota | Answer {
  const { settings, oa } = street.state;
  if (person.blocked) return refuse(settings.blockedCode);
  if (person.dormant) return refuse(-227);
  if (person.lastInteractionAt === null) return refuse(-213);
  const age = street.now() - person.lastInteractionAt;
  if (age > allowedMs) return refuse(settings.expiredCode);
  if (age <= freeMs) return { quota_type: 'reply' };
  const { total, used } = oa.packageQuota;
  if (used >= total) return refuse(-211);
  return { quota_type: 'sub_quota', remain: total - used - 1, total };
}
