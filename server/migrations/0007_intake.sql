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

alter table chat_person add column follow_changed_ms bigint, add column newest_ms bigint;
update chat_person set follow_changed_ms = floor(extract(epoch from follow_changed_at) * 1000)::bigint,
  newest_ms = floor(extract(epoch from interacted_at) * 1000)::bigint;
comment on column chat_person.follow_changed_ms is 'Zalo''s clock at the last follow or unfollow, to the millisecond: an older one that comes late changes nothing';
comment on column chat_person.newest_ms is 'Zalo''s clock at the newest thing the person did: older words that come late answer no later question';

create table chat_withdrawal (
  tenant_id text not null references tenant,
  subject text not null,
  withdrawn_ms bigint not null,
  primary key (tenant_id, subject)
);
comment on table chat_withdrawal is 'Persons who had themselves erased: what they did before must not bring them back when it is delivered late.';
comment on column chat_withdrawal.subject is 'Keyed hash of the account and the person; the person''s id is kept nowhere';

alter table chat_withdrawal enable row level security;
alter table chat_withdrawal force row level security;
create policy of_tenant on chat_withdrawal using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant());
grant select, insert, update, delete on chat_withdrawal to motcua_app;
