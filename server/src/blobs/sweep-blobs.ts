import { systemActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { unnamedBlobs } from './repository.ts'

// A row follows its file within the same request. What has none after a day never gets one: should the same page be
// sent again, it is written anew and is young.
const oldAfter = 24 * 60 * 60 * 1000
const mostAtOnce = 1000
const mostANight = 10_000
/** Transactions fail at the last moment once in a great while; that many unnamed files mean something else. */
const namedPerUnnamed = 10
const fewAnyway = 100

/**
 * Removes the files whose transaction failed at the last moment, a day after; gives how many. Where so many have no
 * name that this must be another database than the one they belong to, none goes: throws where it is more than a few.
 */
export async function sweepBlobs(ctx: Context, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - oldAfter)
  const { all, unnamed, first } = await counted(ctx, before)
  if (unnamed * namedPerUnnamed > all - unnamed) {
    if (unnamed > fewAnyway) throw new Error('most files have no row: not the database that they belong to?')
    return 0
  }
  let removed = 0
  for (const key of first) if (await ctx.files.remove(key, before)) removed += 1
  return removed
}

/** How many old files there are, how many of them no row names, and the first of these. */
async function counted(ctx: Context, before: Date) {
  const seen = { all: 0, unnamed: 0, first: [] as string[] }
  for await (const keys of ctx.files.list(before))
    for (let at = 0; at < keys.length; at += mostAtOnce) {
      const some = keys.slice(at, at + mostAtOnce)
      const unnamed = await unnamedBlobs(ctx.db, systemActor(), some)
      seen.all += some.length
      seen.unnamed += unnamed.length
      seen.first.push(...unnamed.slice(0, mostANight - seen.first.length))
    }
  return seen
}
