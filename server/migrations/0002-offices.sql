create table department (
  id uuid primary key,
  code text not null unique,
  name text not null,
  scope text not null check (scope in ('city', 'district')),
  district text not null,
  -- A merged department's acts pass to its successor (R6.4 outlives mergers).
  successor_id uuid references department,
  created_at timestamptz not null default clock_timestamp()
);

create table service_window (
  id uuid primary key,
  department_id uuid not null references department,
  code text not null unique,
  name text not null,
  address text not null,
  hours text,
  phone text,
  status text not null default 'open' check (status in ('open', 'suspended'))
);

create table staff_account (
  id uuid primary key,
  account text not null unique,
  display_name text not null,
  role text not null check (role in ('clerk', 'enterprise', 'reviewer', 'administrator')),
  department_id uuid references department,
  window_id uuid references service_window,
  password_hash text not null,
  second_factor bytea not null,
  -- A second-factor step is used once.
  second_factor_step bigint not null default 0,
  status text not null default 'active' check (status in ('active', 'suspended')),
  created_at timestamptz not null default clock_timestamp(),
  check (role <> 'clerk' or (department_id is not null and window_id is not null))
);

create table reader (
  id uuid primary key,
  window_id uuid not null references service_window,
  public_key bytea not null unique,
  sam_id bytea not null,
  status text not null default 'enrolled' check (status in ('enrolled', 'revoked')),
  enrolled_at timestamptz not null default clock_timestamp()
);

create table reader_enrolment (
  code_hash bytea primary key,
  window_id uuid not null references service_window,
  expires_at timestamptz not null,
  reader_id uuid references reader,
  created_at timestamptz not null default clock_timestamp()
);

-- Each read of a reader's running counter is receipted once (R2.4, R2.6).
create table read_receipt (
  reader_id uuid not null references reader,
  counter bigint not null,
  read_id uuid not null,
  receipt_id uuid not null unique,
  -- Of the signed bytes: the same counter with other content is refused.
  digest bytea not null,
  outcome text not null check (outcome in ('first', 'refreshed', 'same')),
  flags text[] not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (reader_id, counter),
  unique (reader_id, read_id)
);

create table data_key (
  purpose text not null,
  id smallint not null,
  suite smallint not null,
  wrapped bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz,
  primary key (purpose, id)
);

create extension if not exists pg_trgm;

create table installation (
  one boolean primary key default true check (one),
  -- Set when demo created the database; demo parts refuse any other.
  demo boolean not null,
  created_at timestamptz not null default clock_timestamp()
);

grant select on department, service_window, installation to zhuji_app;
grant insert on department, service_window, installation to zhuji_app;
grant select, insert on staff_account to zhuji_app;
grant update (second_factor_step, status, password_hash) on staff_account to zhuji_app;
grant select, insert on reader to zhuji_app;
grant update (status) on reader to zhuji_app;
grant select, insert on reader_enrolment to zhuji_app;
grant update (reader_id) on reader_enrolment to zhuji_app;
grant select, insert on read_receipt to zhuji_app;
grant select, insert on data_key to zhuji_app;
