import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { findEntries, findLastRoot, insertRoot, type SignedRoot } from './repository.ts'
import { isOurs, packLeaves, rootOf, type Stretch, signedBytes } from './sealed-stretch.ts'

const beforeTheFirst = { number: '0', below: '0', root: Buffer.alloc(32) }

/**
 * Seals every entry that can no longer get an earlier neighbour: a signed root over them, bound to the root before
 * (R12.3). What is younger stays open until the next run. Gives how many were sealed. Throws when the root before is
 * not ours: to go on from a forged one would hide it.
 */
export function sealAudit(ctx: Context): Promise<number> {
  return withActor(ctx, systemActor(), async (tx) => {
    const { below, last } = await findLastRoot(tx)
    requireOurs(ctx, last)
    const { number, below: from, root: previous } = last ?? beforeTheFirst
    const entries = await findEntries(tx, { from, below })
    if (entries.length === 0) return 0
    const stretch: Stretch = {
      number: String(BigInt(number) + 1n),
      from,
      below,
      entries: entries.length,
      root: rootOf(entries),
      previous,
    }
    const signature = ctx.auditSigner.sign(signedBytes(stretch))
    return (await insertRoot(tx, stretch, packLeaves(entries), signature)) ? entries.length : 0
  })
}

function requireOurs(ctx: Context, last: SignedRoot | null): void {
  if (last && !isOurs(ctx.auditSigner, last))
    throw new Error(`the last root of the audit log, ${last.number}, is not signed by our key`)
}
