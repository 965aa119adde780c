-- A profile's records as they were last sent, kept until its version grows: what is read a hundred times for every
-- write is made once. Nothing stands here that `record` does not hold as plain or as sealed.
create table ready_profile (
  person_id uuid primary key references person,
  profile_version bigint not null,
  -- Of the text: another release may make another one of the same rows.
  form int not null,
  signature text not null,
  none text[] not null,
  records text not null,
  sealed json
);
-- In the row where it fits: most profiles are a few kilobytes.
alter table ready_profile alter column records set storage main;
grant select, insert, update on ready_profile to zhuji_app;
