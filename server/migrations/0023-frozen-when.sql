-- When an approval froze a record: its history tells it (R6.9). By the database's clock, as every such time.
alter table approval_freeze add column at timestamptz not null default clock_timestamp();
