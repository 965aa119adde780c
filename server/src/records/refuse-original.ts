import type { bearers } from '@zhuji/contract/verification.ts'
import { decideVerificationRefusal, type RefusalReason } from '@zhuji/domain/original-verification.ts'
import { sendMessage } from '../accounts/send-message.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict, unprocessable } from '../platform/refused-error.ts'
import { clerkAtWindow } from './clerk.ts'
import { lockedRecord } from './revision.ts'
import { insertVerification, renewProfile } from './verification-repository.ts'
import { type Verified, verificationAt } from './verify-original.ts'

export interface OriginalRefusal {
  version: number
  reasons: readonly RefusalReason[]
  note: string | null
  presentedBy: (typeof bearers)[number]
}

/** 不予核对: the reasons reach the person, the record stays at D to be mended (R7.5). */
export function refuseOriginal(
  ctx: Context,
  actor: Actor,
  personId: string,
  recordId: string,
  refusal: OriginalRefusal,
): Promise<Verified> {
  const clerk = clerkAtWindow(actor)
  return withActor(ctx, actor, async (tx) => {
    const record = await lockedRecord(ctx, tx, personId, recordId)
    const decision = decideVerificationRefusal(record, refusal)
    if (!decision.granted)
      throw (decision.refusal.code === 'reason-missing' ? unprocessable : conflict)(decision.refusal)

    const verificationId = newId()
    const reasons = [...decision.value]
    const { version } = record
    await insertVerification(tx, {
      ...verificationAt(clerk),
      person_id: personId,
      id: verificationId,
      record_id: recordId,
      version,
      outcome: 'refused',
      reasons,
      note: refusal.note || null,
      presented_by: refusal.presentedBy,
    })
    await renewProfile(tx, personId)
    await recordAudit(ctx, tx, actor, {
      act: 'refuse-original',
      personId,
      object: { kind: 'record', id: recordId, version },
      details: { verificationId, reasons, presentedBy: refusal.presentedBy },
      committed: { payload: record.payload, note: refusal.note },
      timeline: { reason: 'original-verification' },
    })
    const { kind } = record
    await sendMessage(ctx, tx, personId, 'verification-refused', { recordId, kind, reasons: reasons.join() })
    return { level: 'D', verificationId }
  })
}
