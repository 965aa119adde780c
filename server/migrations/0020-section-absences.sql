-- What a person declared to have nothing of, so that completeness need not ask again (R4.11).
create table section_absence (
  person_id uuid not null references person,
  section text not null
    check (section in ('education', 'title', 'skill', 'post', 'experience', 'performance')),
  declared_at timestamptz not null default clock_timestamp(),
  primary key (person_id, section)
);
grant select, delete on section_absence to zhuji_app;
grant insert (person_id, section) on section_absence to zhuji_app;
