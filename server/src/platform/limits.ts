import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Context } from './context.ts'
import { tooMany } from './refused-error.ts'

export interface Allowance {
  /** So many tries … */
  points: number
  /** … within so many seconds of the first. */
  seconds: number
  /** From the last try on it is locked for so long; without it until the seconds have run. */
  blockSeconds?: number
}

export interface Limiter {
  /**
   * Takes one point, before what it allows is tried: tries in parallel get no more than the points. Refused with
   * `too-many-tries` and `retryAt` once none is left. Never call it inside a transaction: it has a connection of its own.
   */
  consume(key: string): Promise<void>
  /**
   * Takes one point and refuses nothing. Gives how many are taken with it: of tries in parallel each has another
   * number.
   */
  count(key: string): Promise<number>
  /** Points taken and not yet given back. */
  consumed(key: string): Promise<number>
  /** Gives all points back, as after a right try. */
  reset(key: string): Promise<void>
}

const stores = new WeakMap<Context['pool'], Map<string, RateLimiterPostgres>>()

/** Counts tries in the database, for all server processes together; keys are kept as keyed hashes only. */
export function limiter(ctx: Context, name: string, allowance: Allowance): Limiter {
  const store = storeOf(ctx, name, allowance)
  const hashed = (key: string) => ctx.keys.mac('allowance', name, key).toString('base64url')
  return {
    async consume(key) {
      const result = await taken(store, hashed(key))
      if (result.consumedPoints > allowance.points)
        throw tooMany({
          code: 'too-many-tries',
          retryAt: new Date(Date.now() + result.msBeforeNext).toISOString(),
        })
      if (allowance.blockSeconds && result.consumedPoints === allowance.points)
        await store.set(hashed(key), allowance.points, allowance.blockSeconds)
    },
    count: async (key) => (await taken(store, hashed(key))).consumedPoints,
    consumed: async (key) => (await store.get(hashed(key)))?.consumedPoints ?? 0,
    reset: async (key) => void (await store.delete(hashed(key))),
  }
}

/** The store says «no points left» by rejecting with its result; every other rejection is an outage. */
async function taken(store: RateLimiterPostgres, key: string): Promise<RateLimiterRes> {
  try {
    return await store.consume(key)
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return rejection
    throw rejection
  }
}

function storeOf(ctx: Context, name: string, { points, seconds }: Allowance): RateLimiterPostgres {
  const ofPool = stores.get(ctx.pool) ?? new Map<string, RateLimiterPostgres>()
  stores.set(ctx.pool, ofPool)
  const known = ofPool.get(name)
  if (known) return known
  const store = new RateLimiterPostgres({
    storeClient: ctx.pool,
    storeType: 'pool',
    tableName: 'allowance',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // One of them sweeps the table that they share.
    clearExpiredByTimeout: ofPool.size === 0,
  })
  ofPool.set(name, store)
  return store
}
