// Dispatches: each one try to tell a notice by another road than the free chat message, and how far it came. SQL only.

import { announceChange } from '../dossiers/store.ts';
import { sql, type Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { lockNoticeOfDispatch } from './fall-back-store.ts';

/** `template_user`, `template_phone`: a paid ZBS template; `sms`: the SMS interface; `paper`: an officer calls or writes. */
export type OtherRoad = 'template_user' | 'template_phone' | 'sms' | 'paper';

export type DispatchState =
  | 'planned'
  | 'sending'
  | 'sent'
  | 'received'
  | 'failed'
  | 'unknown'
  | 'told'
  | 'superseded';

export interface NewDispatch {
  /** Also Zalo's tracking_id and the SMS interface's id. */
  id: string;
  noticeId: string;
  road: OtherRoad;
  /** Not before this moment; null: at once. */
  sendAfter: string | null;
  /** The Official Account it leaves from; null for sms and paper. */
  oaId: string | null;
  /** What it will cost, as far as it is known. */
  costDong: number | null;
}

/** Plans a dispatch in the caller's transaction, with the job that sends it; paper waits for an officer instead. */
export async function insertDispatch(tx: Tx, dispatch: NewDispatch, at: string): Promise<void> {
  await tx.run(sql`insert into dispatch (tenant_id, id, notice_id, road, state, oa_id, cost_dong, planned_at, send_after)
    values (${tx.tenantId}, ${dispatch.id}, ${dispatch.noticeId}, ${dispatch.road}, 'planned', ${dispatch.oaId},
      ${dispatch.costDong}, ${at}, ${dispatch.sendAfter})`);
  if (dispatch.road !== 'paper') await queueDispatch(tx, dispatch.id, dispatch.sendAfter);
}

/** Writes the job that sends a dispatch; one that waits already is replaced. */
export function queueDispatch(tx: Tx, id: string, runAt: string | null): Promise<void> {
  return addJob(
    tx,
    'send-dispatch',
    { tenantId: tx.tenantId, dispatchId: id },
    { key: `dispatch-${id}`, ...(runAt !== null && { runAt }) },
  );
}

/** Writes the job that asks what became of a message that was sent: then (`send_after`, for the sweep), or null at once. */
export async function queueLook(tx: Tx, id: string, runAt: string | null): Promise<void> {
  if (runAt !== null)
    await tx.run(
      sql`update dispatch set send_after = ${runAt} where tenant_id = ${tx.tenantId} and id = ${id}`,
    );
  const payload = { tenantId: tx.tenantId, dispatchId: id };
  await addJob(tx, 'look-at-dispatch', payload, { key: `look-${id}`, ...(runAt !== null && { runAt }) });
}

export interface Dispatch {
  id: string;
  noticeId: string;
  road: OtherRoad;
  state: DispatchState;
  stateReason: string | null;
  attempts: number;
  resent: number;
  oaId: string | null;
  zaloMessageId: string | null;
  plannedAt: string;
  sendAfter: string | null;
  sendingAt: string | null;
  sentAt: string | null;
  /** Of its notice. */
  dossierId: string;
  kind: string;
  text: string;
  chatUserId: string | null;
  supersededBy: string | null;
}

const columns = sql`p.id, p.notice_id as "noticeId", p.road, p.state, p.state_reason as "stateReason", p.attempts,
  p.resent, p.oa_id as "oaId", p.zalo_message_id as "zaloMessageId", p.planned_at as "plannedAt",
  p.send_after as "sendAfter", p.sending_at as "sendingAt", p.sent_at as "sentAt", n.dossier_id as "dossierId",
  n.kind, n.text, n.chat_user_id as "chatUserId", n.superseded_by as "supersededBy"`;
const tables = sql`dispatch p join notice n on n.tenant_id = p.tenant_id and n.id = p.notice_id`;

/**
 * The dispatch, locked until the transaction ends; its notice and those of the same event first, in the order in which an
 * act at the desk takes them: two that want both never wait in a circle.
 */
export async function lockDispatch(tx: Tx, id: string): Promise<Dispatch | undefined> {
  await lockNoticeOfDispatch(tx, id);
  return tx.row<Dispatch>(sql`select ${columns} from ${tables}
    where p.tenant_id = ${tx.tenantId} and p.id = ${id} for update of p`);
}

export async function markDispatchSending(tx: Tx, id: string, at: string, again: boolean): Promise<void> {
  await tx.run(sql`update dispatch set state = 'sending', sending_at = ${at}, send_after = null, attempts = attempts + 1,
      resent = resent + ${again ? 1 : 0}
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export async function markDispatchSent(
  tx: Tx,
  id: string,
  zaloMessageId: string | null,
  at: string,
): Promise<void> {
  await moved(
    tx,
    await tx.rows(sql`update dispatch set zalo_message_id = coalesce(zalo_message_id, ${zaloMessageId}),
        sent_at = coalesce(sent_at, ${at}), state = case when state in ('received', 'told') then state else 'sent' end,
        send_after = null,
        state_reason = null
      where tenant_id = ${tx.tenantId} and id = ${id} returning notice_id as "noticeId"`),
  );
}

/** Nothing more is asked about it: it stays sent. */
export async function endLooks(tx: Tx, id: string): Promise<void> {
  await tx.run(
    sql`update dispatch set send_after = null where tenant_id = ${tx.tenantId} and id = ${id} and state = 'sent'`,
  );
}

/** A receipt by Zalo's message id that came before that id was known here; it is used up. */
export async function takeReceiptAhead(
  tx: Tx,
  oaId: string,
  zaloMessageId: string,
): Promise<string | undefined> {
  const row = await tx.row<{ at: string }>(sql`delete from receipt_ahead
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and message_id = ${zaloMessageId}
    returning received_at as at`);
  return row?.at;
}

/**
 * Moves a dispatch that has not arrived. `sendAfter` is when it is looked at next; null: never again by itself, so that
 * `unknown` without it is an end.
 */
export async function markDispatchState(
  tx: Tx,
  id: string,
  state: 'planned' | 'failed' | 'unknown' | 'superseded',
  reason: string | null,
  sendAfter: string | null = null,
): Promise<void> {
  await moved(
    tx,
    await tx.rows(sql`update dispatch set state = ${state}, state_reason = ${reason}, send_after = ${sendAfter}
      where tenant_id = ${tx.tenantId} and id = ${id} and state not in ('received', 'told', 'superseded')
      returning notice_id as "noticeId"`),
  );
}

/**
 * The receipt of a template message: by our tracking id, or by Zalo's message id. It only moves forward; a receipt that
 * comes late or twice changes nothing. False: no dispatch of ours.
 */
export async function markDispatchArrived(
  tx: Tx,
  receipt: { trackingId: string | null; zaloMessageId: string | null },
  at: string,
): Promise<boolean> {
  // Other programs' tracking ids are not ids of ours.
  const ours = isUuid(receipt.trackingId) ? receipt.trackingId : null;
  const found = await tx.rows<{ noticeId: string; was: DispatchState }>(sql`with found as (
      select tenant_id, id, state from dispatch where tenant_id = ${tx.tenantId} and road <> 'paper'
        and (id = ${ours}::uuid or zalo_message_id = ${receipt.zaloMessageId}) for update
    )
    update dispatch p set received_at = coalesce(p.received_at, ${at}), sent_at = coalesce(p.sent_at, ${at}),
      zalo_message_id = coalesce(p.zalo_message_id, ${receipt.zaloMessageId}), state_reason = null,
      state = case when p.state in ('told', 'superseded') then p.state else 'received' end
    from found where p.tenant_id = found.tenant_id and p.id = found.id
    returning p.notice_id as "noticeId", found.state as was`);
  await moved(
    tx,
    found.filter(({ was }) => was !== 'received'),
  );
  return found.length > 0;
}

/** Tells open desks that these notices came further. */
async function moved(tx: Tx, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return;
  const notices = (rows as readonly { noticeId: string }[]).map(({ noticeId }) => noticeId);
  const dossiers = await tx.rows<{ id: string; agencyId: string; version: number }>(sql`select distinct d.id,
      d.agency_id as "agencyId", d.version
    from notice n join dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
    where n.tenant_id = ${tx.tenantId} and n.id = any(${notices}::uuid[])`);
  for (const dossier of dossiers) announceChange(tx, dossier);
}

function isUuid(text: string | null): boolean {
  return text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
