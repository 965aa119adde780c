import type { TextTemplate } from '@zhuji/domain/message-templates.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { KeyRing } from '../platform/keys.ts'
import { type Place, sealText, unsealText } from '../platform/sealing.ts'
import type { MessageFacts } from './message-texts.ts'

export const mobilePlace = (table: 'phone_binding' | 'sms_code' | 'sms_message', owner: string): Place => ({
  table,
  column: 'mobile',
  owner,
})

export async function findMobileOf(keys: KeyRing, tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('phone_binding')
    .select('mobile')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && unsealText(keys, mobilePlace('phone_binding', personId), row.mobile)
}

export interface Message {
  personId: string
  messageId: string
  template: TextTemplate
  mobile: string
  facts: MessageFacts
}

export async function insertMessages(keys: KeyRing, tx: Tx, messages: readonly Message[]): Promise<void> {
  await tx
    .insertInto('sms_message')
    .values(
      messages.map(({ personId, messageId, template, mobile, facts }) => ({
        person_id: personId,
        id: messageId,
        template,
        mobile: sealText(keys, mobilePlace('sms_message', personId), mobile),
        facts: JSON.stringify(facts),
      })),
    )
    .execute()
}

export async function findUnsentMessage(
  keys: KeyRing,
  tx: Tx,
  personId: string,
  messageId: string,
): Promise<Message | undefined> {
  const row = await tx
    .selectFrom('sms_message')
    .select(['template', 'mobile', 'facts'])
    .where('person_id', '=', personId)
    .where('id', '=', messageId)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    personId,
    messageId,
    template: row.template as TextTemplate,
    mobile: unsealText(keys, mobilePlace('sms_message', personId), row.mobile),
    facts: row.facts as MessageFacts,
  }
}

export async function markMessageSent(tx: Tx, personId: string, messageId: string): Promise<void> {
  await tx
    .updateTable('sms_message')
    .set({ sent_at: sql`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('id', '=', messageId)
    .execute()
}
