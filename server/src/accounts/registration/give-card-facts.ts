import { mayRegisterWith } from '@zhuji/domain/card-flags.ts'
import type { TypedFacts } from '@zhuji/domain/registration-facts.ts'
import { suspiciousSigns } from '@zhuji/domain/text-comparison.ts'
import { identityOf } from '../../card-reads/identity.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { limiter } from '../../platform/limits.ts'
import { unprocessable } from '../../platform/refused-error.ts'
import { attemptAt, type Outcome, placesOf } from './attempt.ts'
import { compareWithCard } from './card-comparison.ts'
import { advanceAttempt, findCandidate } from './repository.ts'

export type GivenFacts = Omit<TypedFacts, 'name' | 'number'>

const hour = 3600
const perOrigin = { points: 100, seconds: hour }
const inAnHour = { points: 5, seconds: hour }
const inADay = { points: 10, seconds: 24 * hour }

/**
 * Step 2 (R3.1): one verdict for everything, `card-facts-mismatch`. Known and unknown numbers take the same
 * statements, openings and hashes (R3.3); that a card is expired hears only who has typed all of it (R2.7).
 */
export async function giveFactsOfCard(
  ctx: Context,
  actor: Actor,
  tokenHash: Buffer | null,
  given: GivenFacts,
): Promise<{ expiresAt: string }> {
  await limiter(ctx, 'card-facts-origin', perOrigin).consume(actor.origin)
  const { typed } = await withActor(ctx, actor, async (tx) => attemptAt(ctx, tx, tokenHash, 'card-facts'))
  const number = typed?.number ?? ''
  await limiter(ctx, 'card-facts-hour', inAnHour).consume(number)
  await limiter(ctx, 'card-facts-day', inADay).consume(number)

  const outcome = await withActor(ctx, actor, async (tx) => judge(ctx, actor, tx, tokenHash, given))
  if ('refused' in outcome) throw outcome.refused
  await limiter(ctx, 'card-facts-hour', inAnHour).reset(number)
  await limiter(ctx, 'card-facts-day', inADay).reset(number)
  return outcome.done
}

async function judge(
  ctx: Context,
  actor: Actor,
  tx: Tx,
  tokenHash: Buffer | null,
  given: GivenFacts,
): Promise<Outcome<{ expiresAt: string }>> {
  const attempt = await attemptAt(ctx, tx, tokenHash, 'card-facts')
  const typed: TypedFacts = { ...given, name: attempt.typed?.name ?? '', number: attempt.typed?.number ?? '' }
  const candidate = await findCandidate(tx, identityOf(ctx.keys, typed.number))
  const { equal, chip } = compareWithCard(ctx.keys, typed, candidate)
  const personId = equal && candidate.bound === false ? candidate.personId : null
  const usable = personId !== null && mayRegisterWith(chip, ctx.today()).granted
  await recordAudit(ctx, tx, actor, {
    act: usable ? 'registration.card-facts-matched' : 'registration.card-facts-refused',
    personId: candidate.personId,
  })
  if (personId === null) return { refused: mismatch(typed) }
  if (!usable) return { refused: unprocessable({ code: 'card-expired' }) }
  await advanceAttempt(ctx.keys, tx, attempt.tokenHash, { step: 'phone', personId })
  return { done: { expiresAt: attempt.expiresAt.toISOString() } }
}

/** Says where the typing looks suspicious, never which field differed (R3.2). */
function mismatch(typed: TypedFacts) {
  const suspicions = {
    name: placesOf(suspiciousSigns(typed.name, 'name')),
    number: placesOf(suspiciousSigns(typed.number, 'number')),
    address: placesOf(suspiciousSigns(typed.address ?? '', 'address')),
    issuer: placesOf(suspiciousSigns(typed.issuer ?? '', 'issuer')),
  }
  const refusal = { code: 'card-facts-mismatch', suspicions }
  return unprocessable(refusal)
}
