-- Talks between citizens and officers, and questions that are answered for everybody.

create table talk (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  oa_id text not null,
  user_id text not null,
  dossier_id uuid,
  unit text,
  officer_id uuid,
  opened_at timestamptz not null,
  waiting_since timestamptz,
  answer_by timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('answered', 'by_phone', 'silence', 'left')),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, oa_id, user_id) references chat_person (tenant_id, oa_id, user_id) on delete cascade,
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  check ((ended_at is null) = (ended_how is null)),
  check ((waiting_since is null) = (answer_by is null))
);
comment on table talk is 'A person talks with officers: within a dossier they follow, or in the general inbox of the office. Gone with the person.';
comment on column talk.agency_id is 'The office through whose Official Account the person writes';
comment on column talk.dossier_id is 'Null: the general inbox';
comment on column talk.unit is 'The unit a talk of the general inbox was passed to; null: the counter. A talk within a dossier lies where the dossier lies';
comment on column talk.officer_id is 'Who answered last';
comment on column talk.waiting_since is 'Since when the person waits for an answer; null while it is not the office''s turn';
comment on column talk.answer_by is 'Until when the office has promised the answer';
comment on column talk.version is 'Counts what officers did: two of them never answer the same words';
create unique index talk_open on talk (tenant_id, oa_id, user_id) where ended_at is null;
create index talk_of_dossier on talk (tenant_id, dossier_id, opened_at) where dossier_id is not null;
create index talk_inbox on talk (tenant_id, agency_id, waiting_since) where ended_at is null;
create index talk_silent on talk (tenant_id, answered_at) where ended_at is null and waiting_since is null;

alter table chat_message add column talk_id uuid, add column officer_id uuid,
  add constraint chat_message_of_talk foreign key (tenant_id, talk_id) references talk (tenant_id, id);
comment on column chat_message.talk_id is 'The talk with an officer it belongs to; null: said to the machine, or by it';
comment on column chat_message.officer_id is 'Who wrote it at the desk; null of what was written in Zalo''s own manager';
create index chat_message_talk on chat_message (tenant_id, talk_id, planned_at) where talk_id is not null;

create table talk_photo (
  tenant_id text not null,
  id uuid not null,
  talk_id uuid not null,
  message_id uuid not null,
  type text not null check (type in ('image/jpeg', 'application/pdf')),
  pages int not null check (pages > 0),
  sealed bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, talk_id) references talk (tenant_id, id) on delete cascade
);
comment on table talk_photo is 'A photograph or PDF that a person sent within a talk, for the officer to look at; it is no paper of the dossier. Gone with the talk.';
comment on column talk_photo.message_id is 'The row of chat_message it came with';
comment on column talk_photo.sealed is 'The bytes, encrypted with the key of the office';
alter table talk_photo alter column sealed set storage external;
create index talk_photo_talk on talk_photo (tenant_id, talk_id, at);

-- Who waits is known of the talk now.
alter table chat_person drop column waiting_for_officer_since;

create table question (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  code text not null,
  channel text not null check (channel in ('web', 'chat')),
  oa_id text,
  user_id text,
  asked text,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'routed', 'drafted', 'published', 'declined')),
  unit text,
  answer_by timestamptz not null,
  title text,
  answer text,
  legal_source text,
  procedure_code text,
  procedure_version int,
  expires_on date,
  drafted_by uuid,
  drafted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  check (state <> 'published' or (title is not null and answer is not null and legal_source is not null
    and expires_on is not null and decided_by is distinct from drafted_by))
);
comment on table question is 'A question of a citizen on its way to an answer for everybody: asked, routed to a unit, drafted, published by another person.';
comment on column question.asked is 'What was asked, in the asker''s words, without numbers: for officers alone, never published; null once the asker had it erased';
comment on column question.oa_id is 'Whom to tell when it is answered, for questions out of a chat; null otherwise, and after erasure';
comment on column question.title is 'The question as it is published, in an officer''s words';
comment on column question.legal_source is 'What the answer rests on; without it nothing is published';
comment on column question.procedure_version is 'The version of the procedure the answer was last looked at for: with a newer one it is looked at again';
comment on column question.expires_on is 'The last day on which the answer may be shown';
comment on column question.reason is 'Why it was sent back to be written anew, or declined';
create unique index question_code on question (tenant_id, code);
create index question_open on question (tenant_id, agency_id, answer_by) where state in ('asked', 'routed', 'drafted');
create index question_published on question (tenant_id, agency_id, decided_at) where state = 'published';
create index question_of_chat on question (tenant_id, oa_id, user_id) where oa_id is not null;

do $$
declare t text;
begin
  foreach t in array array['talk', 'talk_photo', 'question'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert on %I to motcua_app', t);
  end loop;
end $$;
grant update, delete on talk to motcua_app;
grant delete on talk_photo to motcua_app;
grant update on question to motcua_app;
