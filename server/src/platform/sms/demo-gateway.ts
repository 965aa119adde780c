import type { Db } from '../database.ts'
import type { KeyRing } from '../keys.ts'
import { type Place, sealText, unsealText } from '../sealing.ts'
import type { SmsGateway } from '../sms-gateway.ts'

const place = (column: 'mobile' | 'body', id: string): Place => ({ table: 'demo_outbox', column, owner: id })

export interface OutboxMessage {
  id: string
  mobile: string
  text: string
  sentAt: Date
}

/** Sends nothing: the message lies sealed in the demo outbox, where its page shows it. */
export function demoGateway(db: Db, keys: KeyRing): SmsGateway {
  return {
    async send({ messageId, mobile, text }) {
      await db
        .insertInto('demo_outbox')
        .values({
          id: messageId,
          mobile: sealText(keys, place('mobile', messageId), mobile),
          body: sealText(keys, place('body', messageId), text),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
  }
}

/** The newest messages of the demo outbox, opened. */
export async function readOutbox(db: Db, keys: KeyRing, most: number): Promise<OutboxMessage[]> {
  const rows = await db
    .selectFrom('demo_outbox')
    .select(['id', 'mobile', 'body', 'sent_at'])
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    mobile: unsealText(keys, place('mobile', row.id), row.mobile),
    text: unsealText(keys, place('body', row.id), row.body),
    sentAt: row.sent_at,
  }))
}
