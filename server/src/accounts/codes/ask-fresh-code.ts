import type { FreshCodePurpose } from '@zhuji/domain/dynamic-password.ts'
import { maskedValue } from '@zhuji/domain/masking-table.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/refused-error.ts'
import { allowCode } from './code-limits.ts'
import { issueCode } from './issue-code.ts'
import { findBoundMobile } from './repository.ts'

/** A code for one act that weighs more goes to the mobile that is bound, never to one that is typed (R3.4). */
export async function askCodeForAct(
  ctx: Context,
  actor: Actor,
  browser: Buffer,
  given: { personId: string; purpose: FreshCodePurpose },
): Promise<{ nextCodeAt: string; mobile: string }> {
  const { personId, purpose } = given
  const mobile = await withActor(ctx, actor, async (tx) => findBoundMobile(ctx.keys, tx, personId))
  if (!mobile) throw conflict({ code: 'no-mobile-bound' })
  const nextCodeAt = await allowCode(ctx, mobile)
  await withActor(ctx, actor, async (tx) => {
    await issueCode(ctx, tx, { personId, purpose, mobile, browser })
    await recordAudit(ctx, tx, actor, { act: 'fresh-code.asked', personId, details: { purpose } })
  })
  return {
    nextCodeAt,
    mobile: maskedValue('practitioner-self', 'mobile', 'profile', mobile.digits) ?? '',
  }
}
