import { decidePhoneChange } from '@zhuji/domain/phone-change.ts'
import { allowCode } from '../accounts/codes/code-limits.ts'
import { issueCode } from '../accounts/codes/issue-code.ts'
import { mobileOf } from '../accounts/mobile.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { openChange, wantedOf } from './change.ts'

/** 获取24小时密码: to the new number, whoever has it now, and only on a read that can carry the change (R3.7, R3.8). */
export async function askCodeOfChange(
  ctx: Context,
  clerk: Actor,
  browser: Buffer,
  given: { id: string; mobile: string },
): Promise<{ nextCodeAt: string }> {
  const mobile = mobileOf(ctx.keys, given.mobile)
  const personId = await withActor(ctx, clerk, async (tx) => {
    const { found, ground } = await openChange(ctx, tx, clerk, given.id, mobile)
    // An earlier code proves nothing by now; this one will.
    const decision = decidePhoneChange(ground, { ...wantedOf(found, mobile), codeAskedAt: null })
    if (!decision.granted) throw conflict(decision.refusal)
    return found.personId
  })
  const nextCodeAt = await allowCode(ctx, mobile)
  await withActor(ctx, clerk, async (tx) => {
    await issueCode(ctx, tx, { personId, purpose: 'phone-change', mobile, browser })
    await recordAudit(ctx, tx, clerk, {
      act: 'phone-change.code-asked',
      personId,
      object: { kind: 'phone-change', id: given.id },
    })
  })
  return { nextCodeAt }
}
