import type { Jobs } from '@zhuji/contract/jobs.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { deliver } from './deliver.ts'
import { messageText } from './message-texts.ts'
import { findUnsentMessage, markMessageSent } from './messages-repository.ts'

export async function deliverMessage(
  ctx: Context,
  { personId, messageId }: Jobs['send-message'],
): Promise<void> {
  const actor = systemActor()
  const message = await withActor(ctx, actor, async (tx) =>
    findUnsentMessage(ctx.keys, tx, personId, messageId),
  )
  if (!message) return
  const text = messageText(message.template, message.facts)
  await deliver(ctx, actor, { personId, messageId, mobile: message.mobile, text }, markMessageSent)
}
