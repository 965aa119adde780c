import {
  askCaptcha,
  askRegistrationCode,
  askSignInCode,
  bindPhone,
  giveCardFacts,
  seeSession,
  signIn,
  signOut,
  startRegistration,
  voidPassword,
} from '@zhuji/contract/accounts.ts'
import { askFreshCode } from '@zhuji/contract/fresh-codes.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../platform/context.ts'
import { browserOf, dropCookie, newToken, readCookie, setToken, tokenHash } from '../platform/http/cookies.ts'
import { implement } from '../platform/http/implement.ts'
import { askForCaptcha } from './captcha/ask-captcha.ts'
import { askCodeForAct } from './codes/ask-fresh-code.ts'
import { askCodeOfRegistration } from './registration/ask-registration-code.ts'
import { attemptMinutes } from './registration/attempt.ts'
import { bindPhoneOfPerson } from './registration/bind-phone.ts'
import { giveFactsOfCard } from './registration/give-card-facts.ts'
import { beginRegistration } from './registration/start-registration.ts'
import { askCodeOfSignIn } from './sign-in/ask-sign-in-code.ts'
import { viewSession } from './sign-in/see-session.ts'
import { signInPerson } from './sign-in/sign-in.ts'
import { endOwnSession } from './sign-in/sign-out.ts'
import { voidPasswordOfPerson } from './sign-in/void-password.ts'

export function accountRoutes(app: FastifyInstance, ctx: Context): void {
  captchaAndRegistration(app, ctx)
  signingIn(app, ctx)
  freshCodes(app, ctx)
  sessions(app, ctx)
}

function captchaAndRegistration(app: FastifyInstance, ctx: Context): void {
  const attemptOf = (request: FastifyRequest) => {
    const token = readCookie(ctx, request, 'zhuji-attempt')
    return token === undefined ? null : tokenHash(ctx, 'zhuji-attempt', token)
  }

  implement(
    app,
    ctx,
    askCaptcha,
  )(async ({ actor, body, request, reply }) =>
    askForCaptcha(ctx, actor, browserOf(ctx, request, reply), body.face),
  )
  implement(
    app,
    ctx,
    startRegistration,
  )(async ({ actor, body, request, reply }) => {
    const token = newToken()
    const attempt = { ...body, tokenHash: tokenHash(ctx, 'zhuji-attempt', token) }
    const begun = await beginRegistration(ctx, actor, browserOf(ctx, request, reply), attempt)
    setToken(ctx, reply, 'zhuji-attempt', token, attemptMinutes * 60)
    return begun
  })
  implement(
    app,
    ctx,
    giveCardFacts,
  )(async ({ actor, body, request }) => giveFactsOfCard(ctx, actor, attemptOf(request), body))
  implement(
    app,
    ctx,
    askRegistrationCode,
  )(async ({ actor, body, request, reply }) =>
    askCodeOfRegistration(ctx, actor, browserOf(ctx, request, reply), attemptOf(request), body.mobile),
  )
  implement(
    app,
    ctx,
    bindPhone,
  )(async ({ actor, body, request, reply }) => {
    const token = newToken()
    const { personId, alert } = await bindPhoneOfPerson(ctx, actor, browserOf(ctx, request, reply), {
      ...body,
      tokenHash: attemptOf(request),
      sessionHash: tokenHash(ctx, 'zhuji-session', token),
    })
    if (alert) request.log.warn({ alert: 'many-bindings' }, 'many first bindings from one origin')
    dropCookie(ctx, reply, 'zhuji-attempt')
    setToken(ctx, reply, 'zhuji-session', token)
    return { personId }
  })
}

function signingIn(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    askSignInCode,
  )(async ({ actor, body, request, reply }) =>
    askCodeOfSignIn(ctx, actor, browserOf(ctx, request, reply), body),
  )
  implement(
    app,
    ctx,
    signIn,
  )(async ({ actor, body, request, reply }) => {
    const token = newToken()
    const sessionHash = tokenHash(ctx, 'zhuji-session', token)
    const done = await signInPerson(ctx, actor, browserOf(ctx, request, reply), { ...body, sessionHash })
    setToken(ctx, reply, 'zhuji-session', token)
    return done
  })
  implement(
    app,
    ctx,
    voidPassword,
  )(async ({ actor }) => {
    await voidPasswordOfPerson(ctx, actor)
    return undefined
  })
}

function freshCodes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    askFreshCode,
  )(async ({ actor, params, body, request, reply }) =>
    askCodeForAct(ctx, actor, browserOf(ctx, request, reply), { ...params, ...body }),
  )
}

function sessions(app: FastifyInstance, ctx: Context): void {
  implement(app, ctx, seeSession)(async ({ actor }) => viewSession(ctx, actor))
  implement(
    app,
    ctx,
    signOut,
  )(async ({ actor, reply }) => {
    await endOwnSession(ctx, actor)
    dropCookie(ctx, reply, 'zhuji-session')
    return undefined
  })
}
