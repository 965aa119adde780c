import type { presenters } from '@zhuji/contract/card-reads.ts'
import type { CardFlag } from '@zhuji/domain/card-facts.ts'
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { PhoneChange } from '../platform/tables.ts'

export async function insertChange(
  tx: Tx,
  change: Omit<Insertable<PhoneChange>, 'expires_at'>,
  minutes: number,
): Promise<Date> {
  const { expires_at } = await tx
    .insertInto('phone_change')
    .values({
      ...change,
      expires_at: sql<Date>`clock_timestamp() + make_interval(mins => ${minutes}::int)`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return expires_at
}

/** The open change of this window that waits for a read with this challenge; locked, so that it gets one. */
export async function lockWaitingChange(
  tx: Tx,
  of: { challengeHash: Buffer; windowId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('phone_change')
    .select('id')
    .where('challenge_hash', '=', of.challengeHash)
    .where('window_id', '=', of.windowId)
    .where('read_id', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .forUpdate() // lock: phone-change-read
    .executeTakeFirst()
  return row?.id
}

export async function attachRead(
  tx: Tx,
  changeId: string,
  read: { personId: string; readId: string },
): Promise<void> {
  await tx
    .updateTable('phone_change')
    .set({ person_id: read.personId, read_id: read.readId })
    .where('id', '=', changeId)
    .execute()
}

export interface FoundChange {
  id: string
  windowId: string
  expiresAt: Date
  completedAt: Date | null
  now: Date
  /** All of the person is null while no card was read. */
  personId: string | null
  readId: string | null
  readWindowId: string | null
  readAt: Date | null
  live: boolean | null
  presentedBy: (typeof presenters)[number] | null
  card: Buffer | null
  flags: CardFlag[] | null
  bindingToConfirm: boolean | null
  oldMobile: Buffer | null
  oldIndex: Buffer | null
  lost: boolean
  /** Of the wanted number; null where none is asked about. */
  holderId: string | null
  heldSince: Date | null
  codeAskedAt: Date | null
}

/** A clerk's own change at their window with all that is decided on: one statement. */
export async function findChange(
  tx: Tx,
  of: { id: string; windowId: string; clerkId: string; wanted: Buffer | null },
): Promise<FoundChange | undefined> {
  const { rows } = await sql<FoundChange>`
    select c.id, c.window_id as "windowId", c.expires_at as "expiresAt", c.completed_at as "completedAt",
           clock_timestamp() as now, c.person_id as "personId", c.read_id as "readId",
           r.window_id as "readWindowId", r.read_at as "readAt", r.live, r.presented_by as "presentedBy",
           p.card, p.flags, p.binding_to_confirm as "bindingToConfirm", own.mobile as "oldMobile", own.blind_index as "oldIndex",
           exists (select from lost_binding l where l.person_id = c.person_id) as lost,
           holder.person_id as "holderId", holder.bound_at as "heldSince",
           (select max(s.created_at) from sms_code s
             where s.person_id = c.person_id and s.purpose = 'phone-change' and s.mobile_index = ${of.wanted}::bytea)
             as "codeAskedAt"
      from phone_change c
      left join card_read r on r.person_id = c.person_id and r.id = c.read_id
      left join person p on p.person_id = c.person_id
      left join phone_binding own on own.person_id = c.person_id
      left join phone_binding holder
             on holder.blind_index = ${of.wanted}::bytea and holder.person_id <> c.person_id
     where c.id = ${of.id} and c.window_id = ${of.windowId} and c.clerk_id = ${of.clerkId}
  `.execute(tx)
  return rows[0]
}

/**
 * One number at a time, bound or not: whoever changes to it or from it waits here until the other is done. Always
 * in the order of the keys, so that two who exchange their numbers do not wait for each other.
 */
export async function lockNumbers(tx: Tx, indexes: readonly Buffer[]): Promise<void> {
  const keys = indexes.map((index) => index.readBigInt64BE()).sort(byValue)
  const ordered = keys.map(String)
  await sql`select pg_advisory_xact_lock(k) from unnest(${ordered}::bigint[]) k`.execute(tx) // lock: phone-change
}

const byValue = (a: bigint, b: bigint): number => (a < b ? -1 : 1)

/** The old number is free, and whoever else had the new one has it no longer. */
export async function releaseBindings(tx: Tx, personId: string, wanted: Buffer): Promise<void> {
  await tx
    .deleteFrom('phone_binding')
    .where((where) => where.or([where('person_id', '=', personId), where('blind_index', '=', wanted)]))
    .execute()
}

/** Remembers what the former holder is told when they next sign in (R3.7). */
export async function keepLostBinding(tx: Tx, personId: string, index: Buffer): Promise<void> {
  await tx.insertInto('lost_binding').values({ person_id: personId, blind_index: index }).execute()
}

export async function forgetLostBindings(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('lost_binding').where('person_id', '=', personId).execute()
}

/** The person has named the number at a window: nothing is left to confirm (R2.9). */
export async function markConfirmed(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ binding_to_confirm: false, profile_version: sql`profile_version + 1` })
    .where('person_id', '=', personId)
    .execute()
}

export async function markCompleted(tx: Tx, changeId: string): Promise<Date> {
  const { at } = await tx
    .updateTable('phone_change')
    .set({ completed_at: sql`clock_timestamp()` })
    .where('id', '=', changeId)
    .returning(sql<Date>`completed_at`.as('at'))
    .executeTakeFirstOrThrow()
  return at
}
