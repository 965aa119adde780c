import * as contract from '@zhuji/contract/credit-objections.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { answerObjection } from './answer-objection.ts'
import { listOpenObjections } from './list-open-objections.ts'
import { objectToCredit } from './object-to-credit.ts'
import { readObjection } from './read-objection.ts'
import { readOwnObjections } from './read-own-objections.ts'

export function creditObjectionRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.objectToCredit,
  )(({ actor, params, body }) =>
    objectToCredit(ctx, actor, params.personId, { recordId: params.recordId, ...body }),
  )
  implement(
    app,
    ctx,
    contract.readOwnObjections,
  )(async ({ actor, params }) => ({ objections: await readOwnObjections(ctx, actor, params.personId) }))
  implement(
    app,
    ctx,
    contract.listOpenObjections,
  )(({ actor, query }) => listOpenObjections(ctx, actor, query.after ?? null))
  implement(
    app,
    ctx,
    contract.readObjection,
  )(({ actor, params }) => readObjection(ctx, actor, params.personId, params.objectionId))
  implement(
    app,
    ctx,
    contract.answerObjection,
  )(({ actor, params, body }) => answerObjection(ctx, actor, params.personId, params.objectionId, body))
}
