import type { FullNameImport } from '@zhuji/contract/full-names.ts'
import type { FullNameList } from '@zhuji/domain/record-declaration.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database.ts'

/**
 * What begins with the text, then what contains it, the shortest first. One sign alone is sought at the beginning
 * only. Ranges and arrays, not patterns: a prepared statement finds its index whatever the text.
 */
export async function findSuggestions(db: Db, list: FullNameList, text: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (
      (select name, 0 as place from full_name
        where suggested and list = ${list} and name ~>=~ ${text}::text and name ~<~ (${text}::text || chr(1114111))
        order by length(name), name limit 10)
      union all
      (select name, 1 from full_name
        where suggested and list = ${list} and bigrams(name) @> bigrams(${text}::text) and length(${text}::text) > 1
          and position(lower(${text}::text) in lower(name)) > 0 and not starts_with(name, ${text}::text)
        order by length(name), name limit 10)) found
     order by place, length(name), name limit 10`.execute(db)
  return rows.map(({ name }) => name)
}

const instant = (column: string) =>
  sql<string | null>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const importFields = sql<FullNameImport>`
  id, list, source, edition, status, ${instant('started_at')} as "startedAt",
  ${instant('completed_at')} as "completedAt", ${instant('withdrawn_at')} as "withdrawnAt",
  withdrawal_reason as "withdrawalReason",
  case status when 'open' then (select count(*)::int from full_name_entry e where e.import_id = i.id)
              else names end as names`

export async function findImports(db: Db): Promise<FullNameImport[]> {
  const { rows } = await sql<FullNameImport>`
    select ${importFields} from full_name_import i order by started_at desc, id limit 200`.execute(db)
  return rows
}

export async function findImport(tx: Tx, id: string): Promise<FullNameImport | undefined> {
  const { rows } =
    await sql<FullNameImport>`select ${importFields} from full_name_import i where id = ${id}`.execute(tx)
  return rows[0]
}

export interface NewImport {
  id: string
  list: FullNameList
  source: string
  edition: string
}

/** Gives false when the id is already there. */
export async function insertImport(tx: Tx, begun: NewImport, staffId: string | null): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('full_name_import')
    .values({ ...begun, imported_by: staffId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type ImportState = { status: FullNameImport['status']; list: FullNameList }

/** Keeps the import as it is until the names are in; those who send may do so together. */
export async function holdImport(tx: Tx, id: string): Promise<ImportState | undefined> {
  const { rows } = await sql<ImportState>`
    select status, list from full_name_import where id = ${id}
       for share -- lock: full-name-import-names
  `.execute(tx)
  return rows[0]
}

/** Of two who complete or withdraw, the second sees what the first has done. */
export async function lockImport(tx: Tx, id: string): Promise<ImportState | undefined> {
  const { rows } = await sql<ImportState>`
    select status, list from full_name_import where id = ${id}
       for update -- lock: full-name-import
  `.execute(tx)
  return rows[0]
}

/** Gives how many were new. */
export async function insertNames(tx: Tx, importId: string, names: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into full_name_entry (import_id, name)
    select ${importId}::uuid, name from unnest(${names}::text[]) name order by name
    on conflict (import_id, name) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export async function countNames(tx: Tx, importId: string): Promise<number> {
  const { rows } = await sql<{ names: number }>`
    select count(*)::int as names from full_name_entry where import_id = ${importId}`.execute(tx)
  return rows[0]?.names ?? 0
}

export async function offerNames(tx: Tx, importId: string, list: FullNameList): Promise<void> {
  await sql`
    insert into full_name (list, name, imports)
    select ${list}, name, 1 from full_name_entry where import_id = ${importId} order by name
    on conflict (list, name) do update set imports = full_name.imports + 1`.execute(tx)
}

// An upsert, though every name is there: unlike an update it takes them in the order that it is given.
export async function takeBackNames(tx: Tx, importId: string, list: FullNameList): Promise<void> {
  await sql`
    insert into full_name (list, name)
    select ${list}, name from full_name_entry where import_id = ${importId}
     order by name -- lock: full-names-taken-back
    on conflict (list, name) do update set imports = full_name.imports - 1`.execute(tx)
}

export async function markComplete(tx: Tx, importId: string, names: number): Promise<void> {
  await tx
    .updateTable('full_name_import')
    .set({ status: 'complete', names, completed_at: sql`clock_timestamp()` })
    .where('id', '=', importId)
    .execute()
}

export async function markWithdrawn(
  tx: Tx,
  importId: string,
  withdrawal: { names: number; staffId: string | null; reason: string },
): Promise<void> {
  await tx
    .updateTable('full_name_import')
    .set({
      status: 'withdrawn',
      names: withdrawal.names,
      withdrawn_by: withdrawal.staffId,
      withdrawal_reason: withdrawal.reason,
      withdrawn_at: sql`clock_timestamp()`,
    })
    .where('id', '=', importId)
    .execute()
}

export interface NameField {
  kind: string
  field: string
  list: FullNameList
}

/** Of two who learn from a person, the second reads what the first has left. Not the person's row: a window holds that. */
export async function lockLearning(tx: Tx, personId: string): Promise<void> {
  await sql`
    select
       pg_advisory_xact_lock(hashtextextended('learn-full-names ' || ${personId}::text, 0)) -- lock: full-name-learning
  `.execute(tx)
}

/** The names that a window confirmed in the person's records, which stay verified until the transaction ends. */
export async function lockConfirmedNames(
  tx: Tx,
  personId: string,
  fields: readonly NameField[],
): Promise<{ list: FullNameList; name: string }[]> {
  const { rows } = await sql<{ list: FullNameList; name: string | null }>`
    select f.list, r.payload ->> f.field as name
      from record r
      join original_verification v on v.person_id = r.person_id and v.id = r.verification_id
      join unnest(${fields.map(({ kind }) => kind)}::text[], ${fields.map(({ field }) => field)}::text[],
                  ${fields.map(({ list }) => list)}::text[]) f(kind, field, list)
        on f.kind = r.kind and f.field = any (v.confirmed)
     where r.person_id = ${personId} and r.status = 'current' and r.level in ('C', 'B')
       for share of r -- lock: full-name-record
  `.execute(tx)
  return rows.flatMap(({ list, name }) => (name === null ? [] : { list, name }))
}

/**
 * The names that this person's records now bear: each counts the person once, and no longer once it is gone. What came
 * and what went is counted in one order, the order of the imports, so that nobody waits for each other.
 */
export async function renewWitness(
  tx: Tx,
  personId: string,
  names: readonly { list: FullNameList; name: string }[],
): Promise<void> {
  await sql`
    with wanted as (
      select distinct list, name
        from unnest(${names.map(({ list }) => list)}::text[], ${names.map(({ name }) => name)}::text[]) w(list, name)),
    gone as (
      delete from full_name_witness w
       where w.person_id = ${personId}
         and not exists (select from wanted where wanted.list = w.list and wanted.name = w.name)
      returning list, name),
    came as (
      insert into full_name_witness (person_id, list, name)
      select ${personId}::uuid, list, name from wanted
      on conflict (person_id, list, name) do nothing
      returning list, name)
    insert into full_name (list, name, persons)
    select list, name, persons
      from (select list, name, 1 as persons from came union all select list, name, 0 from gone) changed
     order by list, name -- lock: full-names-counted
    on conflict (list, name) do update
       set persons = full_name.persons + case excluded.persons when 1 then 1 else -1 end`.execute(tx)
}
