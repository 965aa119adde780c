import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { endSessionsOfPerson } from '../../platform/sessions.ts'
import { voidCodes } from '../codes/repository.ts'

/** The dynamic password ends before its 24 hours, and with it every session but the one that says so (R3.4). */
export async function voidPasswordOfPerson(ctx: Context, actor: Actor): Promise<void> {
  const personId = actor.id ?? ''
  await withActor(ctx, actor, async (tx) => {
    await voidCodes(tx, personId, 'sign-in')
    await endSessionsOfPerson(tx, personId, actor.session)
    await recordAudit(ctx, tx, actor, {
      act: 'password.voided',
      personId,
      timeline: { reason: 'own-request' },
    })
  })
}
