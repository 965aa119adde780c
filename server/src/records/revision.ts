import type { RecordView } from '@zhuji/contract/records.ts'
import { decideChange, type RecordChange } from '@zhuji/domain/record-changes.ts'
import { type TypedValues, typedValues } from '@zhuji/domain/record-content.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { shownRecord } from './record-row.ts'
import { findRecord, insertRevision, lockRecord } from './repository.ts'
import { type KeptContent, keptContent } from './sealed-fields.ts'

/** A page that a revision adds. */
export interface NewPage {
  blob: string
  bytes: number
  width: number
  height: number
  dpi: number
  contentHash: Buffer
  shows: RecordView['scans'][number]['shows']
}

/** One version as it is written. */
export interface RevisionWrite {
  personId: string
  recordId: string
  version: number
  change: 'created' | 'edited' | 'scan-added' | 'scan-removed' | 'scan-reordered' | 'deleted'
  content: KeptContent
  values: TypedValues
  auditId: string
  scan?: NewPage
  /** Its pages by their numbers in the version before, 0 for the new one; absent where they stay as they are. */
  order?: readonly number[]
}

export const contentOf = (ctx: Context, personId: string, kind: RecordKind, payload: RecordPayload) => ({
  content: keptContent(ctx.keys, personId, kindOf(kind), payload),
  values: typedValues(kindOf(kind), payload),
})

/** The record under its lock; who asks for one that is not there hears so. */
export async function lockedRecord(
  ctx: Context,
  tx: Tx,
  personId: string,
  recordId: string,
): Promise<RecordView> {
  if (!(await lockRecord(tx, personId, recordId))) throw notFound()
  // A statement of its own: one that waited for the lock would still see what stood beside the record before.
  const row = await findRecord(tx, personId, recordId)
  if (!row) throw notFound()
  return shownRecord(ctx, personId, row)
}

/** May the person change it (R6.1, R6.3, R6.7)? Throws the refusal in the words of the guide. */
export function requireChangeable(record: RecordView, change: RecordChange, version: number): void {
  const decision = decideChange(record, { change, version })
  if (!decision.granted) throw conflict(decision.refusal)
}

const acts = {
  edited: 'edit-record',
  deleted: 'delete-record',
  'scan-added': 'add-scan',
  'scan-removed': 'remove-scan',
  'scan-reordered': 'reorder-scan',
} as const

/** Writes a record's next version with its audit entry; gives when it was (R6.9). */
export async function addRevision(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  personId: string,
  record: RecordView,
  next: { change: keyof typeof acts; payload: RecordPayload; scan?: NewPage; order?: readonly number[] },
): Promise<{ version: number; updatedAt: string }> {
  const { change, payload, ...pages } = next
  const version = record.version + 1
  const auditId = newId()
  const write = {
    personId,
    recordId: record.id,
    version,
    change,
    ...contentOf(ctx, personId, record.kind, payload),
    auditId,
    ...pages,
  }
  const { updatedAt } = await insertRevision(ctx, tx, actor, write, {
    id: auditId,
    act: acts[change],
    object: { kind: 'record', id: record.id, version },
    details: { kind: record.kind, from: record.version },
    committed: { payload, ...(pages.scan && { blob: pages.scan.blob }) },
  })
  return { version, updatedAt: updatedAt.toISOString() }
}
