import { systemActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { unnamedBlobs } from './repository.ts'

// A row follows its file within the same request. What has none after a day never gets one: should the same page be
// sent again, it is written anew and is young.
const oldAfter = 24 * 60 * 60 * 1000
const mostAtOnce = 1000

/** Removes the files whose transaction failed at the last moment, a day after. Gives how many. */
export async function sweepBlobs(ctx: Context, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - oldAfter)
  let removed = 0
  for await (const keys of ctx.files.list(before))
    for (let at = 0; at < keys.length; at += mostAtOnce)
      for (const key of await unnamedBlobs(ctx.db, systemActor(), keys.slice(at, at + mostAtOnce)))
        if (await ctx.files.remove(key, before)) removed += 1
  return removed
}
