-- The kinds of all ten sections. What feeds alone supply stands at A and knows no move.
alter table record_kind drop constraint record_kind_evidence_check,
  add constraint record_kind_evidence_check check (evidence in ('original', 'declaration', 'supplied'));
insert into record_kind values
  ('title', 'original'), ('skill', 'original'), ('post', 'original'),
  ('experience', 'declaration'), ('performance', 'declaration'),
  ('registration', 'supplied'), ('credit', 'supplied');

create view title_record as
  select person_id, id, level, version, recheck, code, rank, specialty, from_date as approved,
         payload -> 'title' ->> 'text' as title_as_printed, payload -> 'specialtySource' ->> 'code' as specialty_source,
         payload ->> 'issuer' as issuer
    from record where kind = 'title' and status = 'current';
create view skill_record as
  select person_id, id, level, version, recheck, origin, code, rank, specialty as trade, from_date as issued,
         payload ->> 'name' as name, payload -> 'trade' ->> 'text' as trade_as_printed
    from record where kind = 'skill' and status = 'current';
create view post_record as
  select person_id, id, level, version, recheck, code, specialty, from_date as issued, valid_to,
         payload -> 'post' ->> 'text' as post_as_printed, payload -> 'province' ->> 'code' as province
    from record where kind = 'post' and status = 'current';
create view experience_record as
  select person_id, id, level, version, recheck, code as field, specialty, employer_code, from_date, to_date,
         payload ->> 'employer' as employer
    from record where kind = 'experience' and status = 'current';
create view performance_record as
  select person_id, id, level, version, recheck, origin, code as role, specialty as project_type, from_date, to_date,
         payload -> 'scale' ->> 'code' as scale, payload ->> 'project' as project
    from record where kind = 'performance' and status = 'current';
create view registration_record as
  select person_id, id, level, version, recheck, code, specialty, employer_code, from_date, valid_to,
         payload -> 'status' ->> 'code' as status
    from record where kind = 'registration' and status = 'current';
create view credit_record as
  select person_id, id, level, version, code as kind, from_date as decided, valid_to, payload ->> 'matter' as matter
    from record where kind = 'credit' and status = 'current';
grant select on title_record, skill_record, post_record, experience_record, performance_record, registration_record,
  credit_record to zhuji_app;
