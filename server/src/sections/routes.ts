import * as contract from '@zhuji/contract/sections.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { declareAbsence } from './declare-absence.ts'

export function sectionRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.declareAbsence,
  )(async ({ actor, params, body }) => {
    await declareAbsence(ctx, actor, params.personId, { section: params.section, none: body.none })
    return undefined
  })
}
