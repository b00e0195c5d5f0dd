-- Agencies and people: a tree that knows since when, officers in posts, absences, mergers, points that help people file.

-- An agency row is what holds today; what held on any day, and since when that is known, is in agency_fact.
alter table agency
  add column kind text not null default 'commune' check (kind in ('province', 'department', 'branch', 'commune', 'other')),
  add column ended_on date,
  add column successor_id uuid,
  add foreign key (tenant_id, successor_id) references agency (tenant_id, id);
comment on column agency.ended_on is 'First day on which the agency no longer exists; empty while it does';
comment on column agency.successor_id is 'The agency that took over its dossiers: old codes lead there';

create table agency_fact (
  tenant_id text not null,
  agency_id uuid not null,
  seq int not null,
  valid_from date,
  valid_until date,
  stands boolean not null,
  kind text not null,
  parent_id uuid,
  name text not null,
  office_name text not null,
  successor_id uuid,
  ground text not null,
  known_since timestamptz not null,
  recorded_by uuid,
  primary key (tenant_id, agency_id, seq),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, parent_id) references agency (tenant_id, id),
  foreign key (tenant_id, successor_id) references agency (tenant_id, id),
  foreign key (tenant_id, recorded_by) references officer (tenant_id, id),
  check (valid_until > valid_from)
);
comment on table agency_fact is 'What is so of an agency, for which days, and since when that is known. Only added to: of two that speak of one day, the later known holds.';
comment on column agency_fact.valid_from is 'First day of which it is true; empty: ever since';
comment on column agency_fact.valid_until is 'First day of which it is no longer true; empty: until further notice';
comment on column agency_fact.stands is 'False: on these days the agency does not exist';
comment on column agency_fact.ground is 'The decision or reason, as it was typed';
comment on column agency_fact.known_since is 'When it was written down here';

alter table agency_unit
  add column kind text not null default 'room' check (kind in ('room', 'post_office', 'youth_union', 'village'));
comment on column agency_unit.kind is 'A room of the agency, or a point outside it at which people are helped to file';

create table officer_post (
  tenant_id text not null,
  id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  unit text not null,
  title text not null,
  roles text[] not null,
  valid_from date,
  valid_until date,
  supervisor_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id, unit) references agency_unit (tenant_id, agency_id, code),
  foreign key (tenant_id, supervisor_id) references officer (tenant_id, id),
  foreign key (tenant_id, recorded_by) references officer (tenant_id, id),
  foreign key (tenant_id, ended_by) references officer (tenant_id, id),
  check (valid_until >= valid_from)
);
create index officer_post_officer on officer_post (tenant_id, officer_id);
create index officer_post_agency on officer_post (tenant_id, agency_id, unit);
comment on table officer_post is 'Who works where, as what, with which roles, from when to when. A change ends one post and begins another.';
comment on column officer_post.valid_from is 'First day of the post; empty: ever since';
comment on column officer_post.valid_until is 'First day on which it is over; the very day means at once';
comment on column officer_post.supervisor_id is 'Who answers for a helper at a point outside the office';

create table absence (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  deputy_id uuid not null,
  from_day date not null,
  until_day date not null,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, deputy_id) references officer (tenant_id, id),
  foreign key (tenant_id, recorded_by) references officer (tenant_id, id),
  foreign key (tenant_id, ended_by) references officer (tenant_id, id),
  check (until_day >= from_day),
  check (deputy_id <> officer_id)
);
create index absence_deputy on absence (tenant_id, deputy_id, until_day) where ended_at is null;
create index absence_officer on absence (tenant_id, officer_id, until_day) where ended_at is null;
comment on table absence is 'While an officer is away, the deputy works on what lies with them.';
comment on column absence.until_day is 'The last day away';
comment on column absence.ended_at is 'Came back earlier, or it was a mistake';

create table agency_merger (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  successor_id uuid not null,
  decision_number text not null,
  decision_date date not null,
  effective_on date not null,
  unit_map jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  expected int not null,
  begun_at timestamptz,
  moved int not null default 0,
  finished_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, agency_id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, successor_id) references agency (tenant_id, id),
  foreign key (tenant_id, decided_by) references officer (tenant_id, id),
  check (successor_id <> agency_id)
);
comment on table agency_merger is 'A decision by which an agency ends and another goes on with its work, and how far that has come.';
comment on column agency_merger.unit_map is 'Which unit of the successor goes on with the work of each unit, code by code';
comment on column agency_merger.expected is 'How many open dossiers the preview counted';

create table agency_change (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  officer_id uuid,
  kind text not null,
  text text not null,
  at timestamptz not null,
  by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
create index agency_change_agency on agency_change (tenant_id, agency_id, at);
comment on table agency_change is 'Every change to agencies and people: who, when, what. Only added to.';
comment on column agency_change.officer_id is 'Whom it concerns; empty for a change of the agency itself';
comment on column agency_change.text is 'What was done, as a sentence';
comment on column agency_change.by is 'Empty: the operator, or the program itself';

create table assisted_dossier (
  tenant_id text not null,
  dossier_id uuid not null,
  officer_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
create index assisted_dossier_officer on assisted_dossier (tenant_id, officer_id, at);
comment on table assisted_dossier is 'Which helper brought a dossier in for its applicant: all that a helper may see.';

alter table session add column post_id uuid,
  add foreign key (tenant_id, post_id) references officer_post (tenant_id, id);
comment on column session.post_id is 'The post in which the officer works in this session';
create index session_use on session (tenant_id, officer_id, last_used_at);

alter table officer add column first_password boolean not null default false;
comment on column officer.first_password is 'True until the officer has replaced the password that somebody else made';

do $$
declare t text;
begin
  foreach t in array array['agency_fact', 'officer_post', 'absence', 'agency_merger', 'agency_change', 'assisted_dossier'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert on %I to motcua_app', t);
  end loop;
  foreach t in array array['officer_post', 'absence', 'agency_merger'] loop
    execute format('grant update on %I to motcua_app', t);
  end loop;
end $$;

-- What was so before. Tenant by tenant: an owner who is no superuser sees rows of the tenant that is set, and of no other.
do $$
declare t text;
begin
  for t in select tenant_id from tenant loop
    perform set_config('motcua.tenant', t, true);
    insert into officer_post (tenant_id, id, officer_id, agency_id, unit, title, roles, recorded_at)
    select tenant_id, id, id, agency_id, unit, post, array(select role from officer_role r
      where r.tenant_id = o.tenant_id and r.officer_id = o.id order by role), created_at
    from officer o where tenant_id = t;
    insert into agency_fact (tenant_id, agency_id, seq, stands, kind, parent_id, name, office_name, ground, known_since)
    select tenant_id, id, 1, true, kind, parent_id, name, office_name, 'Có từ trước', now() from agency
    where tenant_id = t;
    update session set post_id = officer_id where tenant_id = t;
  end loop;
  perform set_config('motcua.tenant', '', true);
end $$;

drop table officer_role;
alter table officer drop column agency_id, drop column unit, drop column post;
