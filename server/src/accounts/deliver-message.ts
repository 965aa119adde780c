import type { Jobs } from '@zhuji/contract/jobs.ts'
import { consentStands, type OptionalUse } from '@zhuji/domain/consent.ts'
import { messageChannels, type TextTemplate } from '@zhuji/domain/message-templates.ts'
import { findNewestConsent } from '../notices/repository.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { deliver } from './deliver.ts'
import { messageText } from './message-texts.ts'
import { findUnsentMessage, markMessageSent } from './messages-repository.ts'

/** Sends what still waits; what needs a consent only while that consent stands (R12.5). */
export async function deliverMessage(
  ctx: Context,
  { personId, messageId }: Jobs['send-message'],
): Promise<void> {
  const actor = systemActor()
  const message = await withActor(ctx, actor, async (tx) => {
    const unsent = await findUnsentMessage(ctx.keys, tx, personId, messageId)
    return unsent && (await maySend(tx, personId, unsent.template)) ? unsent : undefined
  })
  if (!message) return
  const text = messageText(message.template, message.facts)
  await deliver(ctx, actor, { personId, messageId, mobile: message.mobile, text }, markMessageSent)
}

const reminders: OptionalUse = 'expiry-reminders-by-sms'

async function maySend(tx: Tx, personId: string, template: TextTemplate): Promise<boolean> {
  if (messageChannels[template] !== 'inbox-and-sms-by-consent') return true
  return consentStands(reminders, await findNewestConsent(tx, personId, reminders))
}
