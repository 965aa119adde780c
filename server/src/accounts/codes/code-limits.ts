import { type CodePurpose, codesToOneMobile, wrongTries } from '@zhuji/domain/dynamic-password.ts'
import type { Context } from '../../platform/context.ts'
import { limiter } from '../../platform/limits.ts'
import { RefusedError, tooMany } from '../../platform/refused-error.ts'
import type { Mobile } from '../mobile.ts'

const day = 24 * 3600

/** Code requests, and sign-ins, from one origin; a browser that has signed in before has as many of its own. */
export const perOrigin = { points: 200, seconds: 3600 }

/** Refuses with `too-many-tries`. */
export async function allowOrigin(
  ctx: Context,
  act: 'code-request' | 'sign-in',
  from: { origin: string; knownBrowser: Buffer | null },
): Promise<void> {
  const key = from.knownBrowser ? `browser ${from.knownBrowser.toString('hex')}` : from.origin
  await limiter(ctx, `${act}-origin`, perOrigin).consume(key)
}

export interface CodeRequest {
  /** What is counted, whether a code goes out or not: the phone alone, or the pair of number and phone. */
  key: string
  /** A browser that has signed this person in before asks: the requests of strangers leave it its share. */
  knownBrowser: boolean
  /** Strangers may ask for this person's codes, so that some are kept for known browsers. */
  sharesTheDay: boolean
}

/**
 * One request a minute, and a day's, of one key: refused alike whether codes go out or not (R3.3, R3.4). Gives when
 * the next may be asked; refuses with `too-many-codes`.
 */
export async function allowRequest(ctx: Context, asked: CodeRequest): Promise<string> {
  const kept = asked.sharesTheDay && !asked.knownBrowser ? codesToOneMobile.keptForKnownBrowsers : 0
  const key = asked.knownBrowser ? `known ${asked.key}` : asked.key
  const refusal =
    (await refusalOf(limiter(ctx, 'code-minute-asked', askedAMinute).consume(key))) ??
    (await refusalOf(limiter(ctx, 'code-day-asked', { ...sentADay, points: aDay - kept }).consume(key)))
  if (refusal) throw refusal
  return new Date(Date.now() + askedAMinute.seconds * 1000).toISOString()
}

const { aDay, everySeconds } = codesToOneMobile
const sentAMinute = { points: 1, seconds: everySeconds }
const sentADay = { points: aDay, seconds: day }
/** A second longer than between sent codes, so that who waits for the answer's time does get a code. */
const askedAMinute = { points: 1, seconds: everySeconds + 1 }

/**
 * One code a minute, ten a day to one mobile number: only codes that go out count (R3.4). Without a phone to send to,
 * the request's own key is counted with the same statements, so that time does not tell (R3.3). Gives the refusal,
 * for the caller to keep back from strangers.
 */
export async function allowSending(
  ctx: Context,
  mobile: Mobile | null,
  requestKey: string,
): Promise<RefusedError | null> {
  const nobodys = `nobody ${requestKey}`
  const key = mobile ? mobile.index.toString('hex') : nobodys
  const tooSoon = await refusalOf(limiter(ctx, 'code-minute-sent', sentAMinute).consume(key))
  const tooMuch = await refusalOf(limiter(ctx, 'code-day-sent', sentADay).consume(tooSoon ? nobodys : key))
  return tooSoon ?? tooMuch
}

/**
 * For a code that goes out whatever the phone, as a clerk's: gives when the next may be asked; refuses with
 * `too-many-codes`.
 */
export async function allowCode(ctx: Context, mobile: Mobile): Promise<string> {
  const refusal = await allowSending(ctx, mobile, mobile.index.toString('hex'))
  if (refusal) throw refusal
  return new Date(Date.now() + everySeconds * 1000).toISOString()
}

async function refusalOf(consuming: Promise<void>): Promise<RefusedError | null> {
  try {
    await consuming
    return null
  } catch (error) {
    if (error instanceof RefusedError) return asTooManyCodes(error)
    throw error
  }
}

const asTooManyCodes = ({ refusal }: RefusedError) =>
  tooMany({ code: 'too-many-codes', retryAt: (refusal as { retryAt?: string }).retryAt ?? '' })

export interface TryKey {
  purpose: CodePurpose
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
