import { createHash } from 'node:crypto'
import { applyFeedLines } from '../feeds/apply-feed-lines.ts'
import { systemActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { demoFeeds } from './fed-lines.ts'

/** Feeds the demo as third-party systems would; a batch bears its lines' digest for a number, so that other lines are another batch. */
export async function seedFeeds(ctx: Context): Promise<void> {
  for (const { source, lines } of demoFeeds(ctx.today())) {
    const digest = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
    const { rejected } = await applyFeedLines(ctx, systemActor(), {
      source,
      batchNumber: `demo-${digest.slice(0, 16)}`,
      lines,
    })
    if (rejected.length > 0) throw new Error(`the demo's ${source} are not fit: ${rejected[0]?.reason}`)
  }
}
