import type { FeedReport, RejectedLine } from '@zhuji/contract/feeds.ts'
import type { FeedSource } from '@zhuji/domain/feed-lines.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { Batch } from './batch.ts'

/** Makes the batch this transaction's own: false when it was applied before; one that runs just now is waited for. */
export async function claimBatch(
  tx: Tx,
  { batchId, source, batchNumber }: { batchId: string; source: FeedSource; batchNumber: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into feed_batch (id, source, batch_number) values (${batchId}, ${source}, ${batchNumber})
    on conflict (source, batch_number) do nothing -- lock: feed-batch
    returning id`.execute(tx)
  return rows.length > 0
}

export async function findReport(
  tx: Tx,
  source: FeedSource,
  batchNumber: string,
): Promise<FeedReport & { digest: Buffer }> {
  return tx
    .selectFrom('feed_batch')
    .innerJoin('feed_report', 'feed_report.batch_id', 'feed_batch.id')
    .select([
      'feed_batch.id as batchId',
      'digest',
      'lines',
      'taken',
      sql<RejectedLine[]>`rejected`.as('rejected'),
    ])
    .where('source', '=', source)
    .where('batch_number', '=', batchNumber)
    .executeTakeFirstOrThrow()
}

export async function insertReport(
  tx: Tx,
  { auditId }: Batch,
  { batchId, lines, taken, rejected }: FeedReport,
  { digest, newestMonth }: { digest: Buffer; newestMonth: string | null },
): Promise<void> {
  await tx
    .insertInto('feed_report')
    .values({
      batch_id: batchId,
      digest,
      audit_id: auditId,
      lines,
      taken,
      rejected: JSON.stringify(rejected),
      newest_month: newestMonth && `${newestMonth}-01`,
    })
    .execute()
}

interface Key {
  kind: string
  keyId: number
  index: Buffer
}

/** Who is in the directory under these numbers, and whose card was read. */
export async function findIdentities(
  tx: Tx,
  { kind, keyId }: Pick<Key, 'kind' | 'keyId'>,
  indexes: readonly Buffer[],
): Promise<{ index: Buffer; personId: string; collected: boolean }[]> {
  const { rows } = await sql<{ index: Buffer; personId: string; collected: boolean }>`
    select k.blind_index as index, k.person_id as "personId", p.person_id is not null as collected
      from person_key k left join person p on p.person_id = k.person_id
     where k.kind = ${kind} and k.key_id = ${keyId} and k.blind_index = any(${indexes}::bytea[])`.execute(tx)
  return rows
}

/** In the order of their indexes, so that two batches with the same strangers wait for one another, not in a circle. */
export async function addIdentities(
  tx: Tx,
  identities: readonly (Key & { personId: string })[],
): Promise<void> {
  const entries = identities.map(({ index, keyId, ...rest }) => ({
    ...rest,
    key_id: keyId,
    index: index.toString('hex'),
  }))
  await sql`
    insert into person_key (kind, key_id, blind_index, person_id)
    select kind, key_id, decode(index, 'hex'), "personId"
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as e (kind text, key_id smallint, index text, "personId" uuid) order by index
    on conflict do nothing`.execute(tx)
}

/** Holds these people for the batch: two that speak of the same come one after the other, in one order (R6.10). */
export async function lockPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    select from person where person_id = any(${personIds}::uuid[]) order by person_id
    for no key update -- lock: fed-people
    `.execute(tx)
}

/** Everything shown of them may have changed. */
export async function renewProfiles(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    update person set profile_version = profile_version + 1
     where person_id = any(${personIds}::uuid[])`.execute(tx)
}

export interface FedRecord {
  person_id: string
  id: string
  kind: string
  source_key: string
  payload: object
  code: string | null
  rank: number | null
  specialty: string | null
  employer_code: string | null
  from_date: string | null
  to_date: string | null
  valid_to: string | null
}

/** New records at A, and next versions of those that say something else now; gives whose they are (R11.4). */
export async function keepFedRecords(
  tx: Tx,
  { batchId, auditId }: Batch,
  role: string,
  records: readonly FedRecord[],
): Promise<string[]> {
  const { rows } = await sql<{ changed: string[] }>`
    select keep_fed_records(${batchId}, ${auditId}, ${role}, ${JSON.stringify(records)}::jsonb) as changed`.execute(
    tx,
  )
  return rows[0]?.changed ?? []
}

export interface FedMonth {
  personId: string
  sourceKey: string
  /** YYYY-MM */
  month: string
  unit: string
  unitCode: string | null
  paid: boolean
}

/** Months as told; what a correction replaces is kept (R11.4). Gives whose they are, as far as anything changed. */
export async function keepMonths(tx: Tx, { batchId }: Batch, months: readonly FedMonth[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    insert into social_security as s (person_id, source_key, month, unit, unit_code, paid, batch_id)
    select "personId", "sourceKey", (month || '-01')::date, unit, "unitCode", paid, ${batchId}
      from jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as m
        ("personId" uuid, "sourceKey" text, month text, unit text, "unitCode" text, paid boolean)
     order by "personId", "sourceKey"
    on conflict (person_id, source_key) do update set
      month = excluded.month, unit = excluded.unit, unit_code = excluded.unit_code, paid = excluded.paid,
      batch_id = excluded.batch_id
    where (s.month, s.unit, s.unit_code, s.paid)
      is distinct from (excluded.month, excluded.unit, excluded.unit_code, excluded.paid)
    returning person_id as "personId"`.execute(tx)
  return [...new Set(rows.map(({ personId }) => personId))]
}

/** Months before this day, of people never collected, and keys that nothing bears any more; gives how many months. */
export async function sweepMonths(tx: Tx, before: string): Promise<number> {
  const { rows } = await sql<{ swept: number }>`select sweep_uncollected(${before}::date) as swept`.execute(
    tx,
  )
  return rows[0]?.swept ?? 0
}
