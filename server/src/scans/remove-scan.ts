import type { RecordView } from '@zhuji/contract/records.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { addRevision, lockedRecord, requireChangeable } from '../records/revision.ts'
import { inOrder } from './in-order.ts'

/** A new version without the page; the versions before keep it (R6.9). */
export function removeScan(
  ctx: Context,
  actor: Actor,
  personId: string,
  { recordId, version, page }: { recordId: string; version: number; page: number },
): Promise<RecordView> {
  return withActor(ctx, actor, async (tx) => {
    const record = await lockedRecord(ctx, tx, personId, recordId)
    requireChangeable(record, 'edit', version)
    if (!record.scans.some((one) => one.page === page)) throw notFound()
    const { payload, scans } = record
    const order = scans.map((one) => one.page).filter((one) => one !== page)
    const next = { change: 'scan-removed', payload, order } as const
    const revised = await addRevision(ctx, tx, actor, personId, record, next)
    return { ...record, ...revised, refusal: null, scans: inOrder(scans, order) }
  })
}
