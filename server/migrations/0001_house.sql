-- The house: tenants, agencies, people who work there, the calendar, the catalogue.
-- Rules that hold from here on (house rules, checked by a catalogue test):
--   tenant_id is the first column of every key of a tenant table; row-level security is forced;
--   the application works as role motcua_app, which owns nothing; no triggers on tenant tables.

do $$
begin
  if not exists (select from pg_roles where rolname = 'motcua_app') then
    create role motcua_app nologin;
  end if;
end $$;

-- The owner must be able to become the application role inside a transaction.
do $$ begin execute format('grant motcua_app to %I', current_user); end $$;
do $$ begin execute format('grant usage on schema public to motcua_app'); end $$;

create function motcua_tenant() returns text
  language sql stable parallel safe
  return nullif(current_setting('motcua.tenant', true), '');

-- Shared by all tenants (reference tables when sharded) -------------------------------------------------

create table tenant (
  tenant_id text primary key check (tenant_id ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null,
  created_at timestamptz not null
);
comment on table tenant is 'A customer of this deployment: a ward, or a province with its communes.';

create table oa_directory (
  oa_id text primary key,
  app_id text not null,
  tenant_id text not null references tenant
);
comment on table oa_directory is 'Which tenant an Official Account belongs to: a webhook arrives before the tenant is known.';
create index oa_directory_app on oa_directory (app_id);

-- Agencies and officers ---------------------------------------------------------------------------------

create table agency (
  tenant_id text not null references tenant,
  id uuid not null,
  code text not null,
  parent_id uuid,
  name text not null,
  office_name text not null,
  superior_name text not null,
  place_name text not null,
  address text not null,
  phone text,
  dossier_code_prefix text not null,
  unit_code text,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references agency (tenant_id, id)
);
comment on column agency.dossier_code_prefix is 'First part of a dossier code: 000.00.27.H53';
comment on column agency.place_name is 'Place named before the date on printed forms';
comment on column agency.unit_code is 'Administrative unit code of today (5 digits for a commune)';

create table agency_unit (
  tenant_id text not null,
  agency_id uuid not null,
  code text not null,
  name text not null,
  counter text,
  position int not null,
  primary key (tenant_id, agency_id, code),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on table agency_unit is 'The rooms and departments inside an agency that hold dossiers.';

create table calendar_version (
  tenant_id text not null,
  agency_id uuid not null,
  version int not null,
  spec jsonb not null,
  decided_at timestamptz not null,
  primary key (tenant_id, agency_id, version),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on table calendar_version is 'Working calendars; the highest version is in force, older ones explain older dates.';

create table officer (
  tenant_id text not null references tenant,
  id uuid not null,
  agency_id uuid not null,
  unit text not null,
  username text not null,
  full_name text not null,
  title text not null,
  post text not null,
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, username),
  foreign key (tenant_id, agency_id, unit) references agency_unit (tenant_id, agency_id, code)
);
comment on column officer.title is 'How a citizen reads the name: ông or bà';
comment on column officer.password_hash is 'argon2id';

create table officer_role (
  tenant_id text not null,
  officer_id uuid not null,
  role text not null,
  primary key (tenant_id, officer_id, role),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);

create table session (
  tenant_id text not null,
  token_hash text not null,
  officer_id uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
create index session_officer on session (tenant_id, officer_id) where ended_at is null;

create table sign_in_attempt (
  tenant_id text not null,
  subject text not null,
  window_start timestamptz not null,
  failures int not null,
  primary key (tenant_id, subject, window_start)
);
comment on table sign_in_attempt is 'Sign-ins without success by hashed user name or address and minute: the budget against guessing.';

-- The catalogue -----------------------------------------------------------------------------------------

create table procedure (
  tenant_id text not null references tenant,
  code text not null,
  version int not null,
  content_hash text not null,
  body jsonb not null,
  name text not null,
  field text not null,
  search_key text not null,
  offered boolean not null,
  imported_at timestamptz not null,
  superseded_at timestamptz,
  primary key (tenant_id, code, version)
);
comment on column procedure.search_key is 'Folded name and code: no accents, lower case';
comment on column procedure.offered is 'True when an agency of this tenant takes this procedure in';
create unique index procedure_current on procedure (tenant_id, code) where superseded_at is null;

create table process (
  tenant_id text not null,
  procedure_code text not null,
  version int not null,
  body jsonb not null,
  published_at timestamptz not null,
  primary key (tenant_id, procedure_code, version)
);

create table import_run (
  tenant_id text not null references tenant,
  file_hash text not null,
  started_at timestamptz not null,
  rows_done int not null default 0,
  finished_at timestamptz,
  report jsonb not null default '{}',
  primary key (tenant_id, file_hash)
);
comment on table import_run is 'How far an import of a file came, so that it can go on after a crash.';

-- Official Accounts -------------------------------------------------------------------------------------

create table zalo_oa (
  tenant_id text not null,
  oa_id text not null,
  agency_id uuid not null,
  app_id text not null,
  name text,
  oa_type int,
  api_version text not null default 'v3' check (api_version in ('v3', 'v2')),
  app_secret_sealed text not null,
  oa_secret_key_sealed text not null,
  access_token_sealed text,
  refresh_token_sealed text not null,
  previous_tokens_sealed text,
  access_expires_at timestamptz,
  refreshed_at timestamptz,
  refreshing_since timestamptz,
  state text not null check (state in ('connected', 'refused', 'needs_grant')),
  state_reason text,
  connected_at timestamptz not null,
  primary key (tenant_id, oa_id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on column zalo_oa.refresh_token_sealed is 'Single use: saved before it is used, the pair before is kept';
comment on column zalo_oa.refreshing_since is 'Set and committed before Zalo is asked; a value left behind means a crash in between';
