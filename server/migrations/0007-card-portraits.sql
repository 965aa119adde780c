-- A renewed card brings a new portrait: the earlier one stays with the version that it came with (R2.5, R2.10).
alter table card_version
  add column portrait bytea,
  add column portrait_format text not null default 'none' check (portrait_format in ('wlt', 'jpeg', 'none'));
