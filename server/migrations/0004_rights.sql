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

grant usage on schema graphile_worker to motcua_app;
grant all on all tables in schema graphile_worker to motcua_app;
grant all on all sequences in schema graphile_worker to motcua_app;
grant execute on all functions in schema graphile_worker to motcua_app;
