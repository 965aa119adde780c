import { sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db } from '../platform/database.ts'

/** Every column that names a file of the store. A new one belongs here, with an index: a test asks the schema. */
export const blobColumns = [
  ['scan', 'blob'],
  ['signature', 'scan_blob'],
  ['signature', 'cut_out_blob'],
] as const

/** Those of the keys that no row names, in one statement that names its actor. */
export async function unnamedBlobs(db: Db, actor: Actor, keys: readonly string[]): Promise<string[]> {
  const isNamed = blobColumns.map(
    ([table, column]) =>
      sql`exists (select from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = key)`,
  )
  const { rows } = await sql<{ key: string }>`
    with ${namedIn(actor)}
    select key from named, unnest(${[...keys]}::text[]) key where not (${sql.join(isNamed, sql` or `)})`.execute(
    db,
  )
  return rows.map(({ key }) => key)
}
