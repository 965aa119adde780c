import type { CaptchaAnswer } from '@zhuji/contract/accounts.ts'
import { identityOf } from '../../card-reads/identity.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/refused-error.ts'
import { passCaptcha } from '../captcha/pass-captcha.ts'
import { allowOrigin, allowRequest, allowSending } from '../codes/code-limits.ts'
import { issueCode } from '../codes/issue-code.ts'
import { mobileOf } from '../mobile.ts'
import { findAccount, isBindingLost } from './repository.ts'

/**
 * Always the same answer and statements; a code goes out, and counts against the phone's, only when number and phone
 * belong together (R3.3, R3.4). Only in their own browser somebody hears that the phone's codes are used up, or that
 * the number went to its new holder (R3.7).
 */
export async function askCodeOfSignIn(
  ctx: Context,
  actor: Actor,
  browser: Buffer,
  given: { number: string; mobile: string; captcha: CaptchaAnswer },
): Promise<{ nextCodeAt: string }> {
  await passCaptcha(ctx, browser, given.captcha)
  const mobile = mobileOf(ctx.keys, given.mobile)
  const identity = identityOf(ctx.keys, given.number)
  const key = { kind: identity.kind, numberIndex: identity.index, mobileIndex: mobile.index, browser }
  const account = await withActor(ctx, actor, async (tx) => findAccount(tx, key))
  const knownBrowser = account?.knownBrowser ?? false
  await allowOrigin(ctx, 'code-request', {
    origin: actor.origin,
    knownBrowser: knownBrowser ? browser : null,
  })
  const pair = `sign-in ${key.kind} ${key.numberIndex.toString('hex')} ${mobile.index.toString('hex')}`
  const nextCodeAt = await allowRequest(ctx, { key: pair, knownBrowser, sharesTheDay: true })
  const refusal = await allowSending(ctx, account ? mobile : null, pair)
  if (refusal && knownBrowser) throw refusal
  const isLost = await withActor(ctx, actor, async (tx) => {
    const personId = (await findAccount(tx, key))?.personId ?? null
    const goesTo = account && account.personId === personId && !refusal ? personId : null
    await issueCode(ctx, tx, { personId: goesTo, purpose: 'sign-in', mobile, browser })
    await recordAudit(ctx, tx, actor, { act: 'sign-in.code-asked', personId })
    return isBindingLost(tx, key)
  })
  if (isLost) throw conflict({ code: 'binding-lost' })
  return { nextCodeAt }
}
