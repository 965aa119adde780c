import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { countUnread, markAllRead, markRead } from './repository.ts'

interface Left {
  unread: number
}

/** The first reading counts; another person's message is not there. */
export function markMessageRead(
  ctx: Context,
  actor: Actor,
  personId: string,
  messageId: string,
): Promise<Left> {
  return withActor(ctx, actor, async (tx) => {
    if (!(await markRead(tx, personId, messageId))) throw notFound()
    return { unread: await countUnread(tx, personId) }
  })
}

/** The messages that were on the screen; another person's among them are not there. */
export function markMessagesRead(
  ctx: Context,
  actor: Actor,
  personId: string,
  messageIds: readonly string[],
): Promise<Left> {
  return withActor(ctx, actor, async (tx) => {
    await markAllRead(tx, personId, messageIds)
    return { unread: await countUnread(tx, personId) }
  })
}
