-- The portal: who opened a dossier, for its citizen to see, and the budgets of proofs typed on the web.

create table dossier_reading (
  tenant_id text not null,
  dossier_id uuid not null,
  officer_id uuid not null,
  hour timestamptz not null,
  agency_id uuid not null,
  unit text not null,
  role text not null,
  at timestamptz not null,
  primary key (tenant_id, dossier_id, officer_id, hour),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on table dossier_reading is 'Which officer opened which dossier, or a scan of it: one row an hour. Only ever added to; the citizen sees role, room and time.';
comment on column dossier_reading.hour is 'The hour in which it was opened, first at the moment of the row';
comment on column dossier_reading.agency_id is 'Where the officer sat at that moment';
comment on column dossier_reading.unit is 'The room the officer sat in at that moment';
comment on column dossier_reading.role is 'The first role of the post held at that moment';
comment on column dossier_reading.at is 'When it was first opened in that hour';

alter table dossier_reading enable row level security;
alter table dossier_reading force row level security;
create policy of_tenant on dossier_reading
  using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant());
grant select, insert on dossier_reading to motcua_app;

alter table proof_failure drop constraint proof_failure_scope_check;
alter table proof_failure add constraint proof_failure_scope_check
  check (scope in ('chat', 'code', 'agency', 'address', 'web'));
comment on column proof_failure.scope is 'chat and agency: typed in the chat; address and web: typed on the web; code: both';
comment on column proof_failure.subject is 'Keyed hash of the chat, of the code as typed or of the network it came from; the agency''s id; the tenant for all of the web';
