-- A fresh code is for one act that weighs more, and for no other (R3.4).
delete from sms_code where purpose = 'weighty';
alter table sms_code
  drop constraint sms_code_purpose_check,
  add constraint sms_code_purpose_check
    check (purpose in ('registration', 'sign-in', 'phone-change', 'export', 'signature'));

-- A look for a complaint may be shown later: one member of staff asks, another sets the date (R12.1). Asked before the
-- look, under the id that its audit entry will bear; neither row ever changes, so that no date moves.
create table access_delay_request (
  person_id uuid not null references person,
  audit_id uuid not null,
  asked_by uuid not null references staff_account,
  matter text not null,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (person_id, audit_id),
  unique (person_id, audit_id, asked_by)
);
create table access_delay (
  person_id uuid not null,
  audit_id uuid not null,
  asked_by uuid not null,
  set_by uuid not null references staff_account,
  -- The first day on which the look is shown.
  shown_from date not null,
  set_at timestamptz not null default clock_timestamp(),
  primary key (person_id, audit_id),
  foreign key (person_id, audit_id, asked_by) references access_delay_request (person_id, audit_id, asked_by),
  check (set_by <> asked_by)
);
-- A person's timeline tells the batches that wrote for them, found by the entry that each revision names.
create index feed_report_audit on feed_report (audit_id);

grant select on access_delay_request, access_delay to zhuji_app;
grant insert (person_id, audit_id, asked_by, matter) on access_delay_request to zhuji_app;
grant insert (person_id, audit_id, asked_by, set_by, shown_from) on access_delay to zhuji_app;
