import { staffSignIn as declared } from '@zhuji/contract/accounts.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../platform/context.ts'
import { giveToken, tokenHash } from '../../platform/http/cookies.ts'
import { implement } from '../../platform/http/implement.ts'
import { staffSignIn } from './staff-sign-in.ts'

export function staffRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    declared,
  )(({ actor, body, reply }) =>
    staffSignIn(ctx, actor, body, () =>
      tokenHash(ctx, 'zhuji-session', giveToken(ctx, reply, 'zhuji-session')),
    ),
  )
}
