import { demoOutbox } from '@zhuji/contract/demo.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { readOutbox } from '../platform/sms/demo-gateway.ts'

const shown = 50

/** Demo only: what the gateway would have sent. */
export function outboxRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    demoOutbox,
  )(async () => {
    const messages = await readOutbox(ctx.db, ctx.keys, shown)
    return { messages: messages.map((message) => ({ ...message, sentAt: message.sentAt.toISOString() })) }
  })
}
