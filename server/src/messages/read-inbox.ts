import { type InboxMessageView, messagesOnAPage } from '@zhuji/contract/messages.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { findInboxPage } from './repository.ts'

export interface Inbox {
  messages: InboxMessageView[]
  unread: number
  next: string | null
}

/** 消息: a page of them, the newest first, after the last one of the page before. */
export async function readInbox(
  ctx: Context,
  actor: Actor,
  personId: string,
  before: string | null,
): Promise<Inbox> {
  const { messages, unread } = await findInboxPage(ctx.db, actor, personId, before)
  const page = messages.slice(0, messagesOnAPage)
  return { messages: page, unread, next: messages.length > page.length ? (page.at(-1)?.id ?? null) : null }
}
