-- Intake: many jobs in one call, how long an account has been silent, and what must not be undone by an event that comes late.

-- The second of two doors into the queue: the same rights and the same check, for a whole group.
create function motcua_add_jobs(jobs json) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.motcua_tenant() is null or exists (
    select from json_array_elements(jobs) job
    where job -> 'payload' ->> 'tenantId' is distinct from public.motcua_tenant()
  ) then
    raise exception 'a job belongs to the tenant that writes it';
  end if;
  perform graphile_worker.add_jobs(array(
    select row(job.task, job.payload, job.queue, job.run_at, job.max_attempts, job.key, null, null)::graphile_worker.job_spec
    from json_to_recordset(jobs) as job(
      task text, payload json, queue text, key text, run_at timestamptz, max_attempts int)
  ));
end $$;
revoke execute on function motcua_add_jobs from public;
grant execute on function motcua_add_jobs to motcua_app;

-- Arrivals of an account by time: when Zalo last called, and how lively the account usually is.
create index webhook_event_arrivals on webhook_event (tenant_id, oa_id, received_at);

alter table zalo_oa add column silent_since timestamptz;
comment on column zalo_oa.silent_since is 'Zalo''s last event before a silence that is unusual for this account; empty when events come';

alter table chat_person add column follow_changed_ms bigint;
update chat_person set follow_changed_ms = floor(extract(epoch from follow_changed_at) * 1000)::bigint;
comment on column chat_person.follow_changed_ms is 'Zalo''s clock at the last follow or unfollow, to the millisecond: an older one that comes late changes nothing';

create table early_receipt (
  tenant_id text not null references tenant,
  message_id text not null,
  received_at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, message_id)
);
comment on table early_receipt is 'Receipts that came before it was known which message of ours they are for. Zalo''s ids and times only.';

create table chat_withdrawal (
  tenant_id text not null references tenant,
  subject text not null,
  withdrawn_ms bigint not null,
  primary key (tenant_id, subject)
);
comment on table chat_withdrawal is 'Persons who had themselves erased: what they did before must not bring them back when it is delivered late.';
comment on column chat_withdrawal.subject is 'Keyed hash of the account and the person; the person''s id is kept nowhere';

do $$
declare t text;
begin
  foreach t in array array['early_receipt', 'chat_withdrawal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert, update, delete on %I to motcua_app', t);
  end loop;
end $$;
