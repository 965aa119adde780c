import { issueClerkTicket as ticketRoute, uploadCardRead as uploadRoute } from '@zhuji/contract/card-reads.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { issueClerkTicket } from './issue-clerk-ticket.ts'
import { uploadCardRead } from './upload-card-read.ts'

export function cardReadRoutes(app: FastifyInstance, ctx: Context): void {
  implement(app, ctx, uploadRoute)(({ actor, body }) => uploadCardRead(ctx, actor, body))
  implement(app, ctx, ticketRoute)(({ actor }) => issueClerkTicket(ctx, actor))
}
