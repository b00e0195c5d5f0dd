-- Supplements: what citizens answer, photographs that wait for their paper, who has the next move; answers put off; calls taken back.

create table supplement_value (
  tenant_id text not null,
  id uuid not null,
  dossier_id uuid not null,
  item int not null check (item >= 0),
  field text not null,
  value text not null,
  channel text not null check (channel in ('chat', 'web', 'counter')),
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id)
);
comment on table supplement_value is 'What a citizen wrote for a field they were asked to correct. Only ever added to: the newest counts.';
comment on column supplement_value.item is 'Its place in the request that was open';
comment on column supplement_value.field is 'The field of the form, as the request names it';
create index supplement_value_dossier on supplement_value (tenant_id, dossier_id, at);

create table chat_photo (
  tenant_id text not null,
  id uuid not null,
  oa_id text not null,
  user_id text not null,
  type text not null check (type in ('image/jpeg', 'application/pdf')),
  pages int not null check (pages > 0),
  sealed bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, oa_id, user_id) references chat_person (tenant_id, oa_id, user_id) on delete cascade
);
comment on table chat_photo is 'A photograph sent in the chat of which its sender has not yet said which paper it is; gone with the answer, or after a day.';
comment on column chat_photo.sealed is 'The bytes, encrypted with the key of the office';
alter table chat_photo alter column sealed set storage external;
create index chat_photo_person on chat_photo (tenant_id, oa_id, user_id, at);

do $$
declare t text;
begin
  foreach t in array array['supplement_value', 'chat_photo'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert on %I to motcua_app', t);
  end loop;
end $$;
grant delete on chat_photo to motcua_app;

alter table chat_message add column put_off boolean not null default false;
comment on column chat_message.put_off is 'It waits behind one that Zalo put off, without having been refused itself';

-- Written by the definition: an owner who is no superuser would see no row to update.
alter table dossier add column awaits_citizen boolean not null default false;
alter table dossier alter column awaits_citizen type boolean
  using status in ('awaiting_supplement', 'awaiting_payment');
comment on column dossier.awaits_citizen is 'The next move is the citizen''s: papers, words or money. False from the moment all that was asked has come, before an officer has looked';

-- The tabs of the worklist are counted from this index alone.
drop index dossier_open;
create index dossier_open on dossier (tenant_id, holding_agency_id, due_at)
  include (officer_id, unit, role, status, awaits_citizen, due_soon_at, clock_running, procedure_code, received_at,
    submitted_at)
  where not ended;

alter table dispatch add column untold_at timestamptz, add column untold_by uuid;
comment on column dispatch.untold_at is 'Paper only: when it was taken back that somebody had been told; told_at, told_by and told_how stay, and another row waits in its place';
comment on column dispatch.untold_by is 'Paper only: the officer who took it back';
