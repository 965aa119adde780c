import type { HistoryEntry } from '@zhuji/contract/records.ts'
import type { DataLevel } from '@zhuji/domain/data-level.ts'
import { fieldChanges } from '@zhuji/domain/record-content.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { findHistory, type HistoryRow } from './reading-repository.ts'
import { openFields } from './sealed-fields.ts'

/** Every former version of a record: who, when, why, from what (R6.9); also of one that was deleted. */
export async function readHistory(
  ctx: Context,
  actor: Actor,
  personId: string,
  recordId: string,
): Promise<HistoryEntry[]> {
  const rows =
    actor.role === 'practitioner'
      ? await findHistory(ctx.db, actor, personId, recordId)
      : await lookedAt(ctx, actor, personId, recordId)
  if (rows.length === 0) throw notFound()
  return entriesOf(ctx, personId, rows)
}

/** Another's look is on record and in the person's timeline before anything leaves (R12.1). */
function lookedAt(ctx: Context, actor: Actor, personId: string, recordId: string): Promise<HistoryRow[]> {
  return withActor(ctx, actor, async (tx) => {
    const rows = await findHistory(tx, actor, personId, recordId)
    if (rows.length === 0) throw notFound()
    await recordAudit(ctx, tx, actor, {
      act: 'read-record-history',
      personId,
      object: { kind: 'record', id: recordId },
      timeline: { reason: 'original-verification' },
    })
    return rows
  })
}

const levelAfterEvent: Partial<Record<HistoryEntry['event'], DataLevel>> = {
  verified: 'C',
  'verification-cancelled': 'D',
  corrected: 'A',
  frozen: 'B',
}

function entriesOf(ctx: Context, personId: string, rows: readonly HistoryRow[]): HistoryEntry[] {
  let level: DataLevel = rows[0]?.origin === 'feed' ? 'A' : 'D'
  let before: RecordPayload = {}
  return rows.map((row) => {
    level = levelAfterEvent[row.event] ?? level
    const after = payloadOf(ctx, personId, row)
    // The first version is what all later ones differ from; it changed nothing itself.
    const changes = after && row.version > 1 ? fieldChanges(kindOf(row.kind).fields, before, after) : []
    before = after ?? before
    return {
      event: row.event,
      version: row.version,
      level,
      at: row.at.toISOString(),
      by: { role: row.role, officeName: row.officeName },
      reasons: row.reasons,
      note: row.note,
      changes: [...changes],
      pages: row.pages,
    }
  })
}

function payloadOf(ctx: Context, personId: string, { payload, sealed }: HistoryRow): RecordPayload | null {
  if (!payload || !sealed) return payload
  return { ...payload, ...openFields(ctx.keys, 'record_revision', personId, sealed) }
}
