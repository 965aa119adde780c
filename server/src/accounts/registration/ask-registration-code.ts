import { type Actor, withActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { allowCode } from '../codes/code-limits.ts'
import { issueCode } from '../codes/issue-code.ts'
import { mobileOf } from '../mobile.ts'
import { attemptAt } from './attempt.ts'
import { isMobileFree } from './repository.ts'

/** Step 3: answered alike; to a phone that is somebody else's no code goes (R3.3, R3.6). */
export async function askCodeOfRegistration(
  ctx: Context,
  actor: Actor,
  browser: Buffer,
  tokenHash: Buffer | null,
  typedMobile: string,
): Promise<{ nextCodeAt: string }> {
  const mobile = mobileOf(ctx.keys, typedMobile)
  await withActor(ctx, actor, async (tx) => attemptAt(ctx, tx, tokenHash, 'phone'))
  const nextCodeAt = await allowCode(ctx, mobile)
  await withActor(ctx, actor, async (tx) => {
    const { personId } = await attemptAt(ctx, tx, tokenHash, 'phone')
    const isFree = await isMobileFree(tx, mobile.index)
    await issueCode(ctx, tx, { personId: isFree ? personId : null, purpose: 'registration', mobile, browser })
  })
  return { nextCodeAt }
}
