import { randomBytes } from 'node:crypto'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { findWindow, insertReaderEnrolment } from './repository.ts'

// Without 0, 1, I and O: it is read aloud and typed at a window's PC.
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 20

export const enrolmentCodeHash = (ctx: Context, code: string): Buffer =>
  ctx.keys.mac('reader-enrolment', code.trim().toUpperCase().replaceAll('-', ''))

/** A one-time code that lets one reader of this window in, for 24 hours; only its hash is kept (R2.6). */
export async function issueEnrolmentCode(
  ctx: Context,
  actor: Actor,
  windowId: string,
): Promise<{ code: string; expiresAt: string; windowName: string }> {
  const plain = Array.from(randomBytes(length), (byte) => signs.charAt(byte % signs.length)).join('')
  return withActor(ctx, actor, async (tx) => {
    const window = await findWindow(tx, windowId)
    if (!window) throw notFound()
    const expiresAt = await insertReaderEnrolment(tx, {
      codeHash: enrolmentCodeHash(ctx, plain),
      windowId,
    })
    await recordAudit(ctx, tx, actor, {
      act: 'issue-enrolment-code',
      object: { kind: 'service-window', id: windowId },
    })
    const code = plain.replace(/.{4}(?=.)/g, '$&-')
    return { code, expiresAt: expiresAt.toISOString(), windowName: window.windowName }
  })
}
