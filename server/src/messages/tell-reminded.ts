import { consentStands } from '@zhuji/domain/consent.ts'
import type { ReminderDays } from '@zhuji/domain/expiry.ts'
import { mobilePlace } from '../accounts/messages-repository.ts'
import { sendTexts, type Text } from '../accounts/send-message.ts'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { unsealText } from '../platform/sealing.ts'
import { findReachable } from './reminder-repository.ts'
import { type InboxMessage, insertInboxMessages } from './repository.ts'

export interface Reminder extends InboxMessage {
  template: 'record-ending' | 'card-ending'
  facts: { kind?: string; days: ReminderDays } & Record<string, string | number>
}

/**
 * Into everybody's inbox, and one text message for all of these to each who has agreed to that (R12.5). Records and cards
 * are told of apart, in batches by their end: one day may bring a person a text message for each.
 */
export async function tellReminded(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  reminders: readonly Reminder[],
): Promise<void> {
  if (reminders.length === 0) return
  await insertInboxMessages(tx, reminders)
  const use = 'expiry-reminders-by-sms'
  const byPerson = Map.groupBy(reminders, ({ personId }) => personId)
  const reachable = await findReachable(tx, [...byPerson.keys()], use)
  const texts = reachable
    .filter((newest) => consentStands(use, newest))
    .map(({ personId, mobile }): Text => {
      const own = byPerson.get(personId) ?? []
      return {
        personId,
        template: own[0]?.template ?? 'record-ending',
        mobile: unsealText(ctx.keys, mobilePlace('phone_binding', personId), mobile),
        facts: { count: own.length, days: Math.min(...own.map(({ facts }) => facts.days)) },
      }
    })
  await sendTexts(ctx, tx, texts)
  await recordAudit(ctx, tx, actor, {
    act: 'expiry.reminded',
    details: { reminders: reminders.length, persons: byPerson.size, texts: texts.length },
  })
}
