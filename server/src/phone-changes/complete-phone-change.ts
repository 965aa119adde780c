import { decidePhoneChange, type PhoneChangeRefusal } from '@zhuji/domain/phone-change.ts'
import { allowTry, forgetTries, type TryKey } from '../accounts/codes/code-limits.ts'
import { tryCode } from '../accounts/codes/try-code.ts'
import { type Mobile, mobileOf } from '../accounts/mobile.ts'
import type { Outcome } from '../accounts/registration/attempt.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { conflict, type RefusedError, unprocessable } from '../platform/refused-error.ts'
import { type OpenedChange, openChange, wantedOf } from './change.ts'
import { moveBinding } from './move-binding.ts'
import { lockNumbers } from './repository.ts'

export interface Completion {
  id: string
  mobile: string
  code: string
}

interface Completing {
  id: string
  code: string
  browser: Buffer
  mobile: Mobile
  personId: string
  /** Of the number that this person had when the request came. */
  oldIndex: Buffer | null
}

/** 保存: the right code moves the person's binding to the new number, whoever had it (R3.6, R3.7, R3.8). */
export async function completeChange(
  ctx: Context,
  clerk: Actor,
  browser: Buffer,
  given: Completion,
): Promise<{ changedAt: string }> {
  const mobile = mobileOf(ctx.keys, given.mobile)
  // Asked before a try is counted: what cannot be done whatever the code is costs none.
  const before = await withActor(ctx, clerk, async (tx): Promise<Outcome<OpenedChange['found']>> => {
    const { ground, found } = await openChange(ctx, tx, clerk, given.id, mobile)
    const decision = decidePhoneChange(ground, wantedOf(found, mobile))
    if (decision.granted) return { done: found }
    return refused(ctx, tx, clerk, { id: given.id, personId: found.personId ?? null }, decision.refusal)
  })
  if ('refused' in before) throw before.refused
  const found = before.done
  const personId = found.personId ?? ''
  const key: TryKey = { purpose: 'phone-change', whose: personId, origin: clerk.origin, knownBrowser: null }
  await allowTry(ctx, key)
  const completing = { id: given.id, code: given.code, browser, mobile, personId, oldIndex: found.oldIndex }
  const outcome = await withActor(ctx, clerk, async (tx) => complete(ctx, tx, clerk, completing))
  if ('refused' in outcome) throw outcome.refused
  await forgetTries(ctx, key)
  return { changedAt: outcome.done.toISOString() }
}

async function complete(ctx: Context, tx: Tx, clerk: Actor, given: Completing): Promise<Outcome<Date>> {
  const { mobile, personId, oldIndex } = given
  await lockNumbers(tx, [mobile.index, oldIndex ?? mobile.index])
  const change = await openChange(ctx, tx, clerk, given.id, mobile)
  const decision = decidePhoneChange(change.ground, wantedOf(change.found, mobile))
  if (!decision.granted) return refused(ctx, tx, clerk, given, decision.refusal)
  if (!isStill(oldIndex, change)) return refused(ctx, tx, clerk, given, { code: 'phone-change-overtaken' })
  const code = await tryCode(ctx, tx, {
    personId,
    purpose: 'phone-change',
    mobileIndex: mobile.index,
    typed: given.code,
    browser: given.browser,
    knownBrowser: false,
    freshCaptcha: false,
  })
  if (!code.granted) return refused(ctx, tx, clerk, given, { code: 'code-wrong' })
  return { done: await moveBinding(ctx, tx, clerk, { change, personId, mobile }) }
}

/** The number that was locked is the number that the person has. */
const isStill = (oldIndex: Buffer | null, { found }: OpenedChange): boolean =>
  (oldIndex ?? Buffer.alloc(0)).equals(found.oldIndex ?? Buffer.alloc(0))

/** Committed, so that a wrong try counts and the refusal is on record; thrown after it. */
async function refused(
  ctx: Context,
  tx: Tx,
  clerk: Actor,
  { id, personId }: { id: string; personId: string | null },
  refusal: PhoneChangeRefusal | { code: 'code-wrong' },
): Promise<{ refused: RefusedError }> {
  await recordAudit(ctx, tx, clerk, {
    act: 'phone-change.refused',
    personId,
    object: { kind: 'phone-change', id },
    details: { code: refusal.code },
  })
  return { refused: refusal.code === 'code-wrong' ? unprocessable(refusal) : conflict(refusal) }
}
