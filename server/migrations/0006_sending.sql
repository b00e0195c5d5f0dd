-- Sending: whose turn it is, what is in doubt, how fast Zalo may be called, receipts that come too early.

alter table chat_message
  add column turn bigint generated always as identity,
  add column urgent boolean not null default true,
  add column due_at timestamptz,
  add column look_at timestamptz,
  add column refusals int not null default 0,
  add column was_refused boolean not null default false;
update chat_message set due_at = planned_at,
  look_at = case when direction = 'out' and (state = 'sending' or (state = 'unknown' and resent = 0))
    then coalesce(sending_at, planned_at) + interval '30 seconds' end;
alter table chat_message
  alter column due_at set not null,
  alter column due_at set default now(),
  drop constraint chat_message_state_check,
  add constraint chat_message_state_check
    check (state in ('planned', 'sending', 'sent', 'received', 'seen', 'failed', 'unknown', 'superseded')),
  add constraint chat_message_doubt check (look_at is null or state in ('sending', 'unknown'));
comment on column chat_message.turn is 'The order in which messages were planned, finer than a second';
comment on column chat_message.urgent is 'An answer somebody waits for; false: a notice, which leaves room for answers';
comment on column chat_message.due_at is 'Not sent before this moment: the night, a quota, a refusal that asks for patience';
comment on column chat_message.look_at is 'Set while nobody knows whether it arrived: when that is looked at next. Until then nothing else leaves for this person';
comment on column chat_message.refusals is 'How often Zalo refused it and it was put off';
comment on column chat_message.was_refused is 'The doubt comes from a refusal that nobody can read, not from silence';
comment on column chat_message.attempts is 'How often it was taken up for sending. Who settles it must name this number, so a worker that slept too long settles nothing';
comment on column chat_message.state is 'planned, sending, sent, received, seen; failed; unknown: nobody knows whether it arrived; superseded: a newer one made it old before it left';

-- The pump reads the oldest that are due; everything about one person's line is found by person.
create index chat_message_due on chat_message (tenant_id, oa_id, urgent, due_at, turn) where state = 'planned';
create index chat_message_line on chat_message (tenant_id, oa_id, user_id, due_at, turn) where state = 'planned';
create index chat_message_doubt on chat_message (tenant_id, oa_id, look_at) where look_at is not null;
create index chat_message_held on chat_message (tenant_id, oa_id, user_id) where look_at is not null;

create table oa_rate (
  tenant_id text not null references tenant,
  oa_id text not null,
  per_minute int check (per_minute > 0),
  learnt_limit int,
  window_at timestamptz not null,
  used int not null default 0,
  others int not null default 0,
  seen int not null default 0,
  seen_at timestamptz,
  closed_until timestamptz,
  closed_why text check (closed_why in ('rate', 'away', 'operator')),
  failures int not null default 0,
  primary key (tenant_id, oa_id)
);
comment on table oa_rate is 'How fast this account may call Zalo, and whether it may at all just now. One row for all processes; each takes tokens in small batches.';
comment on column oa_rate.per_minute is 'Set by an operator: calls per minute, where the account''s package or other programs leave fewer than Zalo''s 4,000';
comment on column oa_rate.learnt_limit is 'Zalo''s last X-RateLimit-Limit';
comment on column oa_rate.window_at is 'When Zalo''s present minute began, as far as its answers tell';
comment on column oa_rate.used is 'Tokens of this minute handed out to our processes';
comment on column oa_rate.others is 'Calls of this minute that Zalo has counted and that were not ours';
comment on column oa_rate.seen is 'The most calls of this minute that Zalo has reported, and in seen_at when that call was made';
comment on column oa_rate.closed_until is 'Nothing is sent before: too many calls (rate), Zalo does not answer (away), a human must act first (operator)';
comment on column oa_rate.failures is 'How often in a row Zalo did not answer; while above 0, one message at a time is tried';

create table receipt_ahead (
  tenant_id text not null,
  oa_id text not null,
  message_id text not null,
  user_id text not null,
  received_at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, oa_id, message_id),
  foreign key (tenant_id, oa_id, user_id) references chat_person (tenant_id, oa_id, user_id) on delete cascade
);
comment on table receipt_ahead is 'Receipts for a message whose number of Zalo''s we do not know yet; applied when it becomes known, dropped after two days.';
create index receipt_ahead_person on receipt_ahead (tenant_id, oa_id, user_id);
create index receipt_ahead_old on receipt_ahead (tenant_id, received_at);

do $$
declare t text;
begin
  foreach t in array array['oa_rate', 'receipt_ahead'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert, update, delete on %I to motcua_app', t);
  end loop;
end $$;

-- The one door to the queue, now with a priority (lower goes first), and with a bell: a job that many ask for at once
-- is written by the first of them, and the others leave at the sight of it instead of waiting for its row.
drop function motcua_add_job(text, json, text, text, timestamptz, int);
create function motcua_add_job(
  task text, payload json, queue text, key text, run_at timestamptz, max_attempts int, priority int, bell boolean
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.motcua_tenant() is null or payload ->> 'tenantId' is distinct from public.motcua_tenant() then
    raise exception 'a job belongs to the tenant that writes it';
  end if;
  if bell and exists (
    select from graphile_worker._private_jobs j
    where j.key = motcua_add_job.key and j.locked_at is null and j.attempts = 0
      and j.run_at <= coalesce(motcua_add_job.run_at, now())
  ) then
    return;
  end if;
  perform graphile_worker.add_job(task, payload := payload, queue_name := queue, job_key := key, run_at := run_at,
    max_attempts := max_attempts, priority := priority);
end $$;
revoke execute on function motcua_add_job from public;
grant execute on function motcua_add_job to motcua_app;
