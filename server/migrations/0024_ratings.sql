-- Ratings of finished dossiers and what follows from bad ones; citizens who sign in with Zalo.

create table rating (
  tenant_id text not null,
  dossier_id uuid not null,
  agency_id uuid not null,
  officer_id uuid,
  procedure_code text not null,
  channel text not null,
  question_set text not null,
  asked boolean not null,
  opened_at timestamptz not null,
  open_until timestamptz not null,
  level smallint check (level between 0 and 2),
  answers jsonb not null default '{}',
  words text,
  rated_at timestamptz,
  rated_in text check (rated_in in ('chat', 'web')),
  former_level smallint check (former_level between 0 and 2),
  revised_at timestamptz,
  sources text[] not null default '{}',
  set_aside text check (set_aside in ('source', 'officer')),
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  check ((level is null) = (rated_at is null))
);
comment on table rating is 'One row for each dossier that ended: what the citizen thought of it, once they said so. One rating for each dossier, because the key says so.';
comment on column rating.officer_id is 'The specialist who worked on it last; empty where nobody did';
comment on column rating.asked is 'The notice of the hand-over asked for the rating; what ended otherwise may be rated and is not asked about';
comment on column rating.opened_at is 'When the dossier ended: figures count it among those of that day';
comment on column rating.level is '2 very satisfied, 1 satisfied, 0 not satisfied; empty until rated';
comment on column rating.answers is 'By question of the set, the index of the option chosen';
comment on column rating.words is 'What the citizen wrote, sealed with the key of the office';
comment on column rating.former_level is 'The level before the one change that is allowed';
comment on column rating.sources is 'Keyed digests of the device, address or chat it came from: for finding bursts, they name nobody';
comment on column rating.set_aside is 'Left out of the figures: many came from one source, or for one officer, within minutes';
create index rating_of_agency on rating (tenant_id, agency_id, opened_at);
create index rating_recent on rating (tenant_id, rated_at) where rated_at is not null;

create table rating_follow_up (
  tenant_id text not null,
  dossier_id uuid not null,
  agency_id uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  reply text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, dossier_id) references rating (tenant_id, dossier_id)
);
comment on table rating_follow_up is 'A rating that somebody at the head of the office looks at and answers.';
comment on column rating_follow_up.reason is 'extra_costs, not_satisfied or attitude';
comment on column rating_follow_up.due_at is 'By when the citizen is answered, as they were told';
comment on column rating_follow_up.reply is 'What the citizen was told';
create index rating_follow_up_open on rating_follow_up (tenant_id, agency_id, due_at) where answered_at is null;

create table citizen (
  tenant_id text not null,
  id uuid not null,
  app_id text not null,
  id_by_app text not null,
  name text,
  oa_id text,
  user_id text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, app_id, id_by_app),
  check ((oa_id is null) = (user_id is null))
);
comment on table citizen is 'Somebody who signed in with Zalo. That proves who holds a Zalo account, never who files a dossier.';
comment on column citizen.id_by_app is 'The person''s id for the app: another than the one by which the Official Account knows them';
comment on column citizen.user_id is 'The same person as the Official Account knows them, where Zalo itself said so; empty otherwise';

create table citizen_session (
  tenant_id text not null,
  token_hash text not null,
  citizen_id uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, citizen_id) references citizen (tenant_id, id) on delete cascade
);
comment on table citizen_session is 'A sign-in of a citizen: it ends when unused for a day, after thirty days, or when they sign out.';
comment on column citizen_session.token_hash is 'SHA-256 of the cookie: nobody who reads this table can use it';
create index citizen_session_of on citizen_session (tenant_id, citizen_id);

do $$
declare t text;
begin
  foreach t in array array['rating', 'rating_follow_up', 'citizen', 'citizen_session'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert, update on %I to motcua_app', t);
  end loop;
end $$;
grant delete on citizen to motcua_app;
