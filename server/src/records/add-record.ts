import type { RecordView } from '@zhuji/contract/records.ts'
import { fieldChanges } from '@zhuji/domain/record-content.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { requireValid } from './payload-rules.ts'
import { shownRecord } from './record-row.ts'
import { findFirstRevision, findRecord, insertRecord } from './repository.ts'
import { contentOf } from './revision.ts'
import { openFields } from './sealed-fields.ts'

export interface NewRecord {
  id: string
  kind: RecordKind
  payload: RecordPayload
}

/** A new record at level D (R6.1). Its id is the page's: sent twice it is one record (R6.10). */
export async function addRecord(
  ctx: Context,
  actor: Actor,
  personId: string,
  record: NewRecord,
): Promise<RecordView> {
  requireValid(ctx, record.kind, record.payload)
  const auditId = newId()
  const write = {
    personId,
    recordId: record.id,
    version: 1,
    change: 'created',
    ...contentOf(ctx, personId, record.kind, record.payload),
    auditId,
  } as const
  const inserted = await insertRecord(ctx, actor, record.kind, write, {
    id: auditId,
    act: 'add-record',
    object: { kind: 'record', id: record.id, version: 1 },
    details: { kind: record.kind },
    committed: { payload: record.payload },
  })
  if (inserted) return freshRecord(record, inserted.updatedAt)
  return withActor(ctx, actor, (tx) => savedBefore(ctx, tx, personId, record))
}

const freshRecord = ({ id, kind, payload }: NewRecord, updatedAt: Date): RecordView => ({
  id,
  kind,
  level: 'D',
  version: 1,
  origin: 'practitioner',
  payload,
  scans: [],
  refusal: null,
  cancellation: null,
  verifiedAt: null,
  verifiedBy: null,
  openUse: null,
  updatedAt: updatedAt.toISOString(),
})

/** The answer to a repetition is the record as it stands now; another content under the id is refused. */
async function savedBefore(ctx: Context, tx: Tx, personId: string, record: NewRecord): Promise<RecordView> {
  const first = await findFirstRevision(tx, personId, record.id)
  const sealed = first?.sealed ? openFields(ctx.keys, 'record_revision', personId, first.sealed) : {}
  const saved = { ...(first?.payload as RecordPayload), ...sealed }
  if (
    first?.kind !== record.kind ||
    fieldChanges(kindOf(record.kind).fields, saved, record.payload).length > 0
  )
    throw conflict({ code: 'record-id-taken' })
  const row = await findRecord(tx, personId, record.id)
  if (!row) throw notFound()
  return shownRecord(ctx, personId, row)
}
