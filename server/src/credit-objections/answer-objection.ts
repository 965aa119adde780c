import type { objectionOutcomes } from '@zhuji/contract/credit-objections.ts'
import { sendMessage } from '../accounts/send-message.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { sealText } from '../platform/sealing.ts'
import { objectionPlace } from './objection-view.ts'
import { lockObjection, saveAnswer } from './repository.ts'

export interface Answer {
  outcome: (typeof objectionOutcomes)[number]
  reason: string
}

/** An administrator answers once, with reasons; the person is told. The entry itself only its feed corrects (R11.4). */
export function answerObjection(
  ctx: Context,
  actor: Actor,
  personId: string,
  objectionId: string,
  { outcome, reason }: Answer,
): Promise<{ state: Answer['outcome'] }> {
  return withActor(ctx, actor, async (tx) => {
    const objection = await lockObjection(tx, personId, objectionId)
    if (!objection) throw notFound()
    if (objection.state !== 'open') throw conflict({ code: 'objection-answered' })
    await saveAnswer(tx, personId, objectionId, {
      state: outcome,
      answer: sealText(ctx.keys, objectionPlace('answer', personId), reason),
      staffId: actor.id as string,
    })
    await recordAudit(ctx, tx, actor, {
      act: 'answer-objection',
      personId,
      object: { kind: 'record', id: objection.recordId },
      details: { objectionId, outcome },
      committed: { reason },
      timeline: { reason: 'credit-objection' },
    })
    await sendMessage(ctx, tx, personId, 'objection-answered', { recordId: objection.recordId })
    return { state: outcome }
  })
}
