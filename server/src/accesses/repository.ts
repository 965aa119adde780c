import type { AccessView } from '@zhuji/contract/accesses.ts'
import { sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/database.ts'

export interface AccessKey {
  at: string
  id: string
}

const instant = sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * A person's timeline, newest first, in one statement: the lines of its own, and one for each batch of a feed that
 * wrote for the person. Only a look for a complaint is ever kept back, until its day.
 */
export async function findAccesses(
  db: Db | Tx,
  actor: Actor,
  of: { personId: string; today: string; before: AccessKey | null; most: number },
): Promise<AccessView[]> {
  const { personId, most } = of
  const { at, id } = of.before ?? newest
  const earlier = sql`(${at}::timestamptz, ${id}::uuid)`
  const { rows } = await sql<AccessView>`
    with ${namedIn(actor)},
    told as (
      select e.at, e.id, e.office, e.role, e.reason, e.matter, e.act, null as source, d.shown_from
        from access_entry e
        left join access_delay d
          on d.person_id = e.person_id and d.audit_id = e.audit_id and e.reason = 'complaint'
       where e.person_id = ${personId} and (d.shown_from is null or d.shown_from <= ${of.today}::date)
         and (e.at, e.id) < ${earlier}
       order by e.at desc, e.id desc limit ${most}),
    batch as (
      select f.batch_id from record_revision v join feed_report f on f.audit_id = v.audit_id
       where v.person_id = ${personId}
      union select batch_id from social_security where person_id = ${personId}
      union select batch_id from social_security_former where person_id = ${personId}
      union select batch_id from employment where person_id = ${personId}
      union select ended_batch_id from employment where person_id = ${personId}),
    fed as (
      select b.received_at as at, b.id, null as office, 'system' as role, 'feed' as reason, null as matter,
             'feed-records' as act, b.source, null::date as shown_from
        from batch join feed_batch b on b.id = batch.batch_id
       where (b.received_at, b.id) < ${earlier}
       order by b.received_at desc, b.id desc limit ${most})
    select ${instant} as at, id, office, role, reason, matter, act, source, shown_from as "shownFrom"
      from named, (select * from told union all select * from fed) line
     order by line.at desc, id desc limit ${most}`.execute(db)
  return rows
}

/** Before this key lies everything. */
const newest: AccessKey = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

export async function insertDelayRequest(
  tx: Tx,
  asked: { personId: string; auditId: string; askedBy: string; matter: string },
): Promise<void> {
  await tx
    .insertInto('access_delay_request')
    .values({
      person_id: asked.personId,
      audit_id: asked.auditId,
      asked_by: asked.askedBy,
      matter: asked.matter,
    })
    .execute()
}

export async function findDelayRequest(
  tx: Tx,
  personId: string,
  auditId: string,
): Promise<{ askedBy: string; matter: string; isSet: boolean } | undefined> {
  const { rows } = await sql<{ askedBy: string; matter: string; isSet: boolean }>`
    select r.asked_by as "askedBy", r.matter, d.audit_id is not null as "isSet"
      from access_delay_request r
      left join access_delay d on d.person_id = r.person_id and d.audit_id = r.audit_id
     where r.person_id = ${personId} and r.audit_id = ${auditId}`.execute(tx)
  return rows[0]
}

/** False when another has set a date meanwhile: it stays. */
export async function insertDelay(
  tx: Tx,
  set: { personId: string; auditId: string; askedBy: string; setBy: string; shownFrom: string },
): Promise<boolean> {
  const rows = await tx
    .insertInto('access_delay')
    .values({
      person_id: set.personId,
      audit_id: set.auditId,
      asked_by: set.askedBy,
      set_by: set.setBy,
      shown_from: set.shownFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('audit_id')
    .execute()
  return rows.length > 0
}
