import type { OptionalUse } from '@zhuji/domain/consent.ts'
import { remindedKinds } from '@zhuji/domain/expiry.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'

/** A record whose validity ends soon, and the thresholds at which its holder was told of this end. */
export interface EndingRecord {
  personId: string
  recordId: string
  kind: string
  validTo: string
  told: number[]
}

/** A batch of them by their end, after the last one of the batch before. */
export async function findEndingRecords(
  tx: Tx,
  { today, days, after, limit }: { today: string; days: number; after: EndingRecord | null; limit: number },
): Promise<EndingRecord[]> {
  const { rows } = await sql<EndingRecord>`
    select r.person_id as "personId", r.id as "recordId", r.kind, r.valid_to as "validTo",
           array(select m.days from record_reminder m
                  where m.person_id = r.person_id and m.record_id = r.id and m.valid_to = r.valid_to) as told
      from record r
     where r.status = 'current' and r.recheck <> 'revoked' and r.kind = any(${remindedKinds}::text[])
       and r.valid_to between ${today}::date and ${today}::date + ${days}::int
       and (r.valid_to, r.person_id, r.id)
         > (${after?.validTo ?? '0001-01-01'}::date, ${after?.personId ?? noId}::uuid, ${after?.recordId ?? noId}::uuid)
     order by r.valid_to, r.person_id, r.id
     limit ${limit}`.execute(tx)
  return rows
}

const noId = '00000000-0000-0000-0000-000000000000'

interface RecordReminder {
  personId: string
  recordId: string
  validTo: string
  days: number
}

/** Keeps that these are told; gives the records of which nobody told before, in any other run. */
export async function keepRecordReminders(
  tx: Tx,
  reminders: readonly RecordReminder[],
): Promise<ReadonlySet<string>> {
  if (reminders.length === 0) return new Set()
  const rows = await tx
    .insertInto('record_reminder')
    .values(
      reminders.map(({ personId, recordId, validTo, days }) => ({
        person_id: personId,
        record_id: recordId,
        valid_to: validTo,
        days,
      })),
    )
    .onConflict((conflict) => conflict.doNothing()) // lock: record-reminder
    .returning('record_id as recordId')
    .execute()
  return new Set(rows.map(({ recordId }) => recordId))
}

/** A registered person's card, sealed, and the thresholds at which they were told of its end. */
export interface HeldCard {
  personId: string
  card: Buffer
  version: number
  told: number[]
}

/** Of persons who can sign in; the others cannot read what they are told. */
export async function findHeldCards(tx: Tx, after: string | null, limit: number): Promise<HeldCard[]> {
  const { rows } = await sql<HeldCard>`
    select p.person_id as "personId", p.card, p.card_version as version,
           array(select m.days from card_reminder m
                  where m.person_id = p.person_id and m.card_version = p.card_version) as told
      from person p join phone_binding b on b.person_id = p.person_id
     where p.person_id > ${after ?? noId}::uuid
     order by p.person_id
     limit ${limit}`.execute(tx)
  return rows
}

interface CardReminder {
  personId: string
  version: number
  days: number
}

/** As `keepRecordReminders`: gives the persons of which nobody told before. */
export async function keepCardReminders(
  tx: Tx,
  reminders: readonly CardReminder[],
): Promise<ReadonlySet<string>> {
  if (reminders.length === 0) return new Set()
  const rows = await tx
    .insertInto('card_reminder')
    .values(
      reminders.map(({ personId, version, days }) => ({ person_id: personId, card_version: version, days })),
    )
    .onConflict((conflict) => conflict.doNothing()) // lock: card-reminder
    .returning('person_id as personId')
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

/** A bound phone, sealed, and its holder's newest word about an optional use. */
export interface Reachable {
  personId: string
  mobile: Buffer
  given: boolean
  wording: number
}

export async function findReachable(
  tx: Tx,
  personIds: readonly string[],
  use: OptionalUse,
): Promise<Reachable[]> {
  const { rows } = await sql<Reachable>`
    select distinct on (e.person_id) e.person_id as "personId", b.mobile, e.given, e.wording
      from consent_event e join phone_binding b on b.person_id = e.person_id
     where e.person_id = any(${personIds}::uuid[]) and e.use = ${use}
     order by e.person_id, e.at desc, e.id desc`.execute(tx)
  return rows
}
