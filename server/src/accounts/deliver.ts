import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { MessageRejectedError } from '../platform/sms-gateway.ts'

export interface Delivery {
  personId: string
  messageId: string
  mobile: string
  text: string
}

/**
 * Hands a message to the gateway and marks it sent. One that the gateway rejects for good is marked as well, and
 * audited; any other failure is thrown, so that the queue tries again with the same message id.
 */
export async function deliver(
  ctx: Context,
  actor: Actor,
  { personId, messageId, mobile, text }: Delivery,
  markSent: (tx: Tx, personId: string, messageId: string) => Promise<void>,
): Promise<void> {
  const rejected = await ctx.sms.send({ messageId, mobile, text }).then(
    () => null,
    (error: unknown) => {
      if (error instanceof MessageRejectedError) return error
      throw error
    },
  )
  await withActor(ctx, actor, async (tx) => {
    await markSent(tx, personId, messageId)
    if (rejected)
      await recordAudit(ctx, tx, actor, {
        act: 'message.rejected',
        personId,
        object: { kind: 'message', id: messageId },
        details: { status: rejected.status },
      })
  })
}
