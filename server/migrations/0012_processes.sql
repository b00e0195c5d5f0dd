-- Processes as data: drafts beside published versions, from which day each is in force, what is still wrong with a draft.

alter table process
  alter column published_at drop not null,
  add column title text,
  add column search_key text not null default '',
  add column effective_from date,
  add column drafted_at timestamptz,
  add column drafted_by uuid,
  add column published_by uuid,
  add column source text,
  add column findings jsonb not null default '[]',
  add foreign key (tenant_id, drafted_by) references officer (tenant_id, id),
  add foreign key (tenant_id, published_by) references officer (tenant_id, id),
  add check (published_at is not null or (effective_from is null and published_by is null)),
  add check (published_at is null or findings = '[]');
-- Written by the definition: an owner who is no superuser would see no row to update.
alter table process alter column drafted_at type timestamptz using published_at;
alter table process alter column drafted_at set not null;

comment on table process is 'Versions of the internal process of a procedure: drafts, and what was published. A dossier keeps the one it was filed under.';
comment on column process.body is 'The process as the domain knows it: steps, cases, consultations';
comment on column process.title is 'The name the source gave it, for procedures that are not in the catalogue';
comment on column process.search_key is 'Folded code and title: no accents, lower case';
comment on column process.published_at is 'Empty for a draft; a published version never changes again';
comment on column process.effective_from is 'Day from which dossiers are filed under it; empty: ever since. The latest day that has come counts';
comment on column process.drafted_by is 'Empty when it was imported by an operator';
comment on column process.published_by is 'Empty when it came with the installation';
comment on column process.source is 'The file and row it was imported from';
comment on column process.findings is 'What the import found wrong, with field and remedy: while there is any, it stays a draft';

-- What was published is what dossiers were filed under: it is never taken away.
revoke delete on process from motcua_app;
