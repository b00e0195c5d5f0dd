-- Between agencies: which agency has a dossier now, beside the one that took it in.

-- Written by the definition: an owner who is no superuser would see no row to update.
alter table dossier add column holding_agency_id uuid;
alter table dossier alter column holding_agency_id type uuid using agency_id;
alter table dossier
  alter column holding_agency_id set not null,
  add foreign key (tenant_id, holding_agency_id) references agency (tenant_id, id),
  drop constraint dossier_tenant_id_agency_id_unit_fkey,
  add foreign key (tenant_id, holding_agency_id, unit) references agency_unit (tenant_id, agency_id, code);
comment on column dossier.agency_id is 'The agency that took it in, answers for it to the citizen and gives the result';
comment on column dossier.holding_agency_id is 'The agency of the step at which it lies now: whose officers work on it, and in whose worklist it is';

-- The worklist is that of the agency which has the dossier; the agency that took it in follows it in a list of its own.
drop index dossier_unit, dossier_open, dossier_attend;
create index dossier_unit on dossier (tenant_id, holding_agency_id, unit, due_at) where not ended;
create index dossier_open on dossier (tenant_id, holding_agency_id, due_at)
  include (officer_id, unit, role, status, due_soon_at, clock_running) where not ended;
create index dossier_elsewhere on dossier (tenant_id, agency_id, due_at)
  where not ended and holding_agency_id <> agency_id;
create index dossier_attend on dossier (tenant_id, holding_agency_id, attend_at)
  include (head_attend_at, centre_attend_at, unit, role, officer_id) where attend_at is not null;

create table opinion_request (
  tenant_id text not null,
  dossier_id uuid not null,
  request_id text not null,
  agency_id uuid not null,
  answer_by timestamptz not null,
  primary key (tenant_id, dossier_id, request_id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index opinion_request_agency on opinion_request (tenant_id, agency_id, answer_by);
comment on table opinion_request is 'Opinions that agencies of this tenant still owe: taken from the dossier''s state, for the list of each agency. What was said is in the ledger.';
comment on column opinion_request.agency_id is 'The agency that was asked';
alter table opinion_request enable row level security;
alter table opinion_request force row level security;
create policy of_tenant on opinion_request
  using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant());
grant select, insert, delete on opinion_request to motcua_app;

-- The head of the counter that took a dossier in hears of it also while another agency has it.
create index dossier_attend_elsewhere on dossier (tenant_id, agency_id, centre_attend_at)
  where centre_attend_at is not null and holding_agency_id <> agency_id;
