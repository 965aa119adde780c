import type { CaptchaAnswer } from '@zhuji/contract/accounts.ts'
import { asksOfNumber, isWellFormedNumber } from '@zhuji/domain/registration-facts.ts'
import { suspiciousSigns } from '@zhuji/domain/text-comparison.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { limiter } from '../../platform/limits.ts'
import { unprocessable } from '../../platform/refused-error.ts'
import { passCaptcha, spendPassedCaptcha } from '../captcha/pass-captcha.ts'
import { attemptMinutes, placesOf } from './attempt.ts'
import { insertAttempt } from './repository.ts'

const perOrigin = { points: 200, seconds: 3600 }

/**
 * Step 1 (R3.1): judges the form alone, so every well-formed number goes on, known or not (R3.3). Gives which facts
 * the card's kind asks for, and where what was typed looks suspicious (R3.2).
 */
export async function beginRegistration(
  ctx: Context,
  actor: Actor,
  browser: Buffer,
  attempt: { tokenHash: Buffer; name: string; number: string; captcha: CaptchaAnswer },
) {
  await limiter(ctx, 'registration', perOrigin).consume(actor.origin)
  await passCaptcha(ctx, browser, attempt.captcha)
  const { name, number } = attempt
  const suspicions = {
    name: placesOf(suspiciousSigns(name, 'name')),
    number: placesOf(suspiciousSigns(number, 'number')),
  }
  if (!isWellFormedNumber(number)) throw malformed(suspicions)
  const expiresAt = await withActor(ctx, actor, async (tx) => {
    await spendPassedCaptcha(tx, browser, attempt.captcha)
    return insertAttempt(ctx.keys, tx, {
      tokenHash: attempt.tokenHash,
      typed: { name, number },
      minutes: attemptMinutes,
    })
  })
  return { expiresAt: expiresAt.toISOString(), asks: asksOfNumber(number), suspicions }
}

function malformed(suspicions: object) {
  const refusal = { code: 'document-number-malformed', suspicions }
  return unprocessable(refusal)
}
