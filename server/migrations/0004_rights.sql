-- Rights: row-level security on every table that carries tenant_id, and what the application role may do.

do $$
declare t text;
begin
  for t in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('tenant', 'oa_directory')
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert, update, delete on %I to motcua_app', t);
  end loop;
end $$;

revoke update, delete on ledger from motcua_app;
grant select on tenant, oa_directory to motcua_app;

-- The queue's own tables are shut by row-level security. The application writes a job through this one door, in its
-- own transaction, and only for the tenant it is bound to.
create function motcua_add_job(
  task text, payload json, queue text, key text, run_at timestamptz, max_attempts int
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.motcua_tenant() is null or payload ->> 'tenantId' is distinct from public.motcua_tenant() then
    raise exception 'a job belongs to the tenant that writes it';
  end if;
  perform graphile_worker.add_job(task, payload := payload, queue_name := queue, job_key := key, run_at := run_at,
    max_attempts := max_attempts);
end $$;
revoke execute on function motcua_add_job from public;
grant execute on function motcua_add_job to motcua_app;
