-- A profile names the departments that verified or refused: another name is another version of each such profile, so
-- that neither the kept text nor a browser's copy shows the former one. In one order, so that two cannot wait for each other.
create function renew_profiles_of_department() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.person set profile_version = profile_version + 1
   where person_id in (
     select p.person_id from public.person p
      where p.person_id in (
        select v.person_id from public.original_verification v where v.department_id = new.id
        union
        select c.person_id from public.verification_cancellation c where c.department_id = new.id)
      order by p.person_id for no key update);
  return null;
end
$$;
revoke execute on function renew_profiles_of_department() from public;
create trigger renew_profiles_of_department after update of name on department
  for each row when (old.name <> new.name) execute function renew_profiles_of_department();
