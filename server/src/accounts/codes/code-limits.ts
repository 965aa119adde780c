import { codesToOneMobile, wrongTries } from '@zhuji/domain/dynamic-password.ts'
import type { Context } from '../../platform/context.ts'
import { limiter } from '../../platform/limits.ts'
import { RefusedError, tooMany } from '../../platform/refused-error.ts'
import type { Mobile } from '../mobile.ts'

const day = 24 * 3600

/**
 * One code a minute, ten a day to one mobile number, whether it is known or not (R3.3, R3.4). Gives when the next may
 * be asked; refuses with `too-many-codes`.
 */
export async function allowCode(ctx: Context, mobile: Mobile): Promise<string> {
  const key = mobile.index.toString('hex')
  const { everySeconds, aDay } = codesToOneMobile
  try {
    await limiter(ctx, 'code-minute', { points: 1, seconds: everySeconds }).consume(key)
    await limiter(ctx, 'code-day', { points: aDay, seconds: day }).consume(key)
  } catch (error) {
    throw error instanceof RefusedError ? asTooManyCodes(error) : error
  }
  return new Date(Date.now() + everySeconds * 1000).toISOString()
}

const asTooManyCodes = ({ refusal }: RefusedError) =>
  tooMany({ code: 'too-many-codes', retryAt: (refusal as { retryAt?: string }).retryAt ?? '' })

export interface TryKey {
  purpose: 'registration' | 'sign-in' | 'phone-change'
  /** Of the person, or of the number that nobody may have. */
  whose: string
  origin: string
  /** A browser that has signed this person in before; null for any other. */
  knownBrowser: Buffer | null
}

/**
 * Takes one try at a code, before it is compared: five by person and origin, then the purpose is locked; a known
 * browser has its own five, and fifteen a day (R3.4). Refuses with `too-many-tries`.
 */
export async function allowTry(ctx: Context, key: TryKey): Promise<void> {
  await inARow(ctx, key).consume(nameOf(key))
  if (key.knownBrowser) await inADay(ctx).consume(nameOf(key))
}

/** A right code ends the row of wrong ones. */
export async function forgetTries(ctx: Context, key: TryKey): Promise<void> {
  await inARow(ctx, key).reset(nameOf(key))
  if (key.knownBrowser) await inADay(ctx).reset(nameOf(key))
}

const inADay = (ctx: Context) => limiter(ctx, 'known-tries', { points: wrongTries.aDay, seconds: day })

const inARow = (ctx: Context, { purpose }: TryKey) => {
  const seconds = wrongTries.lockMinutes * 60
  return limiter(ctx, `${purpose}-tries`, { points: wrongTries.inARow, seconds, blockSeconds: seconds })
}

const nameOf = ({ purpose, whose, origin, knownBrowser }: TryKey): string =>
  `${purpose} ${whose} ${knownBrowser ? `browser ${knownBrowser.toString('hex')}` : `origin ${origin}`}`
