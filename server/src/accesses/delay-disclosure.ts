import { type DelayRefusal, decideDelay } from '@zhuji/domain/delayed-disclosure.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict, notFound, unprocessable } from '../platform/refused-error.ts'
import { findDelayRequest, insertDelay, insertDelayRequest } from './repository.ts'

export interface Look {
  personId: string
  /** Of the audit entry that the look will bear, or bears. */
  auditId: string
}

/** Asks that a look for a complaint be shown later; who asks does not set the date (R12.1). */
export async function askDelay(ctx: Context, staff: Actor, asked: Look & { matter: string }): Promise<void> {
  await withActor(ctx, staff, async (tx) => {
    await insertDelayRequest(tx, { ...asked, askedBy: staff.id ?? '' })
    await recordAudit(ctx, tx, staff, {
      act: 'disclosure.delay-asked',
      personId: asked.personId,
      object: { kind: 'audit-entry', id: asked.auditId },
      matter: asked.matter,
    })
  })
}

/** A second person sets the day from which the look is shown; none sets it again (R12.1). */
export async function delayDisclosure(
  ctx: Context,
  staff: Actor,
  look: Look & { shownFrom: string },
): Promise<void> {
  const { personId, auditId } = look
  const setBy = staff.id ?? ''
  await withActor(ctx, staff, async (tx) => {
    const request = await findDelayRequest(tx, personId, auditId)
    if (!request) throw notFound()
    const decision = decideDelay(request, { by: setBy, shownFrom: look.shownFrom, today: ctx.today() })
    if (!decision.granted) throw refusalOf(decision.refusal)
    const shownFrom = decision.value
    const isFirst = await insertDelay(tx, { personId, auditId, askedBy: request.askedBy, setBy, shownFrom })
    if (!isFirst) throw conflict({ code: 'delay-already-set' })
    await recordAudit(ctx, tx, staff, {
      act: 'disclosure.delayed',
      personId,
      object: { kind: 'audit-entry', id: auditId },
      matter: request.matter,
      details: { shownFrom },
    })
  })
}

/** A day that nobody could set is the request's own fault; the rest depends on what stands there already. */
const refusalOf = (refusal: DelayRefusal) =>
  refusal.code === 'delay-date-impossible' ? unprocessable(refusal) : conflict(refusal)
