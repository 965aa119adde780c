-- The directory of identities: a card or a feed line creates an entry (only a card read creates a person).
create table person_key (
  kind text not null,
  key_id smallint not null,
  blind_index bytea not null,
  person_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (kind, key_id, blind_index)
);
create index person_key_person on person_key (person_id);

create table person (
  person_id uuid primary key,
  -- Plain for search, decided in docs/decisions.
  name text not null,
  card_kind text not null,
  -- The current card's facts, sealed whole.
  card bytea not null,
  card_digest bytea not null,
  -- Version of the current card facts; earlier ones are in card_version.
  card_version int not null default 1,
  portrait bytea,
  portrait_format text not null default 'none' check (portrait_format in ('wlt', 'jpeg', 'none')),
  flags text[] not null default '{}',
  -- The first phone binding after an enterprise's batch read is marked until the person confirms it (R2.9).
  binding_to_confirm boolean not null default false,
  -- Grows with everything shown in the profile; the ETag of the profile.
  profile_version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp()
);
create index person_name on person (name text_pattern_ops, person_id);

create table person_document (
  person_id uuid not null references person,
  id uuid not null,
  kind text not null,
  number bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (person_id, id)
);

-- A printed form confirmed by two clerks stands beside the chip's where chip and print differ (R3.1).
create table printed_form (
  person_id uuid not null references person,
  id uuid not null,
  card_version int not null,
  facts bytea not null,
  first_clerk_id uuid not null references staff_account,
  second_clerk_id uuid references staff_account,
  created_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  primary key (person_id, id),
  check (second_clerk_id is null or second_clerk_id <> first_clerk_id),
  check ((second_clerk_id is null) = (confirmed_at is null))
);

create table card_version (
  person_id uuid not null references person,
  version int not null,
  name text not null,
  card bytea not null,
  read_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (person_id, version)
);

create table card_read (
  person_id uuid not null references person,
  id uuid not null,
  reader_id uuid not null references reader,
  counter bigint not null,
  window_id uuid not null references service_window,
  clerk_id uuid not null references staff_account,
  read_at timestamptz not null,
  presented_by text not null check (presented_by in ('person', 'agent', 'enterprise')),
  assurance text not null,
  sam_id bytea not null,
  -- The raw block, sealed: kept exactly as read (R2.2).
  text_block bytea not null,
  card_version int not null,
  live boolean not null default false,
  received_at timestamptz not null default clock_timestamp(),
  primary key (person_id, id),
  unique (person_id, reader_id, counter)
);

-- One phone, one person (R3.6); one person, one phone.
create table phone_binding (
  key_id smallint not null,
  blind_index bytea not null,
  person_id uuid not null unique references person,
  mobile bytea not null,
  bound_at timestamptz not null default clock_timestamp(),
  primary key (blind_index)
);

grant select, insert on person_key, person, person_document, card_version, card_read, printed_form to zhuji_app;
grant update (name, card_kind, card, card_digest, card_version, portrait, portrait_format, flags,
              binding_to_confirm, profile_version) on person to zhuji_app;
grant update (second_clerk_id, confirmed_at) on printed_form to zhuji_app;
grant select, insert, delete on phone_binding to zhuji_app;
