import type { bearers } from '@zhuji/contract/verification.ts'
import { decideVerification } from '@zhuji/domain/original-verification.ts'
import { sendMessage } from '../accounts/send-message.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict } from '../platform/refused-error.ts'
import { type Clerk, clerkAtWindow } from './clerk.ts'
import { lockedRecord } from './revision.ts'
import { countDisplayed, insertVerification, moveLevel, renewProfile } from './verification-repository.ts'

export interface Check {
  version: number
  confirmed: readonly string[]
  presentedBy: (typeof bearers)[number]
}

export interface Verified {
  level: 'C' | 'D'
  verificationId: string
}

/** 原件核对: D to C for the very version that this clerk saw, page by page and field by field (R7.4, R7.7). */
export function verifyOriginal(
  ctx: Context,
  actor: Actor,
  personId: string,
  recordId: string,
  check: Check,
): Promise<Verified> {
  const clerk = clerkAtWindow(actor)
  return withActor(ctx, actor, async (tx) => {
    const record = await lockedRecord(ctx, tx, personId, recordId)
    const { version } = check
    const displayed = await countDisplayed(tx, personId, recordId, version, clerk.id)
    const decision = decideVerification(
      { ...record, pages: record.scans.map(({ shows }) => shows) },
      { version, confirmed: check.confirmed, displayed },
    )
    if (!decision.granted) throw conflict(decision.refusal)

    const verificationId = newId()
    await insertVerification(tx, {
      ...verificationAt(clerk),
      person_id: personId,
      id: verificationId,
      record_id: recordId,
      version,
      outcome: 'passed',
      confirmed: [...check.confirmed],
      presented_by: check.presentedBy,
    })
    await moveLevel(tx, { personId, recordId, version, move: 'verify', proof: verificationId })
    await renewProfile(tx, personId)
    await recordAudit(ctx, tx, actor, {
      act: 'verify-original',
      personId,
      object: { kind: 'record', id: recordId, version },
      details: {
        from: record.level,
        verificationId,
        confirmed: check.confirmed,
        presentedBy: check.presentedBy,
      },
      committed: { payload: record.payload },
      timeline: { reason: 'original-verification' },
    })
    await sendMessage(ctx, tx, personId, 'verified', { recordId, kind: record.kind })
    await ctx.queue.enqueue(tx, 'learn-full-names', { personId }, `learn-full-names:${personId}`)
    return { level: decision.value, verificationId }
  })
}

export const verificationAt = (clerk: Clerk) => ({
  department_id: clerk.departmentId,
  window_id: clerk.windowId,
  clerk_id: clerk.id,
})
