import { sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/database.ts'

export interface PageKey {
  personId: string
  recordId: string
  version: number
  page: number
}

/** Where the bytes of a page lie, in one statement that names its actor. */
export async function findBlob(db: Db, actor: Actor, key: PageKey): Promise<string | undefined> {
  const { rows } = await sql<{ blob: string }>`
    with ${namedIn(actor)}
    select blob from named, revision_scan
     where person_id = ${key.personId} and record_id = ${key.recordId} and version = ${key.version}
       and page = ${key.page}`.execute(db)
  return rows[0]?.blob
}

/** That a page goes to this clerk's screen (R7.4). */
export async function insertDisplay(tx: Tx, key: PageKey, clerkId: string): Promise<void> {
  await tx
    .insertInto('scan_display')
    .values({
      person_id: key.personId,
      record_id: key.recordId,
      version: key.version,
      page: key.page,
      clerk_id: clerkId,
    })
    .execute()
}
