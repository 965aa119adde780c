-- The printed form 签名信息采集表: one for each state of the person's card, so that printing again prints the same (R10.1).
create table signature_form (
  person_id uuid not null references person,
  id uuid not null,
  card_version int not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (person_id, id),
  unique (person_id, card_version)
);

-- Every accepted upload: the form's scan and the signature cut out of it, both encrypted under these keys (R10.2).
create table signature (
  person_id uuid not null,
  id uuid not null,
  -- The newest upload is the only one that can be confirmed.
  number int not null check (number > 0),
  form_id uuid not null,
  scan_blob text not null,
  scan_bytes int not null check (scan_bytes > 0),
  scan_width int not null,
  scan_height int not null,
  scan_dpi int not null,
  cut_out_blob text not null,
  cut_out_bytes int not null check (cut_out_bytes > 0),
  cut_out_width int not null,
  cut_out_height int not null,
  audit_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (person_id, id),
  unique (person_id, number),
  foreign key (person_id, form_id) references signature_form
);

-- That the person confirmed it: the newest filing is the reference, the earlier ones stay (R10.3).
create table signature_filing (
  person_id uuid not null,
  signature_id uuid not null,
  audit_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, signature_id),
  foreign key (person_id, signature_id) references signature
);

-- Nothing of it is ever changed or deleted, and when it was the database says.
grant select on signature_form, signature, signature_filing to zhuji_app;
grant insert (person_id, id, card_version) on signature_form to zhuji_app;
grant insert (person_id, id, number, form_id, scan_blob, scan_bytes, scan_width, scan_height, scan_dpi, cut_out_blob,
  cut_out_bytes, cut_out_width, cut_out_height, audit_id) on signature to zhuji_app;
grant insert (person_id, signature_id, audit_id) on signature_filing to zhuji_app;
