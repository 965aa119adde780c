import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { addRevision, lockedRecord, requireChangeable } from './revision.ts'

/** The person deletes a record at D (R6.3): it is shown no more, its history stays (R6.9). */
export function deleteRecord(
  ctx: Context,
  actor: Actor,
  personId: string,
  recordId: string,
  version: number,
): Promise<void> {
  return withActor(ctx, actor, async (tx) => {
    const record = await lockedRecord(ctx, tx, personId, recordId)
    requireChangeable(record, 'delete', version)
    await addRevision(ctx, tx, actor, personId, record, { change: 'deleted', payload: record.payload })
  })
}
