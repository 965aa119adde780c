-- A list of full names as an administrator imported it: what it is and where it comes from (R4.6).
create table full_name_import (
  id uuid primary key,
  list text not null check (list in ('schools', 'specialties', 'units', 'issuers', 'committees')),
  source text not null,
  edition text not null,
  status text not null default 'open' check (status in ('open', 'complete', 'withdrawn')),
  names int not null default 0,
  -- Null for the demo's own list.
  imported_by uuid references staff_account,
  started_at timestamptz not null default clock_timestamp(),
  completed_at timestamptz,
  withdrawn_by uuid references staff_account,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  check ((status = 'withdrawn') = (withdrawn_at is not null))
);
create index full_name_import_newest on full_name_import (started_at desc, id);

create table full_name_entry (
  import_id uuid not null references full_name_import,
  name text not null check (length(name) between 1 and 100),
  primary key (import_id, name)
);

-- Every two neighbouring signs: finds Chinese words of two signs, which trigrams cannot.
create function bigrams(name text) returns text[]
language sql immutable strict parallel safe
return array(select distinct substr(lower(name), at, 2) from generate_series(1, length(name) - 1) at);

-- What may be offered, and how it is known. A name that fewer than three people brought may be one person's own.
create table full_name (
  list text not null,
  name text not null check (length(name) between 1 and 100),
  persons int not null default 0 check (persons >= 0),
  imports int not null default 0 check (imports >= 0),
  suggested boolean not null generated always as (persons >= 3 or imports > 0) stored,
  primary key (list, name)
);
create index full_name_prefix on full_name (list, name text_pattern_ops) where suggested;
create index full_name_within on full_name using gin (bigrams(name)) where suggested;

-- Whose verified records bear a name: each person counts once for it.
create table full_name_witness (
  person_id uuid not null references person,
  list text not null,
  name text not null,
  primary key (person_id, list, name),
  foreign key (list, name) references full_name
);

grant select on full_name_import, full_name_entry, full_name, full_name_witness to zhuji_app;
grant insert (id, list, source, edition, imported_by) on full_name_import to zhuji_app;
grant update (status, names, completed_at, withdrawn_by, withdrawn_at, withdrawal_reason) on full_name_import to zhuji_app;
grant insert on full_name_entry to zhuji_app;
grant insert (list, name, persons, imports) on full_name to zhuji_app;
grant update (persons, imports) on full_name to zhuji_app;
grant insert, delete on full_name_witness to zhuji_app;
