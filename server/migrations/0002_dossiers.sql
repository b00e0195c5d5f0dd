-- The dossier: its people, its row (a fold of its events), its ledger, its codes, its notices.

create table applicant (
  tenant_id text not null references tenant,
  id uuid not null,
  full_name text not null,
  identity_sealed text,
  identity_digest text,
  last_six_digest text,
  phone text,
  email text,
  address text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table applicant is 'Personal data lives here and nowhere else, so that the ledger needs no erasure.';
comment on column applicant.identity_sealed is 'AES-256-GCM; opened only to print the receipt and to show it to an officer who may';
comment on column applicant.last_six_digest is 'Keyed hash of the last six digits: the proof asked in the chat';
create index applicant_identity on applicant (tenant_id, identity_digest);

create table code_counter (
  tenant_id text not null,
  agency_id uuid not null,
  day date not null,
  last int not null,
  primary key (tenant_id, agency_id, day),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on table code_counter is 'Running numbers of dossier codes: taken in the transaction that accepts, so no gap remains.';

create table dossier (
  tenant_id text not null,
  id uuid not null,
  code text,
  agency_id uuid not null,
  version int not null,
  state jsonb not null,
  head_hash text not null,
  status text not null,
  applicant_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  channel text not null,
  unit text not null,
  role text not null,
  officer_id uuid,
  due_at timestamptz,
  due_soon_at timestamptz,
  clock_running boolean not null,
  ended boolean not null,
  submitted_at timestamptz not null,
  received_at timestamptz,
  finished_at timestamptz,
  timeliness text,
  updated_at timestamptz not null,
  search_key text not null,
  link_generation int not null default 1,
  link_digest text not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, link_digest),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, applicant_id) references applicant (tenant_id, id),
  foreign key (tenant_id, agency_id, unit) references agency_unit (tenant_id, agency_id, code),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  check ((code is null) = (received_at is null))
);
comment on column dossier.state is 'The fold of the ledger; the columns after it are taken from it for search and counting';
comment on column dossier.head_hash is 'Hash of the newest ledger row: a cut-off tail shows';
comment on column dossier.link_digest is 'Keyed hash of the capability printed as QR; raising link_generation revokes it';
create index dossier_holder on dossier (tenant_id, officer_id, due_at) where not ended;
create index dossier_unit on dossier (tenant_id, agency_id, unit, due_at) where not ended;
create index dossier_open on dossier (tenant_id, agency_id, due_at) where not ended;
create index dossier_procedure on dossier (tenant_id, procedure_code) where not ended;
create index dossier_applicant on dossier (tenant_id, applicant_id);
create index dossier_recent on dossier (tenant_id, agency_id, updated_at desc);

create table ledger (
  tenant_id text not null,
  dossier_id uuid not null,
  seq int not null,
  at timestamptz not null,
  actor jsonb not null,
  type text not null,
  payload jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (tenant_id, dossier_id, seq),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) deferrable initially deferred
);
comment on table ledger is 'What happened, once and for ever: the application may insert and read, never change or delete.';
comment on column ledger.hash is 'SHA-256 over the row and the hash of the row before it';

create table command (
  tenant_id text not null references tenant,
  key text not null,
  issuer text not null,
  request_hash text not null,
  response jsonb,
  at timestamptz not null,
  primary key (tenant_id, issuer, key)
);
comment on table command is 'Idempotency keys: the same command again gets the first answer, and no second effect.';

create table notice (
  tenant_id text not null,
  id uuid not null,
  dossier_id uuid not null,
  event_seq int not null,
  kind text not null,
  text text not null,
  no_channel boolean not null,
  oa_id text,
  chat_user_id text,
  planned_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  check ((oa_id is null) = (chat_user_id is null)),
  check (not no_channel or chat_user_id is null)
);
comment on table notice is 'One thing one citizen is told of a dossier. How far it came is known by the chat_message of the same id.';
comment on column notice.no_channel is 'No chat followed the dossier: nothing was sent, an officer tells the citizen';
comment on column notice.chat_user_id is 'Empty, as oa_id is, also once the person has been erased';
create unique index notice_once on notice (tenant_id, dossier_id, event_seq, kind, oa_id, chat_user_id);
create index notice_chat on notice (tenant_id, oa_id, chat_user_id) where chat_user_id is not null;
