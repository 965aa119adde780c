-- A phone change at a window: ten minutes, one clerk, one live read (R3.8). The person is known once the card was read.
create table phone_change (
  id uuid primary key,
  -- Of the challenge that the read carries.
  challenge_hash bytea not null unique,
  window_id uuid not null references service_window,
  clerk_id uuid not null references staff_account,
  person_id uuid,
  read_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  completed_at timestamptz,
  check ((person_id is null) = (read_id is null)),
  check (completed_at is null or person_id is not null),
  foreign key (person_id, read_id) references card_read (person_id, id)
);

-- Bindings that went to a number's new holder: the former one is told at the next sign-in attempt (R3.7).
create table lost_binding (
  person_id uuid not null references person,
  blind_index bytea not null,
  lost_at timestamptz not null default clock_timestamp(),
  primary key (person_id, blind_index, lost_at)
);

grant select, insert on phone_change to zhuji_app;
grant update (person_id, read_id, completed_at) on phone_change to zhuji_app;
grant select, insert, delete on lost_binding to zhuji_app;
