import type { RecordView } from '@zhuji/contract/records.ts'
import { decideOrder } from '@zhuji/domain/scan-pages.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { unprocessable } from '../platform/refused-error.ts'
import { addRevision, lockedRecord, requireChangeable } from '../records/revision.ts'
import { inOrder } from './in-order.ts'

/** The same pages in another order: a new version (R5.6, R7.7); the order that stands makes none. */
export function reorderScans(
  ctx: Context,
  actor: Actor,
  personId: string,
  { recordId, version, order }: { recordId: string; version: number; order: readonly number[] },
): Promise<RecordView> {
  return withActor(ctx, actor, async (tx) => {
    const record = await lockedRecord(ctx, tx, personId, recordId)
    requireChangeable(record, 'edit', version)
    const decision = decideOrder(record.scans, order)
    if (!decision.granted) throw unprocessable(decision.refusal)
    if (order.every((page, index) => page === index + 1)) return record
    const { payload, scans } = record
    const next = { change: 'scan-reordered', payload, order: decision.value } as const
    const revised = await addRevision(ctx, tx, actor, personId, record, next)
    return { ...record, ...revised, refusal: null, scans: inOrder(scans, order) }
  })
}
