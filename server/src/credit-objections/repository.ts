import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/database.ts'

export interface ObjectionRow {
  id: string
  recordId: string
  version: number
  text: Buffer
  state: CreditObjection['state']
  at: Date
  answer: Buffer | null
  answeredAt: Date | null
}

const objectionColumns = sql`o.id, o.record_id as "recordId", o.version, o.text, o.status as state,
  o.created_at as at, o.answer, o.answered_at as "answeredAt"`

export async function findObjectionsOf(db: Db, actor: Actor, personId: string): Promise<ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`
    with ${namedIn(actor)}
    select ${objectionColumns} from named, credit_objection o
     where o.person_id = ${personId} order by o.created_at desc, o.id`.execute(db)
  return rows
}

export async function findObjection(tx: Tx, personId: string, id: string): Promise<ObjectionRow | undefined> {
  const { rows } = await sql<ObjectionRow>`
    select ${objectionColumns} from credit_objection o
     where o.person_id = ${personId} and o.id = ${id}`.execute(tx)
  return rows[0]
}

export interface NewObjection {
  personId: string
  id: string
  recordId: string
  version: number
  text: Buffer
}

/** False when the id is taken already, or another objection to the record is open. */
export async function insertObjection(tx: Tx, objection: NewObjection): Promise<boolean> {
  const row = await tx
    .insertInto('credit_objection')
    .values({
      person_id: objection.personId,
      id: objection.id,
      record_id: objection.recordId,
      version: objection.version,
      text: objection.text,
    })
    .onConflict((conflict) => conflict.doNothing()) // lock: open-objection
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The record objected to, and the version that stands now. */
export async function findObjectedRecord(
  tx: Tx,
  personId: string,
  recordId: string,
): Promise<{ kind: string; version: number } | undefined> {
  return tx
    .selectFrom('record')
    .select(['kind', 'version'])
    .where('person_id', '=', personId)
    .where('id', '=', recordId)
    .where('status', '=', 'current')
    .executeTakeFirst()
}

/** Open ones after this one, oldest first; one more than a page, so that the page knows of the next. */
export async function findOpenObjections(
  db: Db,
  actor: Actor,
  after: string | null,
  most: number,
): Promise<{ personId: string; id: string; at: Date }[]> {
  const { rows } = await sql<{ personId: string; id: string; at: Date }>`
    with ${namedIn(actor)}
    select o.person_id as "personId", o.id, o.created_at as at from named, credit_objection o
     where o.status = 'open'
       and (${after}::uuid is null or (o.created_at, o.id) >
            (select l.created_at, l.id from credit_objection l where l.id = ${after}::uuid))
     order by o.created_at, o.id limit ${most + 1}`.execute(db)
  return rows
}

export type ReadObjectionRow = ObjectionRow & { name: string; payload: RecordPayload; corrected: boolean }

/** The objection with the entry as it stood, and whether the entry is another by now. */
export async function findObjectionForAnswer(
  tx: Tx,
  personId: string,
  id: string,
): Promise<ReadObjectionRow | undefined> {
  const { rows } = await sql<ReadObjectionRow>`
    select ${objectionColumns}, p.name, v.payload, r.version <> o.version as corrected
      from credit_objection o
      join person p on p.person_id = o.person_id
      join record r on r.person_id = o.person_id and r.id = o.record_id
      join record_revision v
        on v.person_id = o.person_id and v.record_id = o.record_id and v.version = o.version
     where o.person_id = ${personId} and o.id = ${id}`.execute(tx)
  return rows[0]
}

/** Locks the objection until the transaction ends: it is answered once (R6.10). */
export async function lockObjection(
  tx: Tx,
  personId: string,
  id: string,
): Promise<{ state: string; recordId: string } | undefined> {
  return tx
    .selectFrom('credit_objection')
    .select(['status as state', 'record_id as recordId'])
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .forUpdate() // lock: objection
    .executeTakeFirst()
}

export async function saveAnswer(
  tx: Tx,
  personId: string,
  id: string,
  answer: { state: CreditObjection['state']; answer: Buffer; staffId: string },
): Promise<void> {
  await tx
    .updateTable('credit_objection')
    .set({ status: answer.state, answer: answer.answer, answered_by: answer.staffId })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute()
}
