// Webhook events: kept once, processed in order, their content dropped when done. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface NewEvent {
  key: string;
  oaId: string;
  userId: string | null;
  name: string;
  /** Zalo's clock. */
  atMs: number | null;
  receivedAt: string;
  state: 'waiting' | 'kept';
  raw: Buffer | null;
  withheld: boolean;
  redacted: string | null;
}

/** False when this event is known already: a repeat, to be acknowledged and forgotten. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<boolean> {
  const written =
    await tx.run(sql`insert into webhook_event (tenant_id, event_key, oa_id, user_id, name, at_ms, received_at,
      state, raw, withheld, redacted)
    values (${tx.tenantId}, ${event.key}, ${event.oaId}, ${event.userId}, ${event.name}, ${event.atMs}, ${event.receivedAt},
      ${event.state}, ${event.raw}, ${event.withheld}, ${event.redacted})
    on conflict do nothing`);
  return written === 1;
}

export interface WaitingEvent {
  key: string;
  raw: Buffer | null;
  withheld: boolean;
}

/** The person's oldest event that waits: by Zalo's clock, then by arrival. */
export async function nextWaitingEvent(
  tx: Tx,
  oaId: string,
  userId: string,
): Promise<WaitingEvent | undefined> {
  return tx.row<WaitingEvent>(sql`select event_key as key, raw, withheld
    from webhook_event
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and user_id = ${userId} and state = 'waiting'
    order by at_ms nulls first, arrival limit 1`);
}

/** Marks an event done and drops its content. False when another process was first. */
export async function finishEvent(tx: Tx, key: string): Promise<boolean> {
  const done = await tx.run(sql`update webhook_event set state = 'done', raw = null, withheld = false
    where tenant_id = ${tx.tenantId} and event_key = ${key} and state = 'waiting'`);
  return done === 1;
}

/** Forgets whose event it was, so that nothing says that this person wrote it. */
export async function unnameEvent(tx: Tx, key: string): Promise<void> {
  await tx.run(
    sql`update webhook_event set user_id = null where tenant_id = ${tx.tenantId} and event_key = ${key}`,
  );
}

/** Forgets everything of a person's events but their keys. */
export async function unnameEventsOf(tx: Tx, oaId: string, userId: string): Promise<void> {
  await tx.run(sql`update webhook_event set user_id = null, redacted = null
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and user_id = ${userId} and state <> 'waiting'`);
}
