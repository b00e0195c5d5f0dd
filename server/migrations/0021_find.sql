-- Finding: when a catalogue changed, what was looked for and not found, and how long a procedure takes.

create table catalogue_mark (
  tenant_id text primary key references tenant,
  mark bigint not null
);
comment on table catalogue_mark is 'Counts the changes of a tenant''s catalogue: whoever keeps an index in memory sees that it is old.';
comment on column catalogue_mark.mark is 'Raised by one with every change of what is offered, in the same transaction';

create table unfound (
  tenant_id text not null references tenant,
  month date not null,
  digest text not null,
  times int not null check (times > 0),
  words text,
  primary key (tenant_id, month, digest)
);
comment on table unfound is 'What people looked for without finding a procedure, counted so that the office learns which words are missing.';
comment on column unfound.month is 'First day of the month; counts of a month are never joined with a person, a place or a time of day';
comment on column unfound.digest is 'Keyed hash of the words: rare ones, in which somebody may have written about themselves, are never readable';
comment on column unfound.words is 'The words without accents and figures; null until they were looked for three times';

do $$
declare t text;
begin
  foreach t in array array['catalogue_mark', 'unfound'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert, update on %I to motcua_app', t);
  end loop;
end $$;

-- Times that may be promised: dossiers of one procedure by the day they came in, from the index alone.
create index dossier_service_time on dossier (tenant_id, procedure_code, received_at)
  include (finished_at, status, timeliness, due_at, clock_running) where received_at is not null;
