import type { CaptchaAnswer } from '@zhuji/contract/accounts.ts'
import { suspiciousSigns } from '@zhuji/domain/text-comparison.ts'
import { identityOf } from '../../card-reads/identity.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { conflict, unprocessable } from '../../platform/refused-error.ts'
import { passCaptcha, spendPassedCaptcha } from '../captcha/pass-captcha.ts'
import { allowOrigin, allowTry, forgetTries, type TryKey } from '../codes/code-limits.ts'
import { tryCode } from '../codes/try-code.ts'
import { mobileOf } from '../mobile.ts'
import { type Outcome, placesOf } from '../registration/attempt.ts'
import { sendMessage } from '../send-message.ts'
import { enter } from './enter.ts'
import { type Account, findAccount, isBindingLost } from './repository.ts'

export interface SigningIn {
  number: string
  mobile: string
  code: string
  captcha: CaptchaAnswer
  sessionHash: Buffer
}

interface Try {
  browser: Buffer
  given: SigningIn
  account: Account | undefined
  mobileIndex: Buffer
  freshCaptcha: boolean
}

/** Number, phone and dynamic password together open a session; what was wrong among them is never told (R3.3, R3.5). */
export async function signInPerson(
  ctx: Context,
  actor: Actor,
  browser: Buffer,
  given: SigningIn,
): Promise<{ personId: string }> {
  const { fresh } = await passCaptcha(ctx, browser, given.captcha)
  const mobile = mobileOf(ctx.keys, given.mobile)
  const { kind, index } = identityOf(ctx.keys, given.number)
  const of = { kind, numberIndex: index, mobileIndex: mobile.index, browser }
  const { account, isLost } = await withActor(ctx, actor, async (tx) => ({
    account: await findAccount(tx, of),
    isLost: await isBindingLost(tx, of),
  }))
  const key: TryKey = {
    purpose: 'sign-in',
    whose: index.toString('hex'),
    origin: actor.origin,
    knownBrowser: account?.knownBrowser ? browser : null,
  }
  await allowOrigin(ctx, 'sign-in', key)
  await allowTry(ctx, key)
  const tried: Try = { browser, given, account, mobileIndex: mobile.index, freshCaptcha: fresh }
  const outcome = await withActor(ctx, actor, async (tx) => trySignIn(ctx, actor, tx, tried))
  if (isLost) throw conflict({ code: 'binding-lost' })
  if ('refused' in outcome) throw outcome.refused
  await forgetTries(ctx, key)
  return { personId: outcome.done }
}

async function trySignIn(ctx: Context, actor: Actor, tx: Tx, tried: Try): Promise<Outcome<string>> {
  const { browser, given, account } = tried
  const decision = await tryCode(ctx, tx, {
    personId: account?.personId ?? null,
    purpose: 'sign-in',
    mobileIndex: tried.mobileIndex,
    typed: given.code,
    browser,
    knownBrowser: account?.knownBrowser ?? false,
    freshCaptcha: tried.freshCaptcha,
  })
  if (!decision.granted || !account) {
    await recordAudit(ctx, tx, actor, { act: 'sign-in.refused', personId: account?.personId ?? null })
    const again = !decision.granted && decision.refusal.code === 'captcha-needed-again'
    return { refused: again ? unprocessable({ code: 'captcha-needed-again' }) : mismatch(given.number) }
  }
  const { personId } = account
  await spendPassedCaptcha(tx, browser, given.captcha)
  const person = await enter(actor, tx, { personId, browser, sessionHash: given.sessionHash })
  if (decision.value.tellPerson) await sendMessage(ctx, tx, personId, 'password-used-elsewhere')
  await recordAudit(ctx, tx, person, {
    act: 'signed-in',
    personId,
    details: { again: decision.value.tellPerson },
  })
  return { done: personId }
}

function mismatch(number: string) {
  const suspicions = { number: placesOf(suspiciousSigns(number, 'number')) }
  const refusal = { code: 'sign-in-mismatch', suspicions }
  return unprocessable(refusal)
}
