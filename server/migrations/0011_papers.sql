-- Papers: every statutory paper an event makes, its number without gaps, and every print of it.

create table paper_counter (
  tenant_id text not null,
  agency_id uuid not null,
  kind text not null,
  year int not null,
  last int not null,
  primary key (tenant_id, agency_id, kind, year),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
comment on table paper_counter is 'Last number of each kind of paper, by agency and year: taken in the transaction of the event, so no gap remains.';

create table paper (
  tenant_id text not null,
  dossier_id uuid not null,
  event_seq int not null,
  told_until int not null,
  agency_id uuid not null,
  kind text not null,
  year int not null,
  number int,
  issued_at timestamptz not null,
  issued_as jsonb not null,
  primary key (tenant_id, dossier_id, event_seq),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id)
);
comment on table paper is 'The papers that events made. Their words are read from the ledger, never stored.';
comment on column paper.told_until is 'Last event of the same act: a fee taken with the papers is paid on the receipt';
comment on column paper.number is 'In its kind, agency and year; empty for a receipt written anew, which bears the number of the first';
comment on column paper.issued_as is 'Names of the agency and of who signed, as they stood then: a merger does not rewrite old papers';
create unique index paper_number on paper (tenant_id, agency_id, kind, year, number);
create index paper_issued on paper (tenant_id, agency_id, kind, issued_at) where number is not null;

create table paper_print (
  tenant_id text not null,
  id uuid not null,
  agency_id uuid not null,
  dossier_id uuid,
  kind text not null,
  event_seq int,
  copy int not null,
  detail text,
  officer_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
comment on table paper_print is 'Every print of a paper and every export: who, when, what, the how many-th.';
comment on column paper_print.event_seq is 'The event whose paper it is; for a control slip or an archive the last event it tells of; empty for a register';
comment on column paper_print.copy is '1 for the first; every further one says that it is a reprint';
comment on column paper_print.detail is 'Of a register: its period, words searched for and format';
create unique index paper_print_copy on paper_print (tenant_id, dossier_id, kind, event_seq, copy);
create index paper_print_of_agency on paper_print (tenant_id, agency_id, at);

do $$
declare t text;
begin
  foreach t in array array['paper_counter', 'paper', 'paper_print'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_tenant on %I using (tenant_id = motcua_tenant()) with check (tenant_id = motcua_tenant())', t);
    execute format('grant select, insert on %I to motcua_app', t);
  end loop;
end $$;
grant update on paper_counter to motcua_app;

-- What was done before there were papers gets its numbers now, in the order of the events. Tenant by tenant: an owner
-- who is no superuser sees rows of the tenant that is set, and of no other.
do $$
declare t text;
begin
  for t in select tenant_id from tenant loop
    perform set_config('motcua.tenant', t, true);
    insert into paper (tenant_id, dossier_id, event_seq, told_until, agency_id, kind, year, number, issued_at, issued_as)
    select l.tenant_id, l.dossier_id, l.seq, coalesce((select n.seq from ledger n where n.tenant_id = l.tenant_id
        and n.dossier_id = l.dossier_id and n.seq = l.seq + 1 and n.at = l.at and n.type = 'payment_confirmed'), l.seq),
      d.agency_id, l.kind, extract(year from l.day),
      case when l.type = 'supplement_taken' then null else row_number() over (
        partition by d.agency_id, l.kind, extract(year from l.day), l.type = 'supplement_taken'
        order by l.at, d.code, l.dossier_id, l.seq) end,
      l.at, jsonb_build_object('superiorName', a.superior_name, 'agencyName', a.name, 'officeName', a.office_name,
        'placeName', a.place_name, 'address', a.address, 'phone', a.phone, 'officerName', (select o.full_name
          from officer o where o.tenant_id = l.tenant_id and o.id = (case when l.kind = 'refusal' then
            (select s.actor from ledger s where s.tenant_id = l.tenant_id and s.dossier_id = l.dossier_id
              and s.type = 'step_approved' and s.seq < l.seq order by s.seq desc limit 1)
            else l.actor end ->> 'officerId')::uuid))
    from (select *, (at at time zone 'Asia/Ho_Chi_Minh')::date as day, case type
        when 'dossier_accepted' then 'receipt' when 'supplement_taken' then 'receipt'
        when 'supplement_requested' then 'supplement_request' when 'intake_refused' then 'intake_refusal'
        when 'term_extended' then 'apology' when 'dossier_stopped' then 'stop_notice'
        when 'dossier_withdrawn' then 'stop_notice'
        when 'dossier_finished' then case when payload ->> 'outcome' = 'refused' then 'refusal' end end as kind
      from ledger where tenant_id = t) l
    join dossier d on d.tenant_id = l.tenant_id and d.id = l.dossier_id
    join agency a on a.tenant_id = d.tenant_id and a.id = d.agency_id
    where l.kind is not null
      and (l.type not in ('supplement_taken', 'dossier_withdrawn') or d.received_at <= l.at)
      and l.day >= case l.kind when 'stop_notice' then date '2025-09-15' when 'refusal' then date '2025-07-01'
        else date '2018-11-23' end;
    insert into paper_counter (tenant_id, agency_id, kind, year, last)
    select tenant_id, agency_id, kind, year, max(number) from paper
    where tenant_id = t and number is not null group by 1, 2, 3, 4;
  end loop;
  perform set_config('motcua.tenant', '', true);
end $$;
