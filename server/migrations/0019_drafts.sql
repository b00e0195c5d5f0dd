-- Drafts: what a citizen fills in before filing, on any channel; the answers that go with a dossier; where filing legally lands.

create table draft (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  code text not null,
  link_digest text not null,
  channel text not null check (channel in ('web', 'chat')),
  oa_id text,
  user_id text,
  procedure_code text not null,
  form_version int not null check (form_version > 0),
  version int not null default 1,
  sealed text,
  proof_digests text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'filed', 'handed_over')),
  dossier_id uuid,
  external_code text,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  warned_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, oa_id, user_id) references chat_person (tenant_id, oa_id, user_id) on delete cascade,
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) deferrable initially deferred,
  check ((oa_id is null) = (user_id is null)),
  check ((state = 'filed') = (dossier_id is not null)),
  check (state = 'filed' or sealed is not null)
);
comment on table draft is 'What somebody is filling in and has not filed: no dossier, no clock, seen by no officer. Gone when nobody touched it for a month.';
comment on column draft.code is 'NHAP-…: what a person reads out to go on elsewhere; with it goes a proof once a person is named';
comment on column draft.link_digest is 'Keyed hash of the capability in the address of its page';
comment on column draft.oa_id is 'The chat it belongs to, when it was begun or taken up there';
comment on column draft.version is 'Raised by every change: who saw another one is told before they overwrite it';
comment on column draft.sealed is 'The answers, encrypted with the key of the office; empty once they are with the dossier';
comment on column draft.proof_digests is 'Keyed hashes of the last six digits of the identity numbers and telephones it names: one of them opens it by its code';
comment on column draft.state is 'open; filed: it became the dossier; handed_over: its package was taken to another system, whose code it follows';
comment on column draft.external_code is 'The code the national portal gave, as the citizen typed it';
comment on column draft.warned_at is 'When its person was told that it will be deleted';
create unique index draft_code on draft (tenant_id, code);
create unique index draft_link on draft (tenant_id, link_digest);
create unique index draft_dossier on draft (tenant_id, dossier_id) where dossier_id is not null;
create index draft_chat on draft (tenant_id, oa_id, user_id, saved_at) where oa_id is not null;
create index draft_expires on draft (tenant_id, expires_at);

create table draft_paper (
  tenant_id text not null,
  draft_id uuid not null,
  id uuid not null,
  paper_id text not null,
  type text not null check (type in ('image/jpeg', 'application/pdf')),
  pages int not null check (pages > 0),
  width int,
  height int,
  bytes int not null check (bytes > 0),
  sha256 text not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (tenant_id, draft_id, id),
  foreign key (tenant_id, draft_id) references draft (tenant_id, id) on delete cascade
);
comment on table draft_paper is 'Photographs and PDFs of a draft, each in the slot of its paper, in the order in which they came.';
comment on column draft_paper.paper_id is 'The slot: a paper of the procedure (p1)';
comment on column draft_paper.sha256 is 'Of the bytes as sent: the same photograph sent twice is kept once';
comment on column draft_paper.sealed is 'The bytes, encrypted with the key of the office';
alter table draft_paper alter column sealed set storage external;
create unique index draft_paper_once on draft_paper (tenant_id, draft_id, paper_id, sha256);

create table draft_part (
  tenant_id text not null,
  draft_id uuid not null,
  upload_id uuid not null,
  start_at int not null check (start_at >= 0),
  bytes int not null check (bytes > 0),
  sealed bytea not null,
  at timestamptz not null,
  primary key (tenant_id, draft_id, upload_id, start_at),
  foreign key (tenant_id, draft_id) references draft (tenant_id, id) on delete cascade
);
comment on table draft_part is 'Parts of a file on its way over a weak line: what has arrived need not be sent again. Gone when the file is whole, or after a day.';
comment on column draft_part.start_at is 'Where in the file the part begins, in bytes';
comment on column draft_part.sealed is 'The bytes, encrypted with the key of the office';
alter table draft_part alter column sealed set storage external;

create table dossier_form (
  tenant_id text not null,
  dossier_id uuid not null,
  procedure_code text not null,
  form_version int not null,
  sealed text not null,
  digest text not null,
  at timestamptz not null,
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) deferrable initially deferred
);
comment on table dossier_form is 'What was declared when a dossier was filed: personal data, so it lives here and not in the ledger.';
comment on column dossier_form.sealed is 'The answers, encrypted with the key of the office';
comment on column dossier_form.digest is 'Keyed hash of the answers; the first event of the dossier in the ledger names the same';

create table filing_place (
  tenant_id text not null references tenant,
  procedure_code text not null,
  effective_from date not null,
  place text not null check (place in ('here', 'national_portal', 'ministry_system')),
  system_name text,
  url text,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (tenant_id, procedure_code, effective_from),
  foreign key (tenant_id, decided_by) references officer (tenant_id, id)
);
comment on table filing_place is 'Where online filing of a procedure legally lands, from which day. Without a row: the national portal (from 1 July 2025).';
comment on column filing_place.system_name is 'What people call the system of a ministry';
comment on column filing_place.url is 'Where people go; https only';
comment on column filing_place.decided_by is 'The officer who set it; empty when it was set up with the office';

do $$
declare t text;
begin
  foreach t in array array['draft', 'draft_paper', 'draft_part', 'dossier_form', 'filing_place'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert on %I to motcua_app', t);
  end loop;
end $$;
grant update (version, sealed, proof_digests, state, dossier_id, external_code, oa_id, user_id, saved_at, expires_at,
  warned_at), delete on draft to motcua_app;
grant delete on draft_paper, draft_part to motcua_app;
grant update (place, system_name, url, decided_by, decided_at), delete on filing_place to motcua_app;
