import { decideEnding } from '@zhuji/domain/employments.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { endByPractitioner, findEmployment, lockEmployment } from './repository.ts'

/** 删除 of a work-unit row: the person ends the link, its history stays (R4.9, G36, G138). */
export function endEmployment(
  ctx: Context,
  actor: Actor,
  personId: string,
  employmentId: string,
): Promise<{ endedAt: string }> {
  return withActor(ctx, actor, async (tx) => {
    if (!(await lockEmployment(tx, personId, employmentId))) throw notFound()
    const employment = await findEmployment(tx, personId, employmentId)
    const decision = decideEnding(employment)
    if (!decision.granted) throw conflict(decision.refusal)
    const endedAt = await endByPractitioner(tx, personId, employmentId)
    await recordAudit(ctx, tx, actor, {
      act: 'end-employment',
      personId,
      object: { kind: 'employment', id: employmentId },
      details: { enterpriseId: employment.enterpriseId },
    })
    return { endedAt: endedAt.toISOString() }
  })
}
