-- The chat: what Zalo told us, who talks with the office, which chats follow which dossiers, what was said.

create table webhook_event (
  tenant_id text not null references tenant,
  event_key text not null,
  arrival bigint generated always as identity,
  oa_id text not null,
  user_id text,
  name text not null,
  at_ms bigint,
  received_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'kept')),
  raw bytea,
  withheld boolean not null default false,
  redacted text,
  primary key (tenant_id, event_key),
  check (state = 'waiting' or raw is null)
);
comment on table webhook_event is 'Every event of Zalo, once. The key stays so that a repeat is known; the content goes as soon as it is processed.';
comment on column webhook_event.state is 'waiting: a job will process it; done; kept: a kind this program has no use for, counted';
comment on column webhook_event.at_ms is 'Zalo''s clock, milliseconds since 1970: the order of a person''s events';
comment on column webhook_event.raw is 'The bytes as signed, until they are processed: proofs and identity numbers must not stay';
comment on column webhook_event.withheld is 'The content was never written, because it looks like a denunciation; false again once answered';
comment on column webhook_event.redacted is 'Of kept events only: the text without proofs, numbers and keys';
create index webhook_event_waiting on webhook_event (tenant_id, oa_id, user_id, at_ms, arrival) where state = 'waiting';

create table chat_person (
  tenant_id text not null references tenant,
  oa_id text not null,
  user_id text not null,
  first_seen_at timestamptz not null,
  interacted_at timestamptz,
  unfollowed_at timestamptz,
  follow_changed_at timestamptz,
  waiting_for_officer_since timestamptz,
  conversation jsonb,
  primary key (tenant_id, oa_id, user_id)
);
comment on table chat_person is 'Somebody who talks with the office through an Official Account. Only Zalo''s id; no name, no number.';
comment on column chat_person.unfollowed_at is 'Set while the person has left the account: nothing is sent unasked';
comment on column chat_person.conversation is 'The state of the talk, versioned (domain/chat-state.ts)';

create table chat_link (
  tenant_id text not null,
  id uuid not null,
  oa_id text not null,
  user_id text not null,
  dossier_id uuid not null,
  way text not null check (way in ('link_code', 'qr', 'six_digits')),
  consent text not null,
  linked_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, oa_id, user_id) references chat_person (tenant_id, oa_id, user_id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id)
);
comment on table chat_link is 'A chat that follows a dossier, by consent; ended by one word.';
comment on column chat_link.way is 'The proof by which the chat came to the dossier';
comment on column chat_link.consent is 'The words that were agreed to';
create unique index chat_link_living on chat_link (tenant_id, oa_id, user_id, dossier_id) where ended_at is null;
create index chat_link_dossier on chat_link (tenant_id, dossier_id) where ended_at is null;

create table link_code (
  tenant_id text not null,
  digest text not null,
  dossier_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, digest),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id)
);
comment on table link_code is 'Single-use codes that carry a proof from the tracking page into a chat; stored as keyed hashes.';
create index link_code_dossier on link_code (tenant_id, dossier_id, expires_at);

create table proof_failure (
  tenant_id text not null references tenant,
  day date not null,
  scope text not null check (scope in ('chat', 'code', 'agency')),
  subject text not null,
  failures int not null,
  primary key (tenant_id, day, scope, subject)
);
comment on table proof_failure is 'Failed six-digit proofs of a day: the budgets against guessing (docs/decisions).';
comment on column proof_failure.subject is 'Keyed hash of the chat or of the code as typed; the agency''s id';

create table chat_message (
  tenant_id text not null,
  id uuid not null,
  oa_id text not null,
  user_id text not null,
  direction text not null check (direction in ('in', 'out', 'officer')),
  text text not null,
  buttons jsonb not null default '[]',
  traceless boolean not null default false,
  state text not null check (state in ('planned', 'sending', 'sent', 'received', 'seen', 'failed', 'unknown')),
  state_reason text,
  attempts int not null default 0,
  resent int not null default 0,
  message_id text,
  planned_at timestamptz not null,
  sending_at timestamptz,
  sent_at timestamptz,
  received_at timestamptz,
  seen_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, oa_id, user_id) references chat_person (tenant_id, oa_id, user_id)
);
comment on table chat_message is 'What was said, without proofs and numbers, and how far each message of ours came. States only move forward.';
comment on column chat_message.traceless is 'Deleted once it is delivered: even the answer would tell what was said';
create index chat_message_person on chat_message (tenant_id, oa_id, user_id, planned_at);
create index chat_message_zalo on chat_message (tenant_id, message_id) where message_id is not null;
