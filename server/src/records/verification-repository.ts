import type { RecordView } from '@zhuji/contract/records.ts'
import type { CardFlag } from '@zhuji/domain/card-facts.ts'
import type { LevelMove } from '@zhuji/domain/data-level.ts'
import { type Insertable, sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import { type AuditedAct, auditedIn } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import type { OriginalVerification, VerificationCancellation } from '../platform/tables.ts'
import { lastRefusal, type RecordRow, recordObject, recordSource } from './record-row.ts'

/**
 * Who was collected under this document number. The search is on record, and the found person's timeline tells it, in
 * the same statement: nothing is known before both are certain.
 */
export async function findPersonByNumber(
  ctx: Context,
  actor: Actor,
  key: { kind: string; keyId: number; index: Buffer },
  act: AuditedAct,
): Promise<{ personId: string; name: string } | undefined> {
  const { rows } = await sql<{ personId: string; name: string } | { personId: null }>`
    with ${namedIn(actor)},
    found as (
      select person.person_id, person.name
        from named left join (
          person_key join person on person.person_id = person_key.person_id and person_key.kind = ${key.kind}
            and person_key.key_id = ${key.keyId} and person_key.blind_index = ${key.index}) on true),
    ${auditedIn(ctx, actor, act, sql`found`)}
    select person_id as "personId", name from found`.execute(ctx.db)
  const [row] = rows
  return row?.personId ? row : undefined
}

/** Is the office the verifying department, or what it was merged into (R6.4)? Mergers may follow one another. */
const isHeirOf = (officeId: string | null, department: string) => sql<boolean>`exists (
  with recursive heir as (
    select id, successor_id from department where id = ${sql.ref(department)}
    union
    select d.id, d.successor_id from department d join heir on heir.successor_id = d.id)
  select from heir where id = ${officeId})`

export interface WorkRow {
  card: Buffer
  name: string
  flags: CardFlag[]
  records: { record: RecordRow; lastRefusal: RecordView['refusal']; sameDepartment: boolean }[]
}

/** What a window works on: the person's certificates with an original, those at D first. */
export async function findWork(
  tx: Tx,
  personId: string,
  officeId: string | null,
): Promise<WorkRow | undefined> {
  const { rows } = await sql<WorkRow>`
    select p.card, p.name, p.flags,
           (select coalesce(jsonb_agg(jsonb_build_object('record', ${recordObject},
                     'lastRefusal', ${lastRefusal},
                     'sameDepartment', ${isHeirOf(officeId, 'v.department_id')})
                     order by r.level <> 'D', r.created_at, r.id), '[]')
              from ${recordSource} join record_kind k on k.kind = r.kind and k.evidence = 'original'
             where r.person_id = p.person_id and r.status = 'current') as records
      from person p where p.person_id = ${personId}`.execute(tx)
  return rows[0]
}

/** Pages of a version that were displayed to this clerk (R7.4). */
export async function countDisplayed(
  tx: Tx,
  personId: string,
  recordId: string,
  version: number,
  clerkId: string,
): Promise<number> {
  const { rows } = await sql<{ pages: number }>`
    select count(distinct page)::int as pages from scan_display
     where person_id = ${personId} and record_id = ${recordId} and version = ${version}
       and clerk_id = ${clerkId}`.execute(tx)
  return rows[0]?.pages ?? 0
}

/** The verification that a record at C stands on, and whether this office may take it back. */
export async function findStandingVerification(
  tx: Tx,
  personId: string,
  recordId: string,
  officeId: string | null,
) {
  const { rows } = await sql<{ id: string; departmentName: string; sameDepartment: boolean }>`
    select v.id, d.name as "departmentName", ${isHeirOf(officeId, 'v.department_id')} as "sameDepartment"
      from record r
      join original_verification v on v.person_id = r.person_id and v.id = r.verification_id
      join department d on d.id = v.department_id
     where r.person_id = ${personId} and r.id = ${recordId}`.execute(tx)
  return rows[0]
}

export async function insertVerification(
  tx: Tx,
  verification: Insertable<OriginalVerification>,
): Promise<void> {
  await tx.insertInto('original_verification').values(verification).execute()
}

export async function insertCancellation(
  tx: Tx,
  cancellation: Insertable<VerificationCancellation>,
): Promise<void> {
  await tx.insertInto('verification_cancellation').values(cancellation).execute()
}

/** The one way of the application role to move a level (R6.2); `proof` is the row that entitles to it. */
export async function moveLevel(
  tx: Tx,
  move: { personId: string; recordId: string; version: number; move: LevelMove; proof: string },
): Promise<void> {
  await sql`select move_level(${move.personId}, ${move.recordId}, ${move.version}, ${move.move}, ${move.proof})`.execute(
    tx,
  )
}

/** What a window says of a record shows in the person's profile. */
export async function renewProfile(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ profile_version: sql`profile_version + 1` })
    .where('person_id', '=', personId)
    .execute()
}
