import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'

export async function portalRoutes(_app: FastifyInstance, _ctx: Context): Promise<void> {}
