import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { MessageFacts, MessageTemplate } from './message-texts.ts'
import { findMobileOf, insertMessage, type Message } from './messages-repository.ts'

/**
 * A text message to a person, sent once the transaction has committed. Nothing happens where no phone is bound.
 * `facts` are codes, counts and masked numbers: no value of a person may stand in them.
 */
export async function sendMessage(
  ctx: Context,
  tx: Tx,
  personId: string,
  template: MessageTemplate,
  facts: MessageFacts = {},
): Promise<void> {
  const mobile = await findMobileOf(ctx.keys, tx, personId)
  if (mobile) await sendMessageTo(ctx, tx, { personId, template, mobile, facts })
}

/** As `sendMessage`, to a number that need not be bound to the person any more. */
export async function sendMessageTo(
  ctx: Context,
  tx: Tx,
  message: Omit<Message, 'messageId'>,
): Promise<void> {
  const { personId } = message
  const messageId = newId()
  await insertMessage(ctx.keys, tx, { ...message, messageId })
  await ctx.queue.enqueue(tx, 'send-message', { personId, messageId }, messageId)
}
