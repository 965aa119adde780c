import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { keepAcknowledgement, versionInForce } from './repository.ts'

/** 我已阅读并知悉, for the version in force; said twice, the first time counts. No consent to anything (R12.5). */
export function acknowledgeNotice(
  ctx: Context,
  actor: Actor,
  personId: string,
  version: number,
): Promise<{ version: number; at: string }> {
  return withActor(ctx, actor, async (tx) => {
    const current = await versionInForce(tx, ctx.today())
    if (current !== version) throw conflict({ code: 'notice-changed' })
    const { at, isNew } = await keepAcknowledgement(tx, personId, version)
    if (isNew)
      await recordAudit(ctx, tx, actor, { act: 'notice.acknowledged', personId, details: { version } })
    return { version, at: at.toISOString() }
  })
}
