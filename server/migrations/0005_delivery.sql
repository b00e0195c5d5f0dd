-- Delivery: by which road a notice goes, how far it came there, what its person wishes.

alter table chat_person
  add column wishes text not null default 'all' check (wishes in ('all', 'important', 'none')),
  add column night_allowed boolean not null default false,
  add column refused_code int,
  add column refused_at timestamptz;
comment on column chat_person.wishes is 'Which notices the person wants: all, only what needs an act or ends the matter, or none';
comment on column chat_person.night_allowed is 'The person asked to be told at night too';
comment on column chat_person.refused_code is 'Zalo''s last refusal of this person (-213, -217, -230 …); empty again at the next interaction';

alter table notice
  add column message_id uuid,
  add column superseded_by uuid,
  add column needs_telling boolean not null default true;
update notice set message_id = id where chat_user_id is not null;
comment on column notice.message_id is 'The chat message that carries it, alone or with others of the same hour; empty when it goes by another road';
comment on column notice.superseded_by is 'A newer notice of the same dossier to the same person made this one old before it left';
comment on column notice.needs_telling is 'False: good to know, and on the receipt or in the chat for whoever asks; nobody has to be called for it';
create index notice_message on notice (tenant_id, message_id) where message_id is not null;
create index notice_dossier on notice (tenant_id, dossier_id, event_seq);

create table dispatch (
  tenant_id text not null,
  id uuid not null,
  notice_id uuid not null,
  road text not null check (road in ('template_user', 'template_phone', 'sms', 'paper')),
  state text not null check (state in ('planned', 'sending', 'sent', 'received', 'failed', 'unknown', 'told', 'superseded')),
  state_reason text,
  attempts int not null default 0,
  resent int not null default 0,
  oa_id text,
  zalo_message_id text,
  cost_dong int,
  planned_at timestamptz not null,
  send_after timestamptz,
  sending_at timestamptz,
  sent_at timestamptz,
  received_at timestamptz,
  told_at timestamptz,
  told_by uuid,
  told_how text,
  primary key (tenant_id, id),
  foreign key (tenant_id, notice_id) references notice (tenant_id, id)
);
comment on table dispatch is 'One try to tell a notice by a road other than the free chat message. Its id is Zalo''s tracking_id.';
comment on column dispatch.road is 'template_user, template_phone: a paid ZBS template; sms: the SMS interface; paper: an officer calls or writes';
comment on column dispatch.told_how is 'Paper only: how the officer told it (telephone, letter, in person)';
create index dispatch_notice on dispatch (tenant_id, notice_id);
create index dispatch_paper on dispatch (tenant_id, planned_at) where road = 'paper' and state = 'planned';
create index dispatch_open on dispatch (tenant_id, state, planned_at) where state in ('planned', 'sending', 'unknown', 'failed');
create index dispatch_zalo on dispatch (tenant_id, zalo_message_id) where zalo_message_id is not null;

create table oa_template (
  tenant_id text not null,
  oa_id text not null,
  kind text not null,
  template_id text not null,
  params jsonb not null,
  price_user_dong int,
  price_phone_dong int,
  checked_at timestamptz not null,
  primary key (tenant_id, oa_id, kind)
);
comment on table oa_template is 'Which approved ZBS template tells which kind of notice, and what fills each of its parameters.';
comment on column oa_template.kind is 'A kind of notice, or * for every kind without a template of its own';
comment on column oa_template.params is 'A list of {name, from, maxLength}: the template''s parameter, the field of ours, Zalo''s limit';

do $$
declare t text;
begin
  foreach t in array array['dispatch', 'oa_template'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert, update, delete on %I to motcua_app', t);
  end loop;
end $$;
