-- What a source may write at A (R11.1, R11.2): the kinds of the sources, as the domain has them.
create table fed_kind (
  source text primary key,
  kind text not null references record_kind
);
insert into fed_kind values ('registrations', 'registration'), ('contracts', 'performance'), ('credit', 'credit');
grant select on fed_kind to zhuji_app;

create or replace function keep_fed_records(p_batch uuid, p_audit uuid, p_role text, p_lines jsonb) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  fed text;
  changed uuid[];
begin
  if not exists (select from public.feed_batch b where b.id = p_batch and b.xid = pg_current_xact_id()) then
    raise exception 'records are kept by the transaction that claimed their batch' using errcode = 'ZJ409';
  end if;
  select f.kind into fed
    from public.feed_batch b join public.fed_kind f on f.source = b.source where b.id = p_batch;
  if exists (select from jsonb_to_recordset(p_lines) as l (kind text) where l.kind is distinct from fed) then
    raise exception 'the source of batch % does not supply this kind of record', p_batch using errcode = 'ZJ422';
  end if;
  with line as (
    select * from jsonb_to_recordset(p_lines) as l (person_id uuid, id uuid, kind text, source_key text,
      payload jsonb, code text, rank int, specialty text, employer_code text, from_date date, to_date date,
      valid_to date)),
  head as (
    insert into public.record as r (person_id, id, kind, level, payload, origin, source_key, batch_id, code, rank,
                                    specialty, employer_code, from_date, to_date, valid_to)
    select person_id, id, kind, 'A', payload, 'feed', source_key, p_batch, code, rank,
           specialty, employer_code, from_date, to_date, valid_to
      from line order by person_id, kind, source_key
    on conflict (person_id, kind, source_key) where origin = 'feed' do update set
      version = r.version + 1, payload = excluded.payload, batch_id = excluded.batch_id, code = excluded.code,
      rank = excluded.rank, specialty = excluded.specialty, employer_code = excluded.employer_code,
      from_date = excluded.from_date, to_date = excluded.to_date, valid_to = excluded.valid_to,
      updated_at = clock_timestamp()
    where r.payload <> excluded.payload
    returning r.person_id, r.id, r.version, r.payload),
  revision as (
    insert into public.record_revision (person_id, record_id, version, payload, change, role, audit_id)
    select person_id, id, version, payload, case version when 1 then 'created' else 'corrected' end, p_role, p_audit
      from head)
  select coalesce(array_agg(distinct person_id), '{}') into changed from head;
  return changed;
end
$$;

-- No batch without its entry in the log: what came with it can always be told from what nobody sent (R12.3).
create function keep_batch_audited() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  if not exists (
    select from public.audit_entry a
     where a.xid = new.xid and a.act = 'apply-feed-lines' and a.object_id = new.id) then
    raise exception 'batch % has no entry in the log', new.id using errcode = 'ZJ409';
  end if;
  return null;
end
$$;
create constraint trigger keep_batch_audited after insert on feed_batch
  deferrable initially deferred for each row execute function keep_batch_audited();

-- Nothing younger than 24 months is anybody's to sweep, and no key goes before the last month that hangs on it.
create or replace function sweep_uncollected(p_before date) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  bare record;
  swept int;
begin
  if p_before > date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '23 months' then
    raise exception 'months are kept for 24' using errcode = 'ZJ422';
  end if;
  -- No batch runs meanwhile: it may just have found a key that has no month yet.
  lock table public.feed_batch in exclusive mode;
  with unread as (
    select k.person_id from public.person_key k
     where not exists (select from public.person p where p.person_id = k.person_id)),
  former as (
    delete from public.social_security_former s using unread u
     where s.person_id = u.person_id and s.month < p_before),
  gone as (
    delete from public.social_security s using unread u
     where s.person_id = u.person_id and s.month < p_before returning 1)
  select count(*) into swept from gone;
  for bare in
    select k.kind, k.key_id, k.blind_index, k.person_id from public.person_key k
     where not exists (select from public.person p where p.person_id = k.person_id)
       and not exists (select from public.social_security s where s.person_id = k.person_id)
       and not exists (select from public.social_security_former s where s.person_id = k.person_id)
     limit 5000
  loop
    -- The lock of a card that is just being read: who reads one may have found the key already.
    if pg_try_advisory_xact_lock(('x' || encode(substr(bare.blind_index, 1, 8), 'hex'))::bit(64)::bigint) then
      delete from public.person_key k
       where k.kind = bare.kind and k.key_id = bare.key_id and k.blind_index = bare.blind_index
         and not exists (select from public.person p where p.person_id = k.person_id);
    end if;
  end loop;
  return swept;
end
$$;
