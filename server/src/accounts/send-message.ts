import { type InboxTemplate, messageChannels, type TextTemplate } from '@zhuji/domain/message-templates.ts'
import { insertInboxMessages } from '../messages/repository.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { MessageFacts } from './message-texts.ts'
import { findMobileOf, insertMessages, type Message } from './messages-repository.ts'

/**
 * The one way to tell a person something: into their inbox, and where it is urgent by text message to the bound
 * phone, once the transaction has committed. `facts` are codes, counts and masked numbers: no value of a person may
 * stand in them. `recordId` among them is what the message's next step leads to.
 */
export async function sendMessage(
  ctx: Context,
  tx: Tx,
  personId: string,
  template: InboxTemplate,
  facts: MessageFacts = {},
): Promise<void> {
  const { recordId, ...told } = facts
  const about = typeof recordId === 'string' ? recordId : null
  await insertInboxMessages(tx, [{ personId, template, facts: told, recordId: about }])
  if (!isUrgent(template)) return
  const mobile = await findMobileOf(ctx.keys, tx, personId)
  if (mobile) await sendTexts(ctx, tx, [{ personId, template, mobile, facts: told }])
}

const isUrgent = (template: InboxTemplate): template is InboxTemplate & TextTemplate =>
  messageChannels[template] === 'inbox-and-sms'

export type Text = Omit<Message, 'messageId'>

/** Text messages alone, to numbers that need not be bound to these persons any more. */
export async function sendTexts(ctx: Context, tx: Tx, texts: readonly Text[]): Promise<void> {
  if (texts.length === 0) return
  const messages = texts.map((text) => ({ ...text, messageId: newId() }))
  await insertMessages(ctx.keys, tx, messages)
  const jobs = messages.map(({ personId, messageId }) => ({ job: { personId, messageId }, key: messageId }))
  await ctx.queue.enqueueAll(tx, 'send-message', jobs)
}
