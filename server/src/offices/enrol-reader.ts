import { createPublicKey } from 'node:crypto'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { conflict, RefusedError, unprocessable } from '../platform/refused-error.ts'
import { enrolmentCodeHash } from './issue-enrolment-code.ts'
import { addReader, findWindow, lockEnrolment, type OfficeWindow, useEnrolment } from './repository.ts'

export interface Introduction {
  code: string
  /** Ed25519, SPKI DER, base64. */
  publicKey: string
  samId: string
}

/**
 * Lets a reader in with its one-time code (R2.6). The same code with the same key again gives the same reader: the
 * bridge may have lost the first answer.
 */
export async function enrolReader(
  ctx: Context,
  caller: Actor,
  introduction: Introduction,
): Promise<{ readerId: string; windowName: string }> {
  const publicKey = Buffer.from(introduction.publicKey, 'base64')
  if (!isEd25519(publicKey)) throw unprocessable({ code: 'reader-key-unfit' })
  const codeHash = enrolmentCodeHash(ctx, introduction.code)
  const bridge: Actor = { ...caller, role: 'bridge', id: null }
  return withActor(ctx, bridge, async (tx) => {
    const enrolment = await lockEnrolment(tx, codeHash)
    if (!enrolment?.live) throw refusedCode()
    const window = (await findWindow(tx, enrolment.windowId)) as OfficeWindow
    const samId = Buffer.from(introduction.samId, 'base64')
    const reader = await readerOf(tx, enrolment, { publicKey, samId })
    if (enrolment.readerId) return { readerId: reader.id, windowName: window.windowName }

    await useEnrolment(tx, codeHash, reader.id)
    await recordAudit(
      ctx,
      tx,
      { ...bridge, officeId: window.departmentId },
      {
        act: 'enrol-reader',
        object: { kind: 'reader', id: reader.id },
        details: { windowId: window.windowId },
      },
    )
    return { readerId: reader.id, windowName: window.windowName }
  })
}

async function readerOf(
  tx: Tx,
  enrolment: { windowId: string; readerId: string | null },
  key: { publicKey: Buffer; samId: Buffer },
) {
  const reader = await addReader(tx, { id: newId(), windowId: enrolment.windowId, ...key })
  if (enrolment.readerId && enrolment.readerId !== reader.id) throw refusedCode()
  if (reader.window_id !== enrolment.windowId || reader.status !== 'enrolled')
    throw conflict({ code: 'reader-enrolled-elsewhere' })
  return reader
}

const refusedCode = () => new RefusedError(403, { code: 'enrolment-code-invalid' })

function isEd25519(der: Buffer): boolean {
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType === 'ed25519'
  } catch {
    return false // Not a key at all.
  }
}
