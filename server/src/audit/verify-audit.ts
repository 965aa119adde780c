import type { Context } from '../platform/context.ts'
import { findEntries, findRootAfter, type SealedRow } from './repository.ts'
import { isOurs, rootOf, type SealedEntry, unpackLeaves } from './sealed-stretch.ts'

/** The first thing that is not as it was sealed. */
export type AuditFault =
  | { kind: 'altered' | 'missing' | 'added'; stretch: string; entryId: string }
  /** The chain of roots itself: one is gone, was altered, or was not signed by our key. */
  | { kind: 'root'; stretch: string }

export interface AuditProof {
  /** Entries that were compared with their seal, up to the fault. */
  compared: number
  fault: AuditFault | null
}

interface Link {
  number: string
  below: string
  root: Buffer
}

/** Compares the whole log with its signed roots, stretch by stretch, so that memory stays bounded (R12.3). */
export async function verifyAudit(ctx: Context): Promise<AuditProof> {
  let last: Link = { number: '0', below: '0', root: Buffer.alloc(32) }
  let compared = 0
  for (;;) {
    const row = await findRootAfter(ctx.db, last.number)
    if (!row) return { compared, fault: null }
    const sealed = unpackLeaves(row.leaves)
    if (!holds(ctx, last, row, sealed)) return { compared, fault: { kind: 'root', stretch: row.number } }
    const difference = firstDifference(sealed, await findEntries(ctx.db, row))
    if (difference) return { compared, fault: { ...difference, stretch: row.number } }
    compared += sealed.length
    last = row
  }
}

/** Follows the one before without a gap, hashes to its root, and is signed. */
function holds(ctx: Context, last: Link, row: SealedRow, sealed: readonly SealedEntry[]): boolean {
  return (
    BigInt(row.number) === BigInt(last.number) + 1n &&
    row.from === last.below &&
    row.previous.equals(last.root) &&
    row.entries === sealed.length &&
    row.root.equals(rootOf(sealed)) &&
    isOurs(ctx.auditSigner, row)
  )
}

function firstDifference(
  sealed: readonly SealedEntry[],
  found: readonly SealedEntry[],
): { kind: 'altered' | 'missing' | 'added'; entryId: string } | null {
  const kept = new Map(found.map((entry) => [entry.id, entry]))
  for (const { id, leaf } of sealed) {
    const entry = kept.get(id)
    if (!entry) return { kind: 'missing', entryId: id }
    if (!entry.leaf.equals(leaf)) return { kind: 'altered', entryId: id }
    kept.delete(id)
  }
  const [added] = kept.keys()
  return added === undefined ? null : { kind: 'added', entryId: added }
}
