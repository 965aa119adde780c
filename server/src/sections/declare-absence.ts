import type { FilledSection } from '@zhuji/domain/profile-completeness.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { removeAbsence, writeAbsence } from './repository.ts'

/** The person says that there is nothing to enter in a section, or takes that back (R4.11). Twice is as once. */
export function declareAbsence(
  ctx: Context,
  actor: Actor,
  personId: string,
  { section, none }: { section: FilledSection; none: boolean },
): Promise<void> {
  return withActor(ctx, actor, async (tx) => {
    const hasChanged = await (none ? writeAbsence : removeAbsence)(tx, personId, section)
    if (!hasChanged) return
    await recordAudit(ctx, tx, actor, {
      act: none ? 'declare-absence' : 'withdraw-absence',
      personId,
      details: { section },
    })
  })
}
