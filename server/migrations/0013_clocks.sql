-- Clocks: when the clock itself acts next on a dossier, whose attention a dossier needs, and calendars that change.

alter table dossier
  add column clock_at timestamptz,
  add column attend_at timestamptz,
  add column head_attend_at timestamptz,
  add column centre_attend_at timestamptz;
comment on column dossier.clock_at is 'When the clock warns the citizen or stops the dossier; empty when it does nothing by itself';
comment on column dossier.attend_at is 'From when on the holder, or everybody of the step, has something to attend to';
comment on column dossier.head_attend_at is 'From when on the head of the unit is told as well';
comment on column dossier.centre_attend_at is 'From when on the head of the centre is told as well';
create index dossier_clock on dossier (tenant_id, clock_at) where clock_at is not null;
create index dossier_attend on dossier (tenant_id, agency_id, attend_at)
  include (head_attend_at, centre_attend_at, unit, role, officer_id) where attend_at is not null;

create table calendar_change (
  tenant_id text not null,
  agency_id uuid not null,
  version int not null,
  ground text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  expected int not null,
  looked_through uuid,
  moved int not null default 0,
  finished_at timestamptz,
  primary key (tenant_id, agency_id, version),
  foreign key (tenant_id, agency_id, version) references calendar_version (tenant_id, agency_id, version),
  foreign key (tenant_id, decided_by) references officer (tenant_id, id)
);
comment on table calendar_change is 'A decision that changed a calendar, and how far the open dossiers have been reckoned anew.';
comment on column calendar_change.ground is 'Why the calendar changed: told to everybody whose date moved';
comment on column calendar_change.decided_by is 'Empty for the reckoning that follows an upgrade: nobody decided it and no date moves';
comment on column calendar_change.expected is 'How many dates the preview said would move';
comment on column calendar_change.looked_through is 'The last dossier that was reckoned: written with it, so each is reckoned once';

alter table calendar_change enable row level security;
alter table calendar_change force row level security;
create policy of_tenant on calendar_change
  using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant());
grant select, insert, update, delete on calendar_change to motcua_app;

-- Dossiers that are open already have none of these moments: the worker reckons each once. Tenant by tenant: an owner who
-- is no superuser sees rows of the tenant that is set, and of no other.
do $$
declare t text;
begin
  for t in select tenant_id from tenant loop
    perform set_config('motcua.tenant', t, true);
    insert into calendar_change (tenant_id, agency_id, version, ground, decided_at, expected)
    select distinct on (agency_id) tenant_id, agency_id, version, 'nâng cấp phần mềm', now(), 0
    from calendar_version where tenant_id = t order by agency_id, version desc;
  end loop;
  perform set_config('motcua.tenant', '', true);
end $$;
