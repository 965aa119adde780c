import type { RecordView } from '@zhuji/contract/records.ts'
import { fieldChanges } from '@zhuji/domain/record-content.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { requireValid } from './payload-rules.ts'
import { addRevision, lockedRecord, requireChangeable } from './revision.ts'

export interface Edit {
  version: number
  kind: RecordKind
  payload: RecordPayload
}

/** The person mends a record at D (R6.1, R6.5): a new version, the former stays in its history (R6.9). */
export function editRecord(
  ctx: Context,
  actor: Actor,
  personId: string,
  recordId: string,
  edit: Edit,
): Promise<RecordView> {
  requireValid(ctx, edit.kind, edit.payload)
  return withActor(ctx, actor, async (tx) => {
    const record = await lockedRecord(ctx, tx, personId, recordId)
    requireChangeable(record, 'edit', edit.version)
    if (record.kind !== edit.kind) throw conflict({ code: 'record-id-taken' })
    if (fieldChanges(kindOf(record.kind).fields, record.payload, edit.payload).length === 0) return record
    const { payload } = edit
    const revised = await addRevision(ctx, tx, actor, personId, record, { change: 'edited', payload })
    return { ...record, ...revised, payload, refusal: null }
  })
}
