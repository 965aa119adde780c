-- What each sealed entry hashed to, under the signed root: so that the altered or missing one can be named.
alter table audit_root add column leaves bytea not null;

-- The typed columns are what evaluation reads: what is not at D keeps them as well.
create or replace function keep_fixed_record() returns trigger language plpgsql as $$
begin
  if old.level <> 'D' and new.level = old.level and
     (new.payload, new.sealed, new.version, new.status, new.kind, new.code, new.rank, new.specialty,
      new.employer_code, new.from_date, new.to_date, new.valid_to)
       is distinct from
     (old.payload, old.sealed, old.version, old.status, old.kind, old.code, old.rank, old.specialty,
      old.employer_code, old.from_date, old.to_date, old.valid_to)
  then raise exception 'a record at level % does not change', old.level using errcode = 'ZJ409';
  end if;
  return new;
end
$$;
