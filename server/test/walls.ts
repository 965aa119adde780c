import type { TestContext } from 'node:test'
import type { Client } from 'pg'
import { newId } from '../src/platform/ids.ts'
import { withClient } from '../src/platform/postgres/cluster.ts'
import { givenHolder, givenRecord, givenScannedRecord } from './records.ts'
import { givenClerk, givenVerifiedRecord } from './windows.ts'
import { type World, world } from './world.ts'

/** Why the database refused, or null when it let the statement pass. */
export async function refusalOf(client: Client, sql: string, values: unknown[] = []): Promise<string | null> {
  await client.query('begin')
  return refusalWithin(client, sql, values)
}

/** The same for the transaction at hand, which ends with it. */
export async function refusalWithin(
  client: Client,
  sql: string,
  values: unknown[] = [],
): Promise<string | null> {
  try {
    await client.query(sql, values)
    // Deferred constraints speak at the end.
    await client.query('set constraints all immediate')
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.query('rollback')
  }
}

export const asApp = <T>(w: World, work: (client: Client) => Promise<T>) => withClient(w.appUrl, work)

/** A batch with its entry in the log, for $1 the id, $2 the source, $3 the number. */
export const claimedBatch = `
  with logged as (
    insert into audit_entry (id, role, act, object_kind, object_id, salt, commitment)
    values (gen_random_uuid(), 'system', 'apply-feed-lines', 'feed-batch', $1, '', ''))
  insert into feed_batch (id, source, batch_number) values ($1, $2, $3)`

/** Records at every level; B and A come by the owner's hand, as no use case of today leads there. */
export async function everyLevel(t: TestContext) {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const d = await givenScannedRecord(w, holder)
  const c = await givenVerifiedRecord(w, clerk, holder)
  const b = await givenVerifiedRecord(w, clerk, holder)
  const a = await givenRecord(w, holder)
  const [approval, batch] = [newId(), newId()]
  await withClient(w.ownerUrl, async (owner) => {
    await owner.query('insert into approval_freeze values ($1, $2, $3, $4)', [
      holder.personId,
      approval,
      b.id,
      b.version,
    ])
    await owner.query(`select move_level($1, $2, $3, 'freeze', $4)`, [
      holder.personId,
      b.id,
      b.version,
      approval,
    ])
    await owner.query(claimedBatch, [batch, 'test', '1'])
    await owner.query(`update record set level = 'A', batch_id = $3 where person_id = $1 and id = $2`, [
      holder.personId,
      a.id,
      batch,
    ])
  })
  return { w, holder, clerk, records: { A: a, B: b, C: c, D: d }, approval, batch }
}
