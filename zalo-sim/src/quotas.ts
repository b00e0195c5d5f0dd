// What the OA may still send, in the several shapes in which Zalo answers that.

import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import { monthOf } from './calendar.ts';
import { fieldsOf, textOf } from './json.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';
import { freeMs } from './window.ts';

/** `POST /v3.0/oa/quota/message`: about one person (`user_id`), or the assets of an owner. */
export function readQuota(street: Street, body: unknown): Answer {
  const asked = fieldsOf(body);
  if (asked['user_id'] === undefined && asked['quota_owner'] !== undefined) return readAssets(street, body);
  const person = findPerson(street, textOf(asked['user_id']) ?? '');
  if (!person) return refuse(-201, 'user_id is invalid!');
  const { lastInteractionAt } = person;
  const free = lastInteractionAt !== null && street.now() - lastInteractionAt <= freeMs;
  const monthly = broadcastsLeft(street);
  return succeed({
    last_interaction: lastInteractionAt === null ? '' : String(lastInteractionAt),
    cs_reply: { remain: free ? 8 : 0, total: 8 },
    promotion: {
      daily_remain: Math.min(1, monthly.remain),
      daily_total: 1,
      monthly_remain: monthly.remain,
      monthly_total: monthly.total,
    },
  });
}

/** `POST /v2.0/oa/quota/message`: the package, or with `message_id` whether that message may be answered. */
export function readPackageQuota(street: Street, body: unknown): Answer {
  const messageId = textOf(fieldsOf(body)['message_id']);
  if (messageId === undefined) {
    const { total, used } = street.state.oa.packageQuota;
    return succeed({ type: 'active', remain: total - used, total });
  }
  const message = street.state.messages.find((one) => one.id === messageId && one.from === 'person');
  if (!message) return refuse(-201, 'message_id is invalid!');
  const free = street.now() - message.at <= freeMs;
  return succeed({ type: 'reply', remain: free ? 8 : 0, total: 8 });
}

function readAssets(street: Street, body: unknown): Answer {
  const { quota_owner, product_type, quota_type } = fieldsOf(body);
  if (quota_owner !== 'OA' && quota_owner !== 'APP') return refuse(-201, 'quota_owner is invalid!');
  if (product_type !== 'cs' && product_type !== 'transaction')
    return refuse(-201, 'product_type is invalid!');
  const known = ['sub_quota', 'purchase_quota', 'reward_quota'];
  if (!known.some((one) => one === quota_type)) return refuse(-201, 'quota_type is invalid!');
  if (quota_owner !== 'OA' || product_type !== 'cs' || quota_type !== 'sub_quota') return succeed([]);
  const { total, used } = street.state.oa.packageQuota;
  const asset = { asset_id: `${street.state.oa.id.slice(0, 8)}01`, product_type, quota_type };
  return succeed([{ ...asset, valid_through: '', total, remain: total - used }]);
}

function broadcastsLeft(street: Street) {
  const { office, settings } = street.state;
  const used = office.broadcasts.month === monthOf(street.now()) ? office.broadcasts.used : 0;
  return { total: settings.broadcastsPerMonth, remain: Math.max(0, settings.broadcastsPerMonth - used) };
}
