import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { endSession } from '../../platform/sessions.ts'

export async function endOwnSession(ctx: Context, actor: Actor): Promise<void> {
  const { session } = actor
  if (!session) return
  await withActor(ctx, actor, async (tx) => {
    await endSession(tx, session)
    await recordAudit(ctx, tx, actor, {
      act: 'signed-out',
      personId: actor.role === 'practitioner' ? actor.id : null,
    })
  })
}
