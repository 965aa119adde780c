import { type InboxMessageView, messagesOnAPage, mostCounted } from '@zhuji/contract/messages.ts'
import type { InboxTemplate } from '@zhuji/domain/message-templates.ts'
import { type Expression, type RawBuilder, sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'

export interface InboxMessage {
  personId: string
  template: InboxTemplate
  /** Codes, counts and references only. */
  facts: Readonly<Record<string, string | number>>
  recordId: string | null
}

export async function insertInboxMessages(tx: Tx, messages: readonly InboxMessage[]): Promise<void> {
  if (messages.length === 0) return
  await tx
    .insertInto('inbox_message')
    .values(
      messages.map(({ personId, template, facts, recordId }) => ({
        person_id: personId,
        id: newId(),
        template,
        facts: JSON.stringify(facts),
        record_id: recordId,
      })),
    )
    .execute()
}

/** As part of a statement: how many messages the person has not read, counted up to a limit. */
export const unreadMessages = (personId: Expression<unknown>): RawBuilder<number> =>
  sql<number>`(select count(*)::int from (
    select from inbox_message m where m.person_id = ${personId} and m.read_at is null
     limit ${sql.lit(mostCounted)}) unread)`

export interface InboxPage {
  /** One more than a page where another follows. */
  messages: InboxMessageView[]
  unread: number
}

/** One page and the count of what is unread, in one statement that names its actor. */
export async function findInboxPage(
  db: Db,
  actor: Actor,
  personId: string,
  before: string | null,
): Promise<InboxPage> {
  const { rows } = await sql<InboxPage>`
    with ${namedIn(actor)}
    select ${unreadMessages(sql`${personId}::uuid`)} as unread,
           (select coalesce(json_agg(page), '[]') from (
             select m.id, m.template, m.facts, m.record_id as "recordId",
                    to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
                    to_char(m.read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "readAt"
               from inbox_message m
              where m.person_id = ${personId} and (${before}::uuid is null or m.id < ${before}::uuid)
              order by m.id desc limit ${sql.lit(messagesOnAPage + 1)}) page) as messages
      from named`.execute(db)
  return rows[0] as InboxPage
}

/** False when the person has no such message. */
export async function markRead(tx: Tx, personId: string, messageId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inbox_message')
    .set({ read_at: sql`coalesce(read_at, clock_timestamp())` })
    .where('person_id', '=', personId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function markAllRead(tx: Tx, personId: string, messageIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('inbox_message')
    .set({ read_at: sql`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('id', 'in', messageIds)
    .where('read_at', 'is', null)
    .execute()
}

export async function countUnread(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select ${unreadMessages(sql`${personId}::uuid`)} as unread`.execute(tx)
  return rows[0]?.unread ?? 0
}
