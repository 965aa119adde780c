create table session (
  token_hash bytea primary key,
  role text not null check (role in ('practitioner', 'clerk', 'enterprise', 'reviewer', 'administrator')),
  person_id uuid references person,
  staff_id uuid references staff_account,
  window_id uuid references service_window,
  department_id uuid references department,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  check ((role = 'practitioner') = (person_id is not null)),
  check ((role <> 'practitioner') = (staff_id is not null))
);
create index session_person on session (person_id) where person_id is not null;
create index session_staff on session (staff_id) where staff_id is not null;

-- A browser that has signed in before keeps its own allowance, so that nobody can lock another out (R3.4).
create table known_browser (
  person_id uuid not null references person,
  browser_hash bytea not null,
  first_seen_at timestamptz not null default clock_timestamp(),
  primary key (person_id, browser_hash)
);

create table captcha (
  id uuid primary key,
  face text not null check (face in ('picture', 'proof')),
  answer_hash bytea,
  challenge jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  -- An answer is tried once; a right one opens the form of the browser that gave it.
  tried_at timestamptz,
  opened_for bytea,
  spent_at timestamptz
);

create table registration_attempt (
  token_hash bytea primary key,
  -- Everything typed so far, sealed.
  typed bytea not null,
  number_index bytea not null,
  step text not null check (step in ('card-facts', 'phone', 'done')),
  person_id uuid references person,
  mobile_index bytea,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);

create table sms_code (
  person_id uuid not null references person,
  id uuid not null,
  purpose text not null check (purpose in ('registration', 'sign-in', 'phone-change', 'weighty')),
  mobile_index bytea not null,
  mobile bytea not null,
  -- The browser that asked: a second use from another one needs more (R3.4).
  browser_hash bytea,
  used_by bytea,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  used_at timestamptz,
  voided_at timestamptz,
  wrong_tries int not null default 0,
  expires_at timestamptz not null,
  primary key (person_id, id)
);
create index sms_code_live on sms_code (person_id, purpose, created_at desc);

-- Text messages other than codes, by template: what is said is made at send time.
create table sms_message (
  person_id uuid not null references person,
  id uuid not null,
  template text not null,
  mobile bytea not null,
  facts jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  primary key (person_id, id)
);

-- The demo gateway's outbox; filled in demo mode only.
create table demo_outbox (
  id uuid primary key,
  person_id uuid,
  mobile bytea not null,
  body bytea not null,
  sent_at timestamptz not null default clock_timestamp()
);

-- Counters of limits and lock-outs, one table for every server process.
create table allowance (
  key text primary key,
  points int not null default 0,
  expire bigint
);

grant select, insert, update, delete on session, captcha, registration_attempt, allowance to zhuji_app;
grant select, insert on known_browser, sms_code, sms_message, demo_outbox to zhuji_app;
grant update (sent_at, used_at, used_by, voided_at, wrong_tries) on sms_code to zhuji_app;
grant update (sent_at) on sms_message to zhuji_app;
