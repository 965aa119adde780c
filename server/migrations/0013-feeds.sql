-- What third-party systems tell (R11.1): a batch is applied in one transaction and reported once.
alter table feed_batch add column xid xid8 not null default pg_current_xact_id();

create table feed_report (
  batch_id uuid primary key references feed_batch,
  -- Keyed, of the lines as they came: the same number with other lines is another batch.
  digest bytea not null,
  audit_id uuid not null,
  lines int not null,
  taken int not null,
  -- Number and reason of each line that was not taken; no values.
  rejected jsonb not null,
  -- The latest month of social security in the batch: what lies after the latest of all is not yet reported (R8.4).
  newest_month date
);
create index feed_report_newest_month on feed_report (newest_month) where newest_month is not null;

alter table record
  add constraint fed_record_has_source check (origin <> 'feed' or (level = 'A' and source_key is not null));
-- A line cannot double: each of these kinds has one source.
create unique index record_fed on record (person_id, kind, source_key) where origin = 'feed';

-- The app role's only way to write at A. Gives whose records are new or corrected; what says the same stays as it is.
create function keep_fed_records(p_batch uuid, p_audit uuid, p_role text, p_lines jsonb) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  changed uuid[];
begin
  if not exists (select from public.feed_batch b where b.id = p_batch and b.xid = pg_current_xact_id()) then
    raise exception 'records are kept by the transaction that claimed their batch' using errcode = 'ZJ409';
  end if;
  with line as (
    select * from jsonb_to_recordset(p_lines) as l (person_id uuid, id uuid, kind text, source_key text,
      payload jsonb, code text, rank int, specialty text, employer_code text, from_date date, to_date date,
      valid_to date)),
  head as (
    insert into public.record as r (person_id, id, kind, level, payload, origin, source_key, batch_id, code, rank,
                                    specialty, employer_code, from_date, to_date, valid_to)
    select person_id, id, kind, 'A', payload, 'feed', source_key, p_batch, code, rank,
           specialty, employer_code, from_date, to_date, valid_to
      from line order by person_id, kind, source_key
    on conflict (person_id, kind, source_key) where origin = 'feed' do update set
      version = r.version + 1, payload = excluded.payload, batch_id = excluded.batch_id, code = excluded.code,
      rank = excluded.rank, specialty = excluded.specialty, employer_code = excluded.employer_code,
      from_date = excluded.from_date, to_date = excluded.to_date, valid_to = excluded.valid_to,
      updated_at = clock_timestamp()
    where r.payload <> excluded.payload
    returning r.person_id, r.id, r.version, r.payload),
  revision as (
    insert into public.record_revision (person_id, record_id, version, payload, change, role, audit_id)
    select person_id, id, version, payload, case version when 1 then 'created' else 'corrected' end, p_role, p_audit
      from head)
  select coalesce(array_agg(distinct person_id), '{}') into changed from head;
  return changed;
end
$$;
revoke execute on function keep_fed_records(uuid, uuid, text, jsonb) from public;
grant execute on function keep_fed_records(uuid, uuid, text, jsonb) to zhuji_app;

-- What stands at A changes with another batch only, and no batch is the app role's to write (R11.4).
create or replace function keep_fixed_record() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
declare
  changed boolean :=
     (new.payload, new.sealed, new.version, new.status, new.kind, new.code, new.rank, new.specialty,
      new.employer_code, new.from_date, new.to_date, new.valid_to)
       is distinct from
     (old.payload, old.sealed, old.version, old.status, old.kind, old.code, old.rank, old.specialty,
      old.employer_code, old.from_date, old.to_date, old.valid_to);
  corrected boolean := old.level = 'A' and new.batch_id is distinct from old.batch_id;
begin
  if changed and old.level <> 'D' and new.level = old.level and not corrected then
    raise exception 'a record at level % does not change', old.level using errcode = 'ZJ409';
  end if;
  if changed and new.version <> old.version + 1 then
    raise exception 'a record changes by its next version' using errcode = 'ZJ409';
  end if;
  return new;
end
$$;

create table enterprise (
  id uuid primary key,
  credit_code text not null unique check (length(credit_code) = 18),
  name text not null,
  kind text,
  district text,
  batch_id uuid references feed_batch,
  created_at timestamptz not null default clock_timestamp()
);

-- What a correction replaced (R11.4).
create table enterprise_former (
  enterprise_id uuid not null references enterprise,
  id uuid not null default gen_random_uuid(),
  name text not null,
  kind text,
  district text,
  batch_id uuid references feed_batch,
  replaced_at timestamptz not null default clock_timestamp(),
  primary key (enterprise_id, id)
);
create function keep_former_enterprise() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.enterprise_former (enterprise_id, name, kind, district, batch_id)
  values (old.id, old.name, old.kind, old.district, old.batch_id);
  return null;
end
$$;
create trigger keep_former_enterprise after update on enterprise
  for each row execute function keep_former_enterprise();

-- A link, not a record (R4.9): it begins and ends and is never rewritten.
create table employment (
  person_id uuid not null references person,
  id uuid not null,
  enterprise_id uuid not null references enterprise,
  duty text not null,
  -- Class and grade of the qualification that the person supports there.
  supports text,
  from_date date not null,
  source_key text not null,
  batch_id uuid not null references feed_batch,
  created_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by text check (ended_by in ('practitioner', 'feed')),
  ended_batch_id uuid references feed_batch,
  primary key (person_id, id),
  check ((ended_at is null) = (ended_by is null)),
  check ((ended_batch_id is not null) = (ended_by is not distinct from 'feed'))
);
create unique index employment_open on employment (person_id, source_key) where ended_at is null;
create index employment_enterprise on employment (enterprise_id) where ended_at is null;

create table employment_use (
  person_id uuid not null,
  employment_id uuid not null,
  application_id uuid not null,
  application_number text not null,
  open boolean not null,
  primary key (person_id, employment_id, application_id),
  foreign key (person_id, employment_id) references employment (person_id, id)
);
create index employment_use_open on employment_use (person_id, employment_id) where open;

-- A second wall behind decideEnding; when it ended the database says.
create function keep_ending() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.ended_at is not null then
    raise exception 'an employment that has ended stays as it is' using errcode = 'ZJ409';
  end if;
  if new.ended_by = 'practitioner' and exists (
    select from public.employment_use u
     where u.person_id = old.person_id and u.employment_id = old.id and u.open) then
    raise exception 'an application in progress needs the employment' using errcode = 'ZJ409';
  end if;
  new.ended_at := clock_timestamp();
  return new;
end
$$;
create trigger keep_ending before update on employment for each row execute function keep_ending();

-- No foreign key to person: a line carries its person_id from birth and attaches by itself when the card is read (R11.2).
create table social_security (
  person_id uuid not null,
  source_key text not null,
  month date not null check (extract(day from month) = 1),
  unit text not null,
  unit_code text,
  paid boolean not null,
  batch_id uuid not null references feed_batch,
  primary key (person_id, source_key)
);

-- What a correction replaced (R11.4).
create table social_security_former (
  person_id uuid not null,
  source_key text not null,
  batch_id uuid not null references feed_batch,
  month date not null,
  unit text not null,
  unit_code text,
  paid boolean not null,
  replaced_at timestamptz not null default clock_timestamp(),
  primary key (person_id, source_key, batch_id)
);
create function keep_former_month() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.social_security_former (person_id, source_key, batch_id, month, unit, unit_code, paid)
  values (old.person_id, old.source_key, old.batch_id, old.month, old.unit, old.unit_code, old.paid);
  return null;
end
$$;
create trigger keep_former_month after update on social_security
  for each row execute function keep_former_month();

-- Of people never collected nothing stays that is older than this, and no key without a month (R11.2).
create function sweep_uncollected(p_before date) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  bare record;
  swept int;
begin
  -- No batch runs meanwhile: it may just have found a key that has no month yet.
  lock table public.feed_batch in exclusive mode;
  with unread as (
    select k.person_id from public.person_key k
     where not exists (select from public.person p where p.person_id = k.person_id)),
  former as (
    delete from public.social_security_former s using unread u
     where s.person_id = u.person_id and s.month < p_before),
  gone as (
    delete from public.social_security s using unread u
     where s.person_id = u.person_id and s.month < p_before returning 1)
  select count(*) into swept from gone;
  for bare in
    select k.kind, k.key_id, k.blind_index, k.person_id from public.person_key k
     where not exists (select from public.person p where p.person_id = k.person_id)
       and not exists (select from public.social_security s where s.person_id = k.person_id)
     limit 5000
  loop
    -- The lock of a card that is just being read: who reads one may have found the key already.
    if pg_try_advisory_xact_lock(('x' || encode(substr(bare.blind_index, 1, 8), 'hex'))::bit(64)::bigint) then
      delete from public.person_key k
       where k.kind = bare.kind and k.key_id = bare.key_id and k.blind_index = bare.blind_index
         and not exists (select from public.person p where p.person_id = k.person_id);
    end if;
  end loop;
  return swept;
end
$$;
revoke execute on function sweep_uncollected(date) from public;
grant execute on function sweep_uncollected(date) to zhuji_app;

grant select on feed_report, enterprise, enterprise_former, employment, employment_use, social_security,
  social_security_former to zhuji_app;
grant insert (id, source, batch_number) on feed_batch to zhuji_app;
grant insert on feed_report, employment_use to zhuji_app;
grant insert (id, credit_code, name, kind, district, batch_id) on enterprise to zhuji_app;
grant update (name, kind, district, batch_id) on enterprise to zhuji_app;
grant insert (person_id, id, enterprise_id, duty, supports, from_date, source_key, batch_id) on employment to zhuji_app;
grant update (ended_by, ended_batch_id) on employment to zhuji_app;
grant update (open) on employment_use to zhuji_app;
grant insert on social_security to zhuji_app;
grant update (month, unit, unit_code, paid, batch_id) on social_security to zhuji_app;
