-- References and a salted commitment, no values; read in commit order below pg_snapshot_xmin.
create table audit_entry (
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  role text not null,
  actor_id uuid,
  office_id uuid,
  act text not null,
  person_id uuid,
  object_kind text,
  object_id uuid,
  object_version int,
  matter text,
  -- Codes and references only, never personal values.
  details jsonb not null default '{}',
  salt bytea not null,
  commitment bytea not null,
  request_id text,
  primary key (at, id)
) partition by range (at);
create index audit_entry_person on audit_entry (person_id, at);
create index audit_entry_xid on audit_entry (xid);

create function ensure_audit_partition(month date) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  first date := date_trunc('month', month);
  name text := 'audit_entry_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('public.' || name) is null then
    execute format('create table public.%I partition of public.audit_entry for values from (%L) to (%L)',
      name, first, (first + interval '1 month')::date);
    execute format('grant select, insert on public.%I to zhuji_app', name);
  end if;
end
$$;
create table audit_entry_rest partition of audit_entry default;
select ensure_audit_partition((current_date + make_interval(months => n))::date) from generate_series(0, 12) n;

-- Roots of the sealed stretches, each signed by a key outside the database.
create table audit_root (
  number bigint primary key,
  from_xid xid8 not null,
  below_xid xid8 not null,
  entries bigint not null,
  root bytea not null,
  previous bytea not null,
  signature bytea not null,
  signed_at timestamptz not null default clock_timestamp(),
  unique (from_xid)
);

-- The person's own timeline: one row for each person whose data were looked at or changed (R12.1).
create table access_entry (
  person_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  id uuid not null,
  audit_id uuid not null,
  office text,
  role text not null,
  reason text,
  matter text,
  act text not null,
  primary key (person_id, at, id)
);

grant select, insert on audit_entry, audit_root, access_entry to zhuji_app;
revoke execute on function ensure_audit_partition(date) from public;
grant execute on function ensure_audit_partition(date) to zhuji_app;
