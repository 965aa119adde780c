-- A revision is the head's next one, written with it: none runs ahead, none is slipped in afterwards (R6.9).
alter table record_revision add constraint version_counts_from_one check (version > 0);

create function keep_revisions_in_line() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  if not exists (
    select from public.record r
     where r.person_id = new.person_id and r.id = new.record_id and r.version >= new.version) then
    raise exception 'a revision runs ahead of its record' using errcode = 'ZJ409';
  end if;
  if not exists (
    select from public.record_revision v
     where v.person_id = new.person_id and v.record_id = new.record_id and v.version = new.version - 1) then
    raise exception 'a revision follows the one before it' using errcode = 'ZJ409';
  end if;
  return null;
end
$$;
-- The first needs no look: the head's own key to its revision leaves room for no other.
create constraint trigger keep_revisions_in_line
  after insert on record_revision deferrable initially deferred
  for each row when (new.version > 1) execute function keep_revisions_in_line();
