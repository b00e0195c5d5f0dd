-- Worklists: leases, what each officer last looked at, skipped dossiers with their reasons, and acts on many at once.

alter table agency add column lease_minutes int check (lease_minutes between 60 and 9600);
comment on column agency.lease_minutes is 'Working minutes a dossier taken off the pile is held untouched; empty: by the plan of its step';

alter table dossier add column lapsed_from uuid;
comment on column dossier.lapsed_from is 'Whose lease on it ended last, while nobody has taken it since: they are told';
alter table dossier add foreign key (tenant_id, lapsed_from) references officer (tenant_id, id);
create index dossier_lapsed on dossier (tenant_id, lapsed_from) where lapsed_from is not null;

-- Filters are counted where the tabs are: in one pass over the open dossiers, from this index alone where it is tidy.
drop index dossier_open;
create index dossier_open on dossier (tenant_id, holding_agency_id, due_at)
  include (officer_id, unit, role, status, due_soon_at, clock_running, procedure_code, received_at, submitted_at)
  where not ended;

create table worklist_view (
  tenant_id text not null,
  officer_id uuid not null,
  view jsonb not null,
  primary key (tenant_id, officer_id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
comment on table worklist_view is 'Tab, filters and order an officer last chose: kept here and not in the browser, which the next at the counter uses.';
comment on column worklist_view.view is 'Never search words: they may be somebody''s name';

create table dossier_skip (
  tenant_id text not null,
  dossier_id uuid not null,
  officer_id uuid not null,
  at timestamptz not null,
  agency_id uuid not null,
  unit text not null,
  reason text not null,
  note text,
  until timestamptz not null,
  primary key (tenant_id, dossier_id, officer_id, at),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on table dossier_skip is 'Whoever did not take the dossier that was next in line, and why. Only ever added to.';
comment on column dossier_skip.reason is 'A kind of domain/next-dossier.ts; note says the rest in words';
comment on column dossier_skip.until is 'Until then this officer is not given it again; others are at once';
create index dossier_skip_agency on dossier_skip (tenant_id, agency_id, at desc);
create index dossier_skip_officer on dossier_skip (tenant_id, officer_id, until);

create table bulk_run (
  tenant_id text not null,
  id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  unit text not null,
  action jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on table bulk_run is 'One act asked for many dossiers; each is done by itself, in its own transaction, under its own key.';
comment on column bulk_run.unit is 'With agency_id the post in which it was asked: whoever has left it since does nothing more';
create index bulk_run_officer on bulk_run (tenant_id, officer_id, created_at desc);

create table bulk_item (
  tenant_id text not null,
  run_id uuid not null,
  place int not null,
  dossier_id uuid not null,
  version int not null,
  state text not null check (state in ('waiting', 'done', 'refused')),
  text text,
  primary key (tenant_id, run_id, place),
  unique (tenant_id, run_id, dossier_id),
  foreign key (tenant_id, run_id) references bulk_run (tenant_id, id) on delete cascade,
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id)
);
comment on column bulk_item.version is 'The version its officer saw when they chose it';
comment on column bulk_item.text is 'Why it was refused, as the officer reads it';

do $$
declare t text;
begin
  foreach t in array array['worklist_view', 'dossier_skip', 'bulk_run', 'bulk_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
  end loop;
end $$;
grant select, insert, update, delete on worklist_view, bulk_run, bulk_item to motcua_app;
grant select, insert on dossier_skip to motcua_app;
