import { demoPeople, demoStaff } from '@zhuji/contract/demo.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { seeDemoPeople } from './see-demo-people.ts'
import { seeDemoStaff } from './see-demo-staff.ts'

export function demoRoutes(app: FastifyInstance, ctx: Context): void {
  implement(app, ctx, demoPeople)(async () => ({ people: await seeDemoPeople(ctx) }))
  implement(app, ctx, demoStaff)(async () => ({ staff: await seeDemoStaff(ctx) }))
}
