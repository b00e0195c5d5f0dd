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

/**
 * Writes events in the order given and gives the keys of those not known before; a repeat is acknowledged and forgotten.
 * Should this process vanish from the network meanwhile, the server lets go of the keys after ten seconds, so that
 * whoever brings the same events again does not wait behind the dead.
 */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<Set<string>> {
  const all = <Value>(read: (event: NewEvent) => Value): Value[] => events.map(read);
  const written = await tx.rows<{ key: string }>(sql`with patience as materialized (
      select set_config('idle_in_transaction_session_timeout', '10s', true))
    insert into webhook_event (tenant_id, event_key, oa_id, user_id, name, at_ms, received_at, state, raw, withheld, redacted)
    select ${tx.tenantId}, e.key, e.oa_id, e.user_id, e.name, e.at_ms, e.received_at, e.state, e.raw, e.withheld, e.redacted
    from patience, unnest(${all((e) => e.key)}::text[], ${all((e) => e.oaId)}::text[], ${all((e) => e.userId)}::text[],
      ${all((e) => e.name)}::text[], ${all((e) => e.atMs)}::bigint[], ${all((e) => e.receivedAt)}::timestamptz[],
      ${all((e) => e.state)}::text[], ${all((e) => e.raw)}::bytea[], ${all((e) => e.withheld)}::boolean[],
      ${all((e) => e.redacted)}::text[]) with ordinality
      as e(key, oa_id, user_id, name, at_ms, received_at, state, raw, withheld, redacted, place)
    order by e.place
    on conflict do nothing
    returning event_key as key`);
  return new Set(written.map(({ key }) => key));
}

export interface WaitingEvent {
  key: string;
  raw: Buffer | null;
  withheld: boolean;
  atMs: number | null;
}

/** The person's oldest event that waits: by Zalo's clock, then by arrival. */
export async function nextWaitingEvent(
  tx: Tx,
  oaId: string,
  userId: string,
): Promise<WaitingEvent | undefined> {
  return tx.row<WaitingEvent>(sql`select event_key as key, raw, withheld, at_ms as "atMs"
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
