import type { Suspicion } from '@zhuji/domain/text-comparison.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { conflict } from '../../platform/refused-error.ts'
import { type Attempt, lockAttempt } from './repository.ts'

/** A refusal to be thrown once the transaction that found it has committed. */
export type Outcome<T> = { done: T } | { refused: Error }

export const attemptMinutes = 15

const attemptOver = () => conflict({ code: 'registration-attempt-over' })

/** The attempt of this browser at this very step: none can be skipped or repeated (R3.1). */
export async function attemptAt(
  ctx: Context,
  tx: Tx,
  tokenHash: Buffer | null,
  step: Attempt['step'],
): Promise<Attempt> {
  const attempt = tokenHash ? await lockAttempt(ctx.keys, tx, tokenHash, step) : undefined
  if (!attempt) throw attemptOver()
  return attempt
}

/** Where a typed text looks wrong: the page has the signs themselves (R3.2). */
export const placesOf = (suspicions: readonly Suspicion[]) =>
  suspicions.map(({ code, position }) => ({ code, position }))
