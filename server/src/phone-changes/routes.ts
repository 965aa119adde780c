import {
  askPhoneChangeCode,
  beginPhoneChange,
  completePhoneChange,
  confirmBinding,
  seePhoneChange,
} from '@zhuji/contract/phone-changes.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { browserOf } from '../platform/http/cookies.ts'
import { implement } from '../platform/http/implement.ts'
import { askCodeOfChange } from './ask-phone-change-code.ts'
import { beginChange } from './begin-phone-change.ts'
import { completeChange } from './complete-phone-change.ts'
import { confirmBoundNumber } from './confirm-binding.ts'
import { viewChange } from './see-phone-change.ts'

export function phoneChangeRoutes(app: FastifyInstance, ctx: Context): void {
  implement(app, ctx, beginPhoneChange)(({ actor }) => beginChange(ctx, actor))
  implement(app, ctx, confirmBinding)(({ actor, params }) => confirmBoundNumber(ctx, actor, params.id))
  implement(app, ctx, seePhoneChange)(({ actor, params }) => viewChange(ctx, actor, params.id))
  implement(
    app,
    ctx,
    askPhoneChangeCode,
  )(async ({ actor, params, body, request, reply }) =>
    askCodeOfChange(ctx, actor, browserOf(ctx, request, reply), { ...body, ...params }),
  )
  implement(
    app,
    ctx,
    completePhoneChange,
  )(async ({ actor, params, body, request, reply }) =>
    completeChange(ctx, actor, browserOf(ctx, request, reply), { ...body, ...params }),
  )
}
