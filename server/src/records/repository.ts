import type { RecordKind } from '@zhuji/domain/record-kinds.ts'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import { type AuditedAct, auditedIn } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Db, Tx } from '../platform/database.ts'
import { type RecordRow, recordObject, recordSource } from './record-row.ts'
import type { RevisionWrite } from './revision.ts'

/**
 * Locks the record's row until the transaction ends: whoever decides on a record locks it first (R6.10). False when
 * the person has no such record.
 */
export async function lockRecord(tx: Tx, personId: string, recordId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('record')
    .select('id')
    .where('person_id', '=', personId)
    .where('id', '=', recordId)
    .where('status', '=', 'current')
    .forUpdate() // lock: record
    .executeTakeFirst()
  return row !== undefined
}

/** The record as it stands; read after its lock, it also sees what was committed while waiting for it. */
export async function findRecord(tx: Tx, personId: string, recordId: string): Promise<RecordRow | undefined> {
  const { rows } = await sql<{ record: RecordRow }>`
    select ${recordObject} as record from ${recordSource}
     where r.person_id = ${personId} and r.id = ${recordId} and r.status = 'current'`.execute(tx)
  return rows[0]?.record
}

/** The record as it stood a moment ago, in one statement that names its actor. */
export async function glanceAtRecord(
  db: Db,
  actor: Actor,
  personId: string,
  recordId: string,
): Promise<RecordRow | undefined> {
  const { rows } = await sql<{ record: RecordRow }>`
    with ${namedIn(actor)}
    select ${recordObject} as record from named cross join ${recordSource}
     where r.person_id = ${personId} and r.id = ${recordId} and r.status = 'current'`.execute(db)
  return rows[0]?.record
}

/** What was first saved under an id, whatever became of it since. */
export async function findFirstRevision(tx: Tx, personId: string, recordId: string) {
  return tx
    .selectFrom('record_revision')
    .innerJoin('record', (join) =>
      join
        .onRef('record.person_id', '=', 'record_revision.person_id')
        .onRef('record.id', '=', 'record_revision.record_id'),
    )
    .select(['record.kind', 'record_revision.payload', 'record_revision.sealed'])
    .where('record_revision.person_id', '=', personId)
    .where('record_revision.record_id', '=', recordId)
    .where('record_revision.version', '=', 1)
    .executeTakeFirst()
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/**
 * Head, first revision, the profile's version and the audit entry in one statement that names its actor and so is a
 * transaction by itself. Null, and nothing is written, when the id is already there.
 */
export async function insertRecord(
  ctx: Context,
  actor: Actor,
  kind: RecordKind,
  write: RevisionWrite,
  act: AuditedAct,
): Promise<{ updatedAt: Date } | null> {
  const { personId, recordId, content, values } = write
  const { rows } = await sql<{ updatedAt: Date }>`
    with ${namedIn(actor)},
    head as (
      insert into record (person_id, id, kind, payload, sealed, code, rank, specialty, employer_code, from_date,
                          to_date, valid_to)
      select ${personId}::uuid, ${recordId}::uuid, ${kind}, ${json(content.plain)}, ${content.ofHead}::bytea,
             ${values.code}, ${values.rank}::int, ${values.specialty}, ${values.employerCode}, ${values.from}::date,
             ${values.to}::date, ${values.validTo}::date
        from named
      on conflict (person_id, id) do nothing -- lock: record-id
      returning person_id, id, updated_at),
    revision as (
      insert into record_revision (person_id, record_id, version, payload, sealed, change, role, actor_id, audit_id)
      select person_id, id, 1, ${json(content.plain)}, ${content.ofRevision}, 'created', ${actor.role},
             ${actor.id}::uuid, ${write.auditId}::uuid from head),
    profile as (
      update person set profile_version = profile_version + 1
       where person_id = ${personId} and exists (select from head)),
    ${auditedIn(ctx, actor, act, sql`head`)}
    select updated_at as "updatedAt" from head`.execute(ctx.db)
  return rows[0] ?? null
}

/** A record's next version: head, revision with its pages, the profile's version and the audit entry in one statement. */
export async function insertRevision(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  write: RevisionWrite,
  act: AuditedAct,
): Promise<{ updatedAt: Date }> {
  const { personId, recordId, content, values } = write
  const order = write.order ?? null
  const { rows } = await sql<{ updatedAt: Date }>`
    with head as (
      update record set version = ${write.version}, payload = ${json(content.plain)}, sealed = ${content.ofHead},
             status = ${write.change === 'deleted' ? 'deleted' : 'current'}, code = ${values.code},
             rank = ${values.rank}, specialty = ${values.specialty}, employer_code = ${values.employerCode},
             from_date = ${values.from}, to_date = ${values.to}, valid_to = ${values.validTo},
             updated_at = clock_timestamp()
       where person_id = ${personId} and id = ${recordId} returning person_id, updated_at),
    revision as (
      insert into record_revision (person_id, record_id, version, payload, sealed, change, role, actor_id, audit_id)
      values (${personId}, ${recordId}, ${write.version}, ${json(content.plain)}, ${content.ofRevision},
              ${write.change}, ${actor.role}, ${actor.id}, ${write.auditId})),
    ${write.scan ? insertedScan(personId, write.scan) : sql``}
    pages as (
      insert into revision_scan (person_id, record_id, version, page, blob, shows)
      select ${personId}::uuid, ${recordId}::uuid, ${write.version}::int, row_number() over (order by place), blob, shows
        from (select coalesce(array_position(${order}::int[], page), page) as place, blob, shows from revision_scan
               where person_id = ${personId} and record_id = ${recordId} and version = ${write.version}::int - 1
                 and (${order}::int[] is null or page = any(${order}::int[]))
              union all
              select array_position(${order}::int[], 0), ${write.scan?.blob ?? null}::text,
                     ${write.scan?.shows ?? null}::text
               where ${write.scan !== undefined}::boolean) kept),
    profile as (
      update person set profile_version = profile_version + 1 where person_id = ${personId}),
    ${auditedIn(ctx, actor, act, sql`head`)}
    select updated_at as "updatedAt" from head`.execute(tx)
  return rows[0] as { updatedAt: Date }
}

// The same page again is the same blob: it is kept once.
const insertedScan = (personId: string, scan: NonNullable<RevisionWrite['scan']>): RawBuilder<unknown> => sql`
    file as (
      insert into scan (person_id, blob, bytes, width, height, dpi, content_hash)
      values (${personId}, ${scan.blob}, ${scan.bytes}, ${scan.width}, ${scan.height}, ${scan.dpi},
              ${scan.contentHash})
      on conflict (person_id, blob) do nothing -- lock: scan-file
    ),`
