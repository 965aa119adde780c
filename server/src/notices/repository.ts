import type { NoticeView } from '@zhuji/contract/notices.ts'
import type { ConsentEvent, OptionalUse } from '@zhuji/domain/consent.ts'
import { type Expression, type RawBuilder, sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/database.ts'

const inForce = (today: string) =>
  sql<number>`(select max(version) from processing_notice where in_force_from <= ${today}::date)`

export async function findNotice(db: Db | Tx, today: string): Promise<NoticeView | undefined> {
  return db
    .selectFrom('processing_notice')
    .select(['version', 'in_force_from as inForceFrom', 'sections'])
    .where('version', '=', inForce(today))
    .$castTo<NoticeView>()
    .executeTakeFirst()
}

/** As part of a statement: the version in force that this person has not acknowledged, or null. */
export const unacknowledgedNotice = (
  personId: Expression<unknown>,
  today: string,
): RawBuilder<number | null> =>
  sql<number | null>`(select n.version from (select ${inForce(today)} as version) n
    where not exists (select from notice_acknowledgement a
                       where a.person_id = ${personId} and a.version = n.version))`

export async function versionInForce(tx: Tx, today: string): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`select ${inForce(today)} as version`.execute(tx)
  return rows[0]?.version ?? null
}

/** When this person first acknowledged the version, and whether that is now. */
export async function keepAcknowledgement(
  tx: Tx,
  personId: string,
  version: number,
): Promise<{ at: Date; isNew: boolean }> {
  const { rows } = await sql<{ at: Date; isNew: boolean }>`
    with kept as (
      insert into notice_acknowledgement (person_id, version) values (${personId}, ${version})
      on conflict do nothing -- lock: acknowledgement
      returning at)
    select at, true as "isNew" from kept
    union all
    select at, false from notice_acknowledgement where person_id = ${personId} and version = ${version}
    limit 1`.execute(tx)
  if (rows[0]) return rows[0]
  // Pressed twice at once: the other press has kept it, and only a next statement sees it.
  const { at } = await tx
    .selectFrom('notice_acknowledgement')
    .select('at')
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return { at, isNew: false }
}

/** False when the version was published before. */
export async function insertNotice(tx: Tx, notice: NoticeView): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('processing_notice')
    .values({
      version: notice.version,
      in_force_from: notice.inForceFrom,
      sections: JSON.stringify(notice.sections),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export interface KeptConsent extends ConsentEvent {
  use: string
  at: string
}

export interface Agreements {
  acknowledged: { version: number; at: string }[]
  consents: KeptConsent[]
}

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What the person acknowledged, newest first, and their newest word about each optional use: in one statement. */
export async function findAgreements(db: Db, actor: Actor, personId: string): Promise<Agreements> {
  const { rows } = await sql<Agreements>`
    with ${namedIn(actor)}
    select (select coalesce(json_agg(json_build_object('version', a.version, 'at', ${instant('a.at')})
                                     order by a.version desc), '[]')
              from notice_acknowledgement a where a.person_id = ${personId}) as acknowledged,
           (select coalesce(json_agg(newest), '[]') from (
             select distinct on (e.use) e.use, e.given, e.wording, ${instant('e.at')} as at
               from consent_event e where e.person_id = ${personId}
              order by e.use, e.at desc, e.id desc) newest) as consents
      from named`.execute(db)
  return rows[0] as Agreements
}

export async function findNewestConsent(
  tx: Tx,
  personId: string,
  use: OptionalUse,
): Promise<(ConsentEvent & { at: Date }) | null> {
  const row = await tx
    .selectFrom('consent_event')
    .select(['given', 'wording', 'at'])
    .where('person_id', '=', personId)
    .where('use', '=', use)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function insertConsentEvent(
  tx: Tx,
  event: ConsentEvent & { personId: string; id: string; use: OptionalUse },
): Promise<Date> {
  const { at } = await tx
    .insertInto('consent_event')
    .values({
      person_id: event.personId,
      id: event.id,
      use: event.use,
      wording: event.wording,
      given: event.given,
    })
    .returning('at')
    .executeTakeFirstOrThrow()
  return at
}
