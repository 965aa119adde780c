import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { countUnread, markRead, markReadUpTo } from './repository.ts'

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

/** Everything up to the newest message that was on the screen. */
export function markMessagesRead(ctx: Context, actor: Actor, personId: string, upTo: string): Promise<Left> {
  return withActor(ctx, actor, async (tx) => {
    await markReadUpTo(tx, personId, upTo)
    return { unread: await countUnread(tx, personId) }
  })
}
