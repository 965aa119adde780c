import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { limiter } from '../../platform/limits.ts'
import { conflict, unprocessable } from '../../platform/refused-error.ts'
import { sealText } from '../../platform/sealing.ts'
import { allowTry, forgetTries, type TryKey } from '../codes/code-limits.ts'
import { tryCode } from '../codes/try-code.ts'
import { mobilePlace } from '../messages-repository.ts'
import { type Mobile, mobileOf } from '../mobile.ts'
import { enter } from '../sign-in/enter.ts'
import { attemptAt, type Outcome } from './attempt.ts'
import { advanceAttempt, insertBinding, markFirstBinding } from './repository.ts'

/** First bindings from one origin in a day that are still no alert (R2.9). */
export const bindingsWithoutAlert = 20
const bindings = { points: bindingsWithoutAlert, seconds: 24 * 3600 }

export interface Registering {
  tokenHash: Buffer | null
  sessionHash: Buffer
  mobile: string
  code: string
}

export interface Registered {
  personId: string
  /** This origin has made more first bindings today than is usual: to be logged without any of them. */
  alert: boolean
}

/** Step 3: the right code binds the phone and signs in (R3.1, R3.4, R3.6). */
export async function bindPhoneOfPerson(
  ctx: Context,
  actor: Actor,
  browser: Buffer,
  given: Registering,
): Promise<Registered> {
  const mobile = mobileOf(ctx.keys, given.mobile)
  const attempt = await withActor(ctx, actor, async (tx) => attemptAt(ctx, tx, given.tokenHash, 'phone'))
  const key: TryKey = {
    purpose: 'registration',
    whose: attempt.personId ?? '',
    origin: actor.origin,
    knownBrowser: null,
  }
  await allowTry(ctx, key)
  const outcome = await withActor(ctx, actor, async (tx) => bind(ctx, actor, tx, browser, given, mobile))
  if ('refused' in outcome) throw outcome.refused
  await forgetTries(ctx, key)
  return { personId: outcome.done, alert: await countBinding(ctx, actor) }
}

async function bind(
  ctx: Context,
  actor: Actor,
  tx: Tx,
  browser: Buffer,
  given: Registering,
  mobile: Mobile,
): Promise<Outcome<string>> {
  const attempt = await attemptAt(ctx, tx, given.tokenHash, 'phone')
  const personId = attempt.personId ?? ''
  const decision = await tryCode(ctx, tx, {
    personId,
    purpose: 'registration',
    mobileIndex: mobile.index,
    typed: given.code,
    browser,
    knownBrowser: false,
    freshCaptcha: false,
  })
  if (!decision.granted) {
    await recordAudit(ctx, tx, actor, { act: 'registration.code-refused', personId })
    return { refused: unprocessable({ code: 'code-wrong' }) }
  }
  await insertBindingOf(ctx, tx, personId, mobile)
  await markFirstBinding(tx, personId)
  await advanceAttempt(ctx.keys, tx, attempt.tokenHash, { step: 'done', personId })
  const person = await enter(actor, tx, { personId, browser, sessionHash: given.sessionHash })
  await recordAudit(ctx, tx, person, { act: 'phone.bound', personId, timeline: { reason: 'registration' } })
  return { done: personId }
}

async function insertBindingOf(ctx: Context, tx: Tx, personId: string, mobile: Mobile): Promise<void> {
  const sealed = sealText(ctx.keys, mobilePlace('phone_binding', personId), mobile.digits)
  const { keyId, index } = mobile
  const outcome = await insertBinding(tx, { personId, keyId, index, mobile: sealed })
  if (outcome === 'mobile-taken') throw conflict({ code: 'mobile-bound-elsewhere' })
  if (outcome === 'person-bound') throw conflict({ code: 'already-registered' })
}

/**
 * Raises the alert once, when the origin passes its measure (R2.9). It follows the binding's transaction: counted
 * within, one binding would hold two connections; counted before, one that fails would use up the alert.
 */
async function countBinding(ctx: Context, actor: Actor): Promise<boolean> {
  const made = await limiter(ctx, 'first-bindings', bindings).count(actor.origin)
  if (made !== bindingsWithoutAlert + 1) return false
  await withActor(ctx, actor, async (tx) =>
    recordAudit(ctx, tx, actor, {
      act: 'alert.many-bindings',
      details: { inADay: bindingsWithoutAlert },
    }),
  )
  return true
}
