-- The person objects to a credit record as a version of it stood, and an administrator answers (R12.4).
create table credit_objection (
  person_id uuid not null references person,
  id uuid not null,
  record_id uuid not null,
  version int not null,
  -- Sealed, both: they tell of the person.
  text bytea not null,
  answer bytea,
  status text not null default 'open' check (status in ('open', 'upheld', 'rejected')),
  created_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  answered_by uuid references staff_account,
  primary key (person_id, id),
  foreign key (person_id, record_id, version) references record_revision (person_id, record_id, version),
  check ((status = 'open') = (answer is null)),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null))
);
create unique index one_open_objection on credit_objection (person_id, record_id) where status = 'open';
create index credit_objection_open on credit_objection (created_at, id) where status = 'open';

-- An answer is given once; when, the database says.
create function keep_answer() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.status <> 'open' then
    raise exception 'an objection is answered once' using errcode = 'ZJ409';
  end if;
  new.answered_at := clock_timestamp();
  return new;
end
$$;
create trigger keep_answer before update on credit_objection for each row execute function keep_answer();

grant select on credit_objection to zhuji_app;
grant insert (person_id, id, record_id, version, text) on credit_objection to zhuji_app;
grant update (status, answer, answered_by) on credit_objection to zhuji_app;
