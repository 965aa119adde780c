create table level_move (
  from_level text not null,
  move text not null,
  to_level text not null,
  evidence text not null check (evidence in ('original', 'declaration')),
  primary key (from_level, move, evidence)
);
insert into level_move values
  ('D', 'verify', 'C', 'original'),
  ('C', 'cancel-verification', 'D', 'original'),
  ('C', 'freeze', 'B', 'original'),
  ('D', 'freeze', 'B', 'declaration');

create table record_kind (
  kind text primary key,
  evidence text not null check (evidence in ('original', 'declaration'))
);
insert into record_kind values ('education', 'original'), ('degree', 'original');

create table feed_batch (
  id uuid primary key,
  source text not null,
  batch_number text not null,
  received_at timestamptz not null default clock_timestamp(),
  unique (source, batch_number)
);

create table record (
  person_id uuid not null references person,
  id uuid not null,
  kind text not null references record_kind,
  level text not null default 'D' check (level in ('A', 'B', 'C', 'D')),
  version int not null default 1 check (version > 0),
  payload jsonb not null,
  sealed bytea,
  origin text not null default 'practitioner' check (origin in ('practitioner', 'enterprise', 'feed')),
  source_key text,
  status text not null default 'current' check (status in ('current', 'deleted')),
  recheck text not null default 'none' check (recheck in ('none', 'open', 'upheld', 'revoked')),
  verification_id uuid,
  -- Fixed by the CHECKs below to what its foreign key demands: a *passed* verification of this very version.
  verification_outcome text generated always as (case when verification_id is not null then 'passed' end) stored,
  approval_id uuid,
  batch_id uuid references feed_batch,
  -- Filled by the declaration of the kind.
  code text,
  rank int,
  specialty text,
  employer_code text,
  from_date date,
  to_date date,
  valid_to date,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (person_id, id),
  constraint level_c_needs_verification check (level <> 'C' or verification_id is not null),
  constraint level_b_needs_approval check (level <> 'B' or approval_id is not null),
  constraint level_a_needs_batch check ((level = 'A') = (batch_id is not null)),
  constraint level_d_has_no_proof check (level <> 'D' or (verification_id is null and approval_id is null)),
  constraint deleted_at_d check (status = 'current' or level = 'D'),
  unique (person_id, id, kind)
);
create index record_shown on record (person_id, kind, created_at) where status = 'current';

create table record_revision (
  person_id uuid not null,
  record_id uuid not null,
  version int not null,
  payload jsonb not null,
  sealed bytea,
  change text not null check (change in ('created', 'edited', 'scan-added', 'scan-removed', 'scan-reordered', 'deleted', 'corrected')),
  role text not null,
  actor_id uuid,
  audit_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, record_id, version),
  foreign key (person_id, record_id) references record
);

-- A scan's bytes lie encrypted under this key; no sharing between persons.
create table scan (
  person_id uuid not null references person,
  blob text not null,
  bytes int not null check (bytes > 0),
  width int not null,
  height int not null,
  dpi int not null,
  -- Keyed, so that a reviewer may find one scan under two persons and nobody else can.
  content_hash bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (person_id, blob)
);
create index scan_content on scan (content_hash);

create table revision_scan (
  person_id uuid not null,
  record_id uuid not null,
  version int not null,
  page int not null check (page between 1 and 20),
  blob text not null,
  -- What a page shows: the certificate, the written proof of a lost one, a review form.
  shows text not null default 'certificate' check (shows in ('certificate', 'proof', 'review-form')),
  primary key (person_id, record_id, version, page),
  foreign key (person_id, record_id, version) references record_revision (person_id, record_id, version),
  foreign key (person_id, blob) references scan (person_id, blob)
);

-- That a page was sent to a clerk's screen: a verification needs it for every page (R7.4).
create table scan_display (
  person_id uuid not null,
  record_id uuid not null,
  version int not null,
  page int not null,
  clerk_id uuid not null references staff_account,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, record_id, version, page, clerk_id, at),
  foreign key (person_id, record_id, version, page) references revision_scan
);

create table original_verification (
  person_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  version int not null,
  outcome text not null check (outcome in ('passed', 'refused')),
  confirmed text[] not null default '{}',
  reasons text[] not null default '{}',
  note text,
  presented_by text not null check (presented_by in ('person', 'agent')),
  department_id uuid not null references department,
  window_id uuid not null references service_window,
  clerk_id uuid not null references staff_account,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, id),
  unique (person_id, record_id, version, id, outcome),
  foreign key (person_id, record_id, version) references record_revision (person_id, record_id, version),
  check ((outcome = 'refused') = (cardinality(reasons) > 0))
);

create table verification_cancellation (
  person_id uuid not null,
  id uuid not null,
  verification_id uuid not null,
  reason text not null,
  department_id uuid not null references department,
  clerk_id uuid not null references staff_account,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, id),
  -- A verification is cancelled once.
  unique (person_id, verification_id),
  foreign key (person_id, verification_id) references original_verification (person_id, id)
);

-- One row for every record that an approval freezes, written by that approval.
create table approval_freeze (
  person_id uuid not null,
  approval_id uuid not null,
  record_id uuid not null,
  version int not null,
  primary key (person_id, approval_id, record_id),
  unique (person_id, record_id, version, approval_id),
  foreign key (person_id, record_id, version) references record_revision (person_id, record_id, version)
);

alter table record
  add constraint verified_as_seen foreign key (person_id, id, version, verification_id, verification_outcome)
    references original_verification (person_id, record_id, version, id, outcome),
  add constraint frozen_as_approved foreign key (person_id, id, version, approval_id)
    references approval_freeze (person_id, record_id, version, approval_id),
  add constraint head_is_a_revision foreign key (person_id, id, version)
    references record_revision (person_id, record_id, version) deferrable initially deferred;

create table record_use (
  person_id uuid not null,
  record_id uuid not null,
  version int not null,
  application_id uuid not null,
  application_number text not null,
  open boolean not null,
  primary key (person_id, record_id, application_id),
  foreign key (person_id, record_id, version) references record_revision (person_id, record_id, version)
);
create index record_use_open on record_use (person_id, record_id) where open;

-- The app role's only way to move a level (R6.2). The caller holds the row's lock by asking for it here.
create function move_level(p_person uuid, p_record uuid, p_version int, p_move text, p_proof uuid) returns text
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  head public.record%rowtype;
  reached text;
begin
  select * into head from public.record where person_id = p_person and id = p_record for update;
  if not found or head.status <> 'current' then raise exception 'no such record' using errcode = 'ZJ404'; end if;
  if head.version <> p_version then raise exception 'record changed' using errcode = 'ZJ409'; end if;
  select m.to_level into reached
    from public.level_move m join public.record_kind k on k.evidence = m.evidence
   where m.from_level = head.level and m.move = p_move and k.kind = head.kind;
  if reached is null then
    raise exception 'level % knows no move %', head.level, p_move using errcode = 'ZJ422';
  end if;
  if p_move = 'cancel-verification' and not exists (
    select from public.verification_cancellation c
     where c.person_id = p_person and c.id = p_proof and c.verification_id = head.verification_id) then
    raise exception 'no cancellation of this verification' using errcode = 'ZJ422';
  end if;
  if p_move = 'verify' and exists (
    select from public.verification_cancellation c where c.person_id = p_person and c.verification_id = p_proof) then
    raise exception 'a cancelled verification proves nothing' using errcode = 'ZJ422';
  end if;
  update public.record set
    level = reached,
    verification_id = case p_move when 'verify' then p_proof when 'cancel-verification' then null else verification_id end,
    approval_id = case p_move when 'freeze' then p_proof else approval_id end,
    updated_at = clock_timestamp()
  where person_id = p_person and id = p_record;
  return reached;
end
$$;
revoke execute on function move_level(uuid, uuid, int, text, uuid) from public;
grant execute on function move_level(uuid, uuid, int, text, uuid) to zhuji_app;

-- A second wall behind decideChange: what is not at D keeps its content and its version.
create function keep_fixed_record() returns trigger language plpgsql as $$
begin
  if old.level <> 'D' and new.level = old.level and
     (new.payload, new.sealed, new.version, new.status, new.kind)
       is distinct from (old.payload, old.sealed, old.version, old.status, old.kind)
  then raise exception 'a record at level % does not change', old.level using errcode = 'ZJ409';
  end if;
  return new;
end
$$;
create trigger keep_fixed_record before update on record for each row execute function keep_fixed_record();

grant select on level_move, record_kind, feed_batch, record, record_revision, scan, revision_scan, scan_display,
  original_verification, verification_cancellation, approval_freeze, record_use to zhuji_app;
-- A new record stands at D: level and its proofs are not the app role's to write.
grant insert (person_id, id, kind, version, payload, sealed, origin, source_key, status, code, rank, specialty,
  employer_code, from_date, to_date, valid_to) on record to zhuji_app;
grant update (version, payload, sealed, status, code, rank, specialty, employer_code, from_date, to_date, valid_to,
  updated_at) on record to zhuji_app;
grant insert on record_revision, scan, revision_scan, scan_display, original_verification, verification_cancellation,
  record_use to zhuji_app;
grant update (open) on record_use to zhuji_app;

create view education_record as
  select person_id, id, level, version, recheck, code, rank, specialty, from_date, to_date,
         payload ->> 'school' as school, payload -> 'level' ->> 'text' as level_as_printed, payload ->> 'issued' as issued
    from record where kind = 'education' and status = 'current';
create view degree_record as
  select person_id, id, level, version, recheck, code, rank, specialty,
         payload ->> 'school' as school, payload -> 'degree' ->> 'text' as degree_as_printed, payload ->> 'issued' as issued
    from record where kind = 'degree' and status = 'current';
grant select on education_record, degree_record to zhuji_app;
