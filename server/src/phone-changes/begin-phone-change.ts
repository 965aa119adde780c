import { phoneChangeMinutes } from '@zhuji/domain/phone-change.ts'
import { findWindow } from '../offices/repository.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict } from '../platform/refused-error.ts'
import { challengeHash, newChallenge } from './challenge.ts'
import { insertChange } from './repository.ts'

export interface BegunPhoneChange {
  id: string
  challenge: string
  expiresAt: string
}

/** 修改手机号: a challenge for one live read at this clerk's window, good for ten minutes (R3.8). */
export function beginChange(ctx: Context, clerk: Actor): Promise<BegunPhoneChange> {
  const id = newId()
  const challenge = newChallenge()
  return withActor(ctx, clerk, async (tx) => {
    const window = clerk.windowId ? await findWindow(tx, clerk.windowId) : undefined
    if (!window || !clerk.id) throw conflict({ code: 'no-window' })
    if (!window.open) throw conflict({ code: 'window-suspended' })
    const expiresAt = await insertChange(
      tx,
      {
        id,
        challenge_hash: challengeHash(ctx.keys, challenge),
        window_id: window.windowId,
        clerk_id: clerk.id,
      },
      phoneChangeMinutes,
    )
    await recordAudit(ctx, tx, clerk, {
      act: 'phone-change.begun',
      object: { kind: 'phone-change', id },
    })
    return { id, challenge, expiresAt: expiresAt.toISOString() }
  })
}
