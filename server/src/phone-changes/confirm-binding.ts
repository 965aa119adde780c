import { decideConfirmation } from '@zhuji/domain/phone-change.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { openChange } from './change.ts'
import { markCompleted, markConfirmed } from './repository.ts'

/** 号码无误: what an enterprise's reads had left open, the person has now said on a live read of their own (R2.9). */
export function confirmBoundNumber(ctx: Context, clerk: Actor, id: string): Promise<{ confirmedAt: string }> {
  return withActor(ctx, clerk, async (tx) => {
    const { found, ground } = await openChange(ctx, tx, clerk, id, null)
    const decision = decideConfirmation(ground, found.bindingToConfirm === true)
    if (!decision.granted) throw conflict(decision.refusal)
    const personId = found.personId ?? ''
    await markConfirmed(tx, personId)
    await recordAudit(ctx, tx, clerk, {
      act: 'phone.binding-confirmed',
      personId,
      object: { kind: 'phone-change', id },
      details: { readId: found.readId },
      timeline: { reason: 'phone-change' },
    })
    return { confirmedAt: (await markCompleted(tx, id)).toISOString() }
  })
}
