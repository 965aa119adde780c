import * as contract from '@zhuji/contract/notices.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { acknowledgeNotice } from './acknowledge-notice.ts'
import { giveConsent, withdrawConsent } from './decide-consent.ts'
import { readConsents } from './read-consents.ts'
import { readNotice } from './read-notice.ts'

export function noticeRoutes(app: FastifyInstance, ctx: Context): void {
  implement(app, ctx, contract.readNotice)(() => readNotice(ctx))
  implement(
    app,
    ctx,
    contract.acknowledgeNotice,
  )(({ actor, params, body }) => acknowledgeNotice(ctx, actor, params.personId, body.version))
  implement(app, ctx, contract.readConsents)(({ actor, params }) => readConsents(ctx, actor, params.personId))
  implement(
    app,
    ctx,
    contract.giveConsent,
  )(({ actor, params: { personId, use }, body }) =>
    giveConsent(ctx, actor, personId, { use, wording: body.wording }),
  )
  implement(
    app,
    ctx,
    contract.withdrawConsent,
  )(({ actor, params: { personId, use } }) => withdrawConsent(ctx, actor, personId, use))
}
