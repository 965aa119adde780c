import { timingSafeEqual } from 'node:crypto'
import type { CaptchaAnswer } from '@zhuji/contract/accounts.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { unprocessable } from '../../platform/refused-error.ts'
import { answerHash } from './answer-hash.ts'
import { isWorkDone } from './proof-of-work.ts'
import { isOpenFor, openCaptchaFor, spendCaptcha, takeTry } from './repository.ts'

const captchaWrong = () => unprocessable({ code: 'captcha-wrong' })

/**
 * Lets a form go on whose captcha is solved now, or was solved by this browser before (R3.5). A try is spent whatever
 * becomes of the request, so this never runs inside its transaction. Gives whether it was solved for this very
 * request; refuses with `captcha-wrong`.
 */
export async function passCaptcha(
  ctx: Context,
  browser: Buffer,
  given: CaptchaAnswer,
): Promise<{ fresh: boolean }> {
  const tried = given.solution === null ? undefined : await takeTry(ctx.db, given.id)
  if (!tried || !given.solution) {
    if (await isOpenFor(ctx.db, given.id, browser)) return { fresh: false }
    throw captchaWrong()
  }
  const answer = tried.face === 'picture' ? (given.answer ?? '') : ''
  const isRight = timingSafeEqual(answerHash(ctx.keys, { id: given.id, browser, answer }), tried.answerHash)
  const isDone = await isWorkDone(ctx.keys, tried.challenge, given.solution)
  if (!isRight || !isDone) throw captchaWrong()
  await openCaptchaFor(ctx.db, given.id, browser)
  return { fresh: true }
}

/** The form is done: its captcha opens no other. */
export async function spendPassedCaptcha(tx: Tx, browser: Buffer, given: CaptchaAnswer): Promise<void> {
  if (!(await spendCaptcha(tx, given.id, browser))) throw captchaWrong()
}
