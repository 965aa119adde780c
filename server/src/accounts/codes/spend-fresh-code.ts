import type { FreshCodePurpose } from '@zhuji/domain/dynamic-password.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { conflict, type RefusedError, unprocessable } from '../../platform/refused-error.ts'
import { allowTry, forgetTries, type TryKey } from './code-limits.ts'
import { findBoundMobile } from './repository.ts'
import { tryCode } from './try-code.ts'

export interface GivenFreshCode {
  personId: string
  purpose: FreshCodePurpose
  /** As typed. */
  digits: string
}

/**
 * Does `work` in the transaction that spends the code, in place of `withActor`: both are or neither is, and of many
 * requests with one code a single one works. A wrong try is committed before it is refused, so that it counts; what
 * `work` throws leaves the code unspent. Refuses with `code-wrong`, `too-many-tries` or `no-mobile-bound` (R3.4).
 */
export async function spendFreshCode<T>(
  ctx: Context,
  actor: Actor,
  given: GivenFreshCode,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { purpose, personId } = given
  const key: TryKey = { purpose, whose: personId, origin: actor.origin, knownBrowser: null }
  await allowTry(ctx, key)
  const outcome = await withActor(ctx, actor, async (tx) => {
    const refused = await refusalOf(ctx, tx, actor, given)
    return refused ? { refused } : { done: await work(tx) }
  })
  if ('refused' in outcome) throw outcome.refused
  await forgetTries(ctx, key)
  return outcome.done
}

async function refusalOf(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  { personId, purpose, digits }: GivenFreshCode,
): Promise<RefusedError | null> {
  // The number that is bound now: a code to an earlier one proves nothing.
  const mobile = await findBoundMobile(ctx.keys, tx, personId)
  if (!mobile) return conflict({ code: 'no-mobile-bound' })
  const decision = await tryCode(ctx, tx, {
    personId,
    purpose,
    mobileIndex: mobile.index,
    typed: digits,
    browser: actor.browser ?? actor.session ?? Buffer.alloc(0),
    // Every wrong try counts against the code: whoever holds a stolen session holds its browser's cookie as well.
    knownBrowser: false,
    freshCaptcha: false,
  })
  if (decision.granted) return null
  await recordAudit(ctx, tx, actor, { act: 'fresh-code.refused', personId, details: { purpose } })
  return unprocessable({ code: 'code-wrong' })
}
