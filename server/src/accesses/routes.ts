import { readAccesses } from '@zhuji/contract/accesses.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { readTimeline } from './read-accesses.ts'

export function accessRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    readAccesses,
  )(async ({ actor, params, query }) => readTimeline(ctx, actor, params.personId, query.before))
}
