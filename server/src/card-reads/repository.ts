import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '../platform/database.ts'
import type {
  CardRead,
  CardVersion,
  Person,
  PersonDocument,
  PersonKey,
  ReadReceipt,
} from '../platform/tables.ts'

export interface ReaderAtWindow {
  enrolled: boolean
  windowId: string
  windowOpen: boolean
  departmentId: string
  departmentName: string
  /** The database's clock. */
  now: Date
}

/** A reader's key never changes: it is read before anything is locked for a stranger. */
export async function findReaderKey(db: Db, readerId: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('reader').select('public_key').where('id', '=', readerId).executeTakeFirst()
  return row?.public_key
}

/** Locks the reader until the transaction ends: its counters are judged one after another. */
export async function lockReader(tx: Tx, readerId: string): Promise<ReaderAtWindow> {
  return tx
    .selectFrom('reader')
    .innerJoin('service_window', 'service_window.id', 'reader.window_id')
    .innerJoin('department', 'department.id', 'service_window.department_id')
    .select([
      sql<boolean>`reader.status = 'enrolled'`.as('enrolled'),
      'reader.window_id as windowId',
      sql<boolean>`service_window.status = 'open'`.as('windowOpen'),
      'department.id as departmentId',
      'department.name as departmentName',
      sql<Date>`clock_timestamp()`.as('now'),
    ])
    .where('reader.id', '=', readerId)
    .forNoKeyUpdate('reader') // lock: reader-counter
    .executeTakeFirstOrThrow()
}

/** At most two: one with the counter, one with the read's id. */
export function receiptsOf(tx: Tx, readerId: string, counter: number, readId: string) {
  return tx
    .selectFrom('read_receipt')
    .selectAll()
    .where('reader_id', '=', readerId)
    .where((where) => where.or([where('counter', '=', String(counter)), where('read_id', '=', readId)]))
    .execute()
}

export async function insertReceipt(tx: Tx, receipt: Insertable<ReadReceipt>): Promise<Date> {
  const row = await tx
    .insertInto('read_receipt')
    .values(receipt)
    .returning('received_at')
    .executeTakeFirstOrThrow()
  return row.received_at
}

/** One document at a time, whether or not anybody has it yet: two windows that read one new card make one person. */
export async function lockDocument(tx: Tx, index: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${index.readBigInt64BE().toString()}::bigint)`.execute(tx) // lock: document
}

export interface KnownIdentity {
  personId: string
  /** false: a feed knew the number before any card was read. */
  collected: boolean
}

export async function findIdentity(
  tx: Tx,
  key: { kind: string; keyId: number; index: Buffer },
): Promise<KnownIdentity | undefined> {
  return tx
    .selectFrom('person_key')
    .leftJoin('person', 'person.person_id', 'person_key.person_id')
    .select(['person_key.person_id as personId', sql<boolean>`person.person_id is not null`.as('collected')])
    .where('person_key.kind', '=', key.kind)
    .where('person_key.key_id', '=', key.keyId)
    .where('person_key.blind_index', '=', key.index)
    .executeTakeFirst()
}

/** Gives whose number it is: a feed that names it at the same moment has entered it, and is waited for (R11.2). */
export async function addIdentity(tx: Tx, key: Insertable<PersonKey>): Promise<string> {
  const entered = await tx
    .insertInto('person_key')
    .values(key)
    .onConflict((conflict) => conflict.doNothing()) // lock: identity
    .returning('person_id')
    .executeTakeFirst()
  if (entered) return entered.person_id
  const found = await tx
    .selectFrom('person_key')
    .select('person_id')
    .where('kind', '=', key.kind)
    .where('key_id', '=', key.key_id)
    .where('blind_index', '=', key.blind_index)
    .executeTakeFirstOrThrow()
  return found.person_id
}

export async function insertPerson(
  tx: Tx,
  person: Insertable<Person>,
  document: Insertable<PersonDocument>,
): Promise<void> {
  await tx.insertInto('person').values(person).execute()
  await tx.insertInto('person_document').values(document).execute()
}

export async function insertCardVersion(tx: Tx, version: Insertable<CardVersion>): Promise<void> {
  await tx.insertInto('card_version').values(version).execute()
}

export async function insertCardRead(tx: Tx, read: Insertable<CardRead>): Promise<void> {
  await tx.insertInto('card_read').values(read).execute()
}

export function lockPerson(tx: Tx, personId: string) {
  return tx
    .selectFrom('person')
    .selectAll()
    .where('person_id', '=', personId)
    .forNoKeyUpdate() // lock: person-card
    .executeTakeFirstOrThrow()
}

/** After the person's lock: what earlier reads have left. */
export async function findCardHistory(tx: Tx, personId: string) {
  const { rows } = await sql<{ newestReadAt: Date; lastVersion: number }>`
    select (select max(read_at) from card_read where person_id = ${personId}) as "newestReadAt",
           (select max(version) from card_version where person_id = ${personId}) as "lastVersion"`.execute(tx)
  return rows[0] as { newestReadAt: Date; lastVersion: number }
}

/** What the card says now; everything shown in the profile has changed with it. */
export async function updateCard(
  tx: Tx,
  personId: string,
  card: Partial<
    Pick<
      Insertable<Person>,
      | 'name'
      | 'card_kind'
      | 'card'
      | 'card_digest'
      | 'card_version'
      | 'portrait'
      | 'portrait_format'
      | 'flags'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ ...card, profile_version: sql`profile_version + 1` })
    .where('person_id', '=', personId)
    .execute()
}
