import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { allowOrigin, allowRequest, allowSending } from '../codes/code-limits.ts'
import { issueCode } from '../codes/issue-code.ts'
import { mobileOf } from '../mobile.ts'
import { attemptAt } from './attempt.ts'
import { isMobileFree } from './repository.ts'

/**
 * Step 3: answered alike; to a phone that is somebody else's no code goes, and none is taken from its holder's
 * (R3.3, R3.4, R3.6).
 */
export async function askCodeOfRegistration(
  ctx: Context,
  actor: Actor,
  browser: Buffer,
  tokenHash: Buffer | null,
  typedMobile: string,
): Promise<{ nextCodeAt: string }> {
  const mobile = mobileOf(ctx.keys, typedMobile)
  const wasFree = await withActor(ctx, actor, async (tx) => {
    await attemptAt(ctx, tx, tokenHash, 'phone')
    return isMobileFree(tx, mobile.index)
  })
  await allowOrigin(ctx, 'code-request', { origin: actor.origin, knownBrowser: null })
  const key = `registration ${mobile.index.toString('hex')}`
  const nextCodeAt = await allowRequest(ctx, { key, knownBrowser: false, sharesTheDay: false })
  const refusal = await allowSending(ctx, wasFree ? mobile : null, key)
  await withActor(ctx, actor, async (tx) => {
    const { personId } = await attemptAt(ctx, tx, tokenHash, 'phone')
    const goesOut = (await isMobileFree(tx, mobile.index)) && wasFree && !refusal
    await issueCode(ctx, tx, {
      personId: goesOut ? personId : null,
      purpose: 'registration',
      mobile,
      browser,
    })
    await recordAudit(ctx, tx, actor, { act: 'registration.code-asked', personId })
  })
  return { nextCodeAt }
}
