import { decideCancellation } from '@zhuji/domain/original-verification.ts'
import { sendMessage } from '../accounts/send-message.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict } from '../platform/refused-error.ts'
import { clerkAtWindow } from './clerk.ts'
import { lockedRecord } from './revision.ts'
import {
  findStandingVerification,
  insertCancellation,
  moveLevel,
  renewProfile,
} from './verification-repository.ts'

export interface Cancellation {
  version: number
  reason: string
}

/** 取消原件核对: C to D, told to the person; by the department that verified or its heir, not while an application uses it (R6.4). */
export function cancelVerification(
  ctx: Context,
  actor: Actor,
  personId: string,
  recordId: string,
  { version, reason }: Cancellation,
): Promise<{ level: 'D' }> {
  const clerk = clerkAtWindow(actor)
  return withActor(ctx, actor, async (tx) => {
    const record = await lockedRecord(ctx, tx, personId, recordId)
    const standing = await findStandingVerification(tx, personId, recordId, clerk.departmentId)
    const decision = decideCancellation(record, {
      version,
      sameDepartment: standing?.sameDepartment ?? false,
      verifiedBy: standing?.departmentName ?? '',
    })
    if (!decision.granted) throw conflict(decision.refusal)
    // A record at C stands on a verification: the database allows no other.
    const verification = standing as NonNullable<typeof standing>

    const cancellationId = newId()
    await insertCancellation(tx, {
      person_id: personId,
      id: cancellationId,
      verification_id: verification.id,
      reason,
      department_id: clerk.departmentId,
      clerk_id: clerk.id,
    })
    await moveLevel(tx, { personId, recordId, version, move: 'cancel-verification', proof: cancellationId })
    await renewProfile(tx, personId)
    await recordAudit(ctx, tx, actor, {
      act: 'cancel-verification',
      personId,
      object: { kind: 'record', id: recordId, version },
      details: { from: record.level, verificationId: verification.id, cancellationId },
      committed: { reason },
      timeline: { reason: 'verification-cancelled' },
    })
    await sendMessage(ctx, tx, personId, 'verification-cancelled', { recordId, kind: record.kind })
    await ctx.queue.enqueue(tx, 'learn-full-names', { personId }, `learn-full-names:${personId}`)
    return { level: decision.value }
  })
}
