import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'

export function accountRoutes(_app: FastifyInstance, _ctx: Context): void {}
