-- The app role works and owns nothing; it logs in with a password that the server derives from its master key.
do $$
begin
  if not exists (select from pg_roles where rolname = 'zhuji_app') then
    create role zhuji_app login nosuperuser nocreatedb nocreaterole noinherit;
  end if;
end
$$;
revoke all on schema public from public;
grant usage on schema public to zhuji_app;
