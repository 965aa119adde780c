import type { HistoryEntry } from '@zhuji/contract/records.ts'
import type { FilledSection } from '@zhuji/domain/profile-completeness.ts'
import type { RecordPayload, Writer } from '@zhuji/domain/record-declaration.ts'
import type { RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { SignatureState } from '@zhuji/domain/signature-states.ts'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/database.ts'
import { recordSource, recordView } from './record-row.ts'

export interface ProfileRow {
  card: Buffer
  mobile: Buffer | null
  profileVersion: string
  signature: SignatureState
  none: FilledSection[]
  /** The views as JSON text, in the order of their making, without their sealed fields. */
  records: string
  /** Of each record that has some: its sealed fields in base64, by the record's id. */
  sealed: Record<string, string> | null
}

/**
 * Everything that a profile shows, in one statement that names its actor. The records' text is made once for each
 * version of the profile and kept, by a second statement: whoever changes what a profile shows raises its version.
 */
export async function findProfile(
  db: Db,
  actor: Actor,
  personId: string,
  form: number,
): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow | (Omit<ProfileRow, 'records'> & { records: null })>`
    with ${namedIn(actor)}
    select p.card, b.mobile, p.profile_version as "profileVersion", k.signature, k.none, k.records, k.sealed
      from named, person p left join phone_binding b on b.person_id = p.person_id
      left join ready_profile k
        on k.person_id = p.person_id and k.profile_version = p.profile_version and k.form = ${form}::int
     where p.person_id = ${personId}`.execute(db)
  const row = rows[0]
  return row?.records === null ? makeProfile(db, actor, personId, form) : row
}

/** Made and kept from one look at the tables, so that text and version belong together. */
async function makeProfile(
  db: Db,
  actor: Actor,
  personId: string,
  form: number,
): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    with ${namedIn(actor)},
    made as (
      select p.person_id, p.card, p.profile_version, ${signatureOf(sql`p.person_id`)} as signature,
             array(select section from section_absence a where a.person_id = p.person_id order by section) as none,
             shown.records, shown.sealed
        from named, person p cross join lateral (
          select coalesce(json_agg(${recordView} order by r.created_at, r.id), '[]')::text as records,
                 json_object_agg(r.id, encode(r.sealed, 'base64')) filter (where r.sealed is not null) as sealed
            from ${recordSource} where r.person_id = p.person_id and r.status = 'current') shown
       where p.person_id = ${personId}),
    kept as (
      insert into ready_profile (person_id, profile_version, form, signature, none, records, sealed)
      select person_id, profile_version, ${form}::int, signature, none, records, sealed from made
      on conflict (person_id) do update set profile_version = excluded.profile_version, form = excluded.form,
             signature = excluded.signature, none = excluded.none, records = excluded.records, sealed = excluded.sealed
       where excluded.profile_version >= ready_profile.profile_version)
    select o.card, b.mobile, o.profile_version as "profileVersion", o.signature, o.none, o.records, o.sealed
      from made o left join phone_binding b on b.person_id = o.person_id`.execute(db)
  return rows[0]
}

const signatureOf = (person: RawBuilder<unknown>) =>
  sql`case when exists (select from signature_filing f where f.person_id = ${person}) then 'filed'
           when exists (select from signature s where s.person_id = ${person}) then 'to-confirm'
           else 'none' end`

/** What happened to a record, oldest first: its versions, and what windows and approvals said of them. */
export interface HistoryRow {
  kind: RecordKind
  origin: Writer
  event: HistoryEntry['event']
  version: number
  at: Date
  role: string
  officeName: string | null
  reasons: string[]
  note: string | null
  /** Of a version; null for what a window said. */
  payload: RecordPayload | null
  sealed: Buffer | null
  pages: number
}

export async function findHistory(
  db: Db | Tx,
  actor: Actor,
  personId: string,
  recordId: string,
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    with ${namedIn(actor)}
    select r.kind, r.origin, e.*, (select count(*)::int from revision_scan p
             where p.person_id = r.person_id and p.record_id = r.id and p.version = e.version) as pages
      from named, record r cross join lateral (
        select v.change as event, v.version, v.at, v.role, null as "officeName", '{}'::text[] as reasons,
               null as note, v.payload, v.sealed
          from record_revision v where v.person_id = r.person_id and v.record_id = r.id
        union all
        select case o.outcome when 'passed' then 'verified' else 'refused' end, o.version, o.at, 'clerk', d.name,
               o.reasons, o.note, null, null
          from original_verification o join department d on d.id = o.department_id
         where o.person_id = r.person_id and o.record_id = r.id
        union all
        select 'verification-cancelled', o.version, c.at, 'clerk', d.name, '{}', c.reason, null, null
          from verification_cancellation c
          join original_verification o on o.person_id = c.person_id and o.id = c.verification_id
          join department d on d.id = c.department_id
         where o.person_id = r.person_id and o.record_id = r.id
        union all
        select 'frozen', f.version, f.at, 'reviewer', null, '{}', null, null, null
          from approval_freeze f where f.person_id = r.person_id and f.record_id = r.id) e
     where r.person_id = ${personId} and r.id = ${recordId}
     order by e.at, e.version`.execute(db)
  return rows
}
