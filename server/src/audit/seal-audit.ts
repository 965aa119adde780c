import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { findEntries, findNextStretch, insertRoot } from './repository.ts'
import { packLeaves, rootOf, type Stretch, signedBytes } from './sealed-stretch.ts'

/**
 * Seals every entry that can no longer get an earlier neighbour: a signed root over them, bound to the root before
 * (R12.3). What is younger stays open until the next run. Gives how many were sealed.
 */
export function sealAudit(ctx: Context): Promise<number> {
  return withActor(ctx, systemActor(), async (tx) => {
    const next = await findNextStretch(tx)
    const entries = await findEntries(tx, next)
    if (entries.length === 0) return 0
    const stretch: Stretch = { ...next, entries: entries.length, root: rootOf(entries) }
    const signature = ctx.auditSigner.sign(signedBytes(stretch))
    return (await insertRoot(tx, stretch, packLeaves(entries), signature)) ? entries.length : 0
  })
}
