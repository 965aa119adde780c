import type { HistoryEntry } from '@zhuji/contract/records.ts'
import type { FilledSection } from '@zhuji/domain/profile-completeness.ts'
import type { RecordPayload, Writer } from '@zhuji/domain/record-declaration.ts'
import type { RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { SignatureState } from '@zhuji/domain/signature-states.ts'
import { sql } from 'kysely'
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

/** Everything that a profile shows, in one statement that names its actor. */
export async function findProfile(db: Db, actor: Actor, personId: string): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    with ${namedIn(actor)}
    select p.card, b.mobile, p.profile_version as "profileVersion",
           case when exists (select from signature_filing f where f.person_id = p.person_id) then 'filed'
                when exists (select from signature s where s.person_id = p.person_id) then 'to-confirm'
                else 'none' end as signature,
           array(select section from section_absence a where a.person_id = p.person_id order by section) as none,
           shown.records, shown.sealed
      from named, person p left join phone_binding b on b.person_id = p.person_id
      cross join lateral (
        select coalesce(json_agg(${recordView} order by r.created_at, r.id), '[]')::text as records,
               json_object_agg(r.id, encode(r.sealed, 'base64')) filter (where r.sealed is not null) as sealed
          from ${recordSource} where r.person_id = p.person_id and r.status = 'current') shown
     where p.person_id = ${personId}`.execute(db)
  return rows[0]
}

/** What happened to a record, oldest first: its versions, and what windows said of them. */
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
         where o.person_id = r.person_id and o.record_id = r.id) e
     where r.person_id = ${personId} and r.id = ${recordId}
     order by e.at, e.version`.execute(db)
  return rows
}
