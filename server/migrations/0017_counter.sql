-- The counter: scans and photographs of papers, visits, batches handed over between desks.

alter table applicant add born_on date, add sex text check (sex in ('male', 'female')), add issued_on date;
comment on column applicant.born_on is 'As on the identity card; empty when it was not read';
comment on column applicant.issued_on is 'When the identity card was issued';

create table upload (
  tenant_id text not null,
  id uuid not null,
  officer_id uuid not null,
  type text not null check (type in ('image/jpeg', 'application/pdf')),
  pages int not null check (pages > 0),
  width int,
  height int,
  sealed bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
comment on table upload is 'What an officer scanned or photographed and has not yet filed: seen by that officer alone, gone after two days.';
comment on column upload.sealed is 'The bytes, encrypted with the key of the office';
alter table upload alter column sealed set storage external;
create index upload_at on upload (tenant_id, at);

create table dossier_file (
  tenant_id text not null,
  id uuid not null,
  dossier_id uuid not null,
  paper_id text not null,
  version int not null check (version > 0),
  origin text not null check (origin in ('counter', 'desk', 'chat', 'web')),
  type text not null check (type in ('image/jpeg', 'application/pdf')),
  pages int not null check (pages > 0),
  bytes int not null,
  sha256 text not null,
  sealed bytea not null,
  kept_at timestamptz not null,
  officer_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
comment on table dossier_file is 'Scans and photographs of a dossier''s papers. Only ever added to: a newer one is a further version.';
comment on column dossier_file.paper_id is 'The slot: a paper of the procedure (p1), or one beyond its list (x1)';
comment on column dossier_file.origin is 'How it came: taken in at the counter, added at the desk, sent in the chat or on the web';
comment on column dossier_file.sha256 is 'Of the bytes as they are handed out; the event files_kept in the ledger names the same';
comment on column dossier_file.sealed is 'The bytes, encrypted with the key of the office';
comment on column dossier_file.officer_id is 'Who kept it; empty when the citizen sent it';
alter table dossier_file alter column sealed set storage external;
create unique index dossier_file_version on dossier_file (tenant_id, dossier_id, paper_id, version);

create table file_reading (
  tenant_id text not null,
  id uuid not null,
  dossier_id uuid not null,
  file_id uuid not null,
  officer_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references dossier_file (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
comment on table file_reading is 'Who opened which scan or photograph, and when.';
create index file_reading_of_dossier on file_reading (tenant_id, dossier_id, at);

create table visit (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  link_digest text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
comment on table visit is 'One person at the counter with several dossiers: they get one receipt together, beside each its own.';

comment on column visit.link_digest is 'Digest of the QR code on the receipt of the visit, which lists the links of its dossiers';
create unique index visit_link on visit (tenant_id, link_digest);

create table visit_dossier (
  tenant_id text not null,
  visit_id uuid not null,
  dossier_id uuid not null,
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, visit_id) references visit (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id)
);
create index visit_dossier_of_visit on visit_dossier (tenant_id, visit_id);

create table batch (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  year int not null,
  number int not null,
  from_unit text not null,
  to_unit text not null,
  from_officer uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, from_officer) references officer (tenant_id, id)
);
comment on table batch is 'Papers of several dossiers carried from desk to desk: who gave them signed by making it.';
create unique index batch_number on batch (tenant_id, agency_id, year, number);
create index batch_to on batch (tenant_id, agency_id, at);

create table batch_dossier (
  tenant_id text not null,
  batch_id uuid not null,
  dossier_id uuid not null,
  received_by uuid,
  received_at timestamptz,
  primary key (tenant_id, batch_id, dossier_id),
  foreign key (tenant_id, batch_id) references batch (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  foreign key (tenant_id, received_by) references officer (tenant_id, id)
);
comment on column batch_dossier.received_by is 'Who scanned its papers and signed for them; empty while they are missing';
create unique index batch_dossier_under_way on batch_dossier (tenant_id, dossier_id) where received_at is null;

do $$
declare t text;
begin
  foreach t in array array['upload', 'dossier_file', 'file_reading', 'visit', 'visit_dossier', 'batch', 'batch_dossier'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert on %I to motcua_app', t);
  end loop;
end $$;
grant delete on upload to motcua_app;
grant update (received_by, received_at), delete on batch_dossier to motcua_app;
