import { enrolReader as enrolReaderRoute } from '@zhuji/contract/card-reads.ts'
import { listWindows } from '@zhuji/contract/portal.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { enrolReader } from './enrol-reader.ts'
import { listOpenWindows } from './list-windows.ts'

export function officeRoutes(app: FastifyInstance, ctx: Context): void {
  implement(app, ctx, listWindows)(async () => ({ windows: await listOpenWindows(ctx) }))
  implement(app, ctx, enrolReaderRoute)(({ actor, body }) => enrolReader(ctx, actor, body))
}
