import * as contract from '@zhuji/contract/messages.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { markMessageRead, markMessagesRead } from './mark-read.ts'
import { readInbox } from './read-inbox.ts'

export function messageRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.readInbox,
  )(({ actor, params, query }) => readInbox(ctx, actor, params.personId, query.before ?? null))
  implement(
    app,
    ctx,
    contract.markMessageRead,
  )(({ actor, params }) => markMessageRead(ctx, actor, params.personId, params.messageId))
  implement(
    app,
    ctx,
    contract.markMessagesRead,
  )(({ actor, params, body }) => markMessagesRead(ctx, actor, params.personId, body.messageIds))
}
