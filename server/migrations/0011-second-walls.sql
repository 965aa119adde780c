-- A page belongs to its revision from the start: none joins a version that a clerk may have seen (R7.7).
alter table record_revision add column xid xid8 not null default pg_current_xact_id();

create function keep_pages() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if not exists (
    select from public.record_revision v
     where v.person_id = new.person_id and v.record_id = new.record_id and v.version = new.version
       and v.xid = pg_current_xact_id()) then
    raise exception 'the pages of a version are written with it' using errcode = 'ZJ409';
  end if;
  return null;
end
$$;
-- After the row: a revision of the same statement is there by then.
create trigger keep_pages after insert on revision_scan for each row execute function keep_pages();

-- What a record says changes by a next version, and only at D.
create or replace function keep_fixed_record() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
declare
  changed boolean :=
     (new.payload, new.sealed, new.version, new.status, new.kind, new.code, new.rank, new.specialty,
      new.employer_code, new.from_date, new.to_date, new.valid_to)
       is distinct from
     (old.payload, old.sealed, old.version, old.status, old.kind, old.code, old.rank, old.specialty,
      old.employer_code, old.from_date, old.to_date, old.valid_to);
begin
  if changed and old.level <> 'D' and new.level = old.level then
    raise exception 'a record at level % does not change', old.level using errcode = 'ZJ409';
  end if;
  if changed and new.version <> old.version + 1 then
    raise exception 'a record changes by its next version' using errcode = 'ZJ409';
  end if;
  return new;
end
$$;

-- When all is written the head says what its revision says (R6.9).
create function keep_true_head() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if exists (
    select from public.record r
      join public.record_revision v on v.person_id = r.person_id and v.record_id = r.id and v.version = r.version
     where r.person_id = new.person_id and r.id = new.id
       and (r.payload <> v.payload or (r.sealed is null) <> (v.sealed is null)
            or (r.status = 'deleted') <> (v.change = 'deleted'))) then
    raise exception 'the record is not what its revision says' using errcode = 'ZJ409';
  end if;
  return null;
end
$$;
create constraint trigger keep_true_head
  after insert or update of payload, sealed, version, status on record
  deferrable initially deferred for each row execute function keep_true_head();

-- When something was, and in which transaction, the database says.
revoke insert on audit_entry, audit_root, access_entry, record_revision, scan_display, original_verification,
  verification_cancellation from zhuji_app;
grant insert (id, role, actor_id, office_id, act, person_id, object_kind, object_id, object_version, matter, details,
  salt, commitment, request_id) on audit_entry to zhuji_app;
grant insert (number, from_xid, below_xid, entries, root, previous, leaves, signature) on audit_root to zhuji_app;
grant insert (person_id, id, audit_id, office, role, reason, matter, act) on access_entry to zhuji_app;
grant insert (person_id, record_id, version, payload, sealed, change, role, actor_id, audit_id)
  on record_revision to zhuji_app;
grant insert (person_id, record_id, version, page, clerk_id) on scan_display to zhuji_app;
grant insert (person_id, id, record_id, version, outcome, confirmed, reasons, note, presented_by, department_id,
  window_id, clerk_id) on original_verification to zhuji_app;
grant insert (person_id, id, verification_id, reason, department_id, clerk_id)
  on verification_cancellation to zhuji_app;

-- An entry goes through the log as a whole, never into a month by itself.
do $$
declare
  part regclass;
begin
  for part in select relid from pg_partition_tree('public.audit_entry') where level > 0 loop
    execute format('revoke insert on %s from zhuji_app', part);
  end loop;
end
$$;
create or replace function ensure_audit_partition(month date) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  first date := date_trunc('month', month);
  name text := 'audit_entry_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('public.' || name) is null then
    execute format('create table public.%I partition of public.audit_entry for values from (%L) to (%L)',
      name, first, (first + interval '1 month')::date);
    execute format('grant select on public.%I to zhuji_app', name);
  end if;
end
$$;

create or replace function move_level(p_person uuid, p_record uuid, p_version int, p_move text, p_proof uuid)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
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
  -- The department that verified, or what it was merged into (R6.4).
  if p_move = 'cancel-verification' and not exists (
    with recursive heir as (
      select d.id, d.successor_id
        from public.original_verification v join public.department d on d.id = v.department_id
       where v.person_id = p_person and v.id = head.verification_id
      union
      select d.id, d.successor_id from public.department d join heir on heir.successor_id = d.id)
    select from public.verification_cancellation c join heir on heir.id = c.department_id
     where c.person_id = p_person and c.id = p_proof and c.verification_id = head.verification_id) then
    raise exception 'no cancellation of this verification by its department' using errcode = 'ZJ422';
  end if;
  if p_move = 'cancel-verification' and exists (
    select from public.record_use u where u.person_id = p_person and u.record_id = p_record and u.open) then
    raise exception 'an application in progress uses the record' using errcode = 'ZJ422';
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

-- Written and never read, or never written.
alter table registration_attempt drop column number_index, drop column mobile_index;
alter table demo_outbox drop column person_id;
