import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { MessageFacts, MessageTemplate } from './message-texts.ts'
import { findMobileOf, insertMessage } from './messages-repository.ts'

/**
 * A text message to a person, sent once the transaction has committed. Nothing happens where no phone is bound.
 * `facts` are codes and counts: no value of a person may stand in them.
 */
export async function sendMessage(
  ctx: Context,
  tx: Tx,
  personId: string,
  template: MessageTemplate,
  facts: MessageFacts = {},
): Promise<void> {
  const mobile = await findMobileOf(ctx.keys, tx, personId)
  if (!mobile) return
  const messageId = newId()
  await insertMessage(ctx.keys, tx, { personId, messageId, template, mobile, facts })
  await ctx.queue.enqueue(tx, 'send-message', { personId, messageId }, messageId)
}
