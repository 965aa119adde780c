import type { SignatureView } from '@zhuji/contract/signatures.ts'
import { decideFiling } from '@zhuji/domain/signature-states.ts'
import { spendFreshCode } from '../accounts/codes/spend-fresh-code.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import {
  findSignatures,
  insertFiling,
  lockSignatures,
  type SignatureRow,
  shownSignatures,
} from './repository.ts'

/** The person says with a fresh code that the cut-out is their signature: it is filed, earlier ones stay (R10.3, R3.4). */
export async function fileSignature(
  ctx: Context,
  actor: Actor,
  personId: string,
  { signatureId, digits }: { signatureId: string; digits: string },
): Promise<SignatureView> {
  // Asked before the code is tried, so that a page that lags behind does not cost one; decided under the lock.
  requireFiling(await findSignatures(ctx.db, actor, personId), signatureId)
  return spendFreshCode(ctx, actor, { personId, purpose: 'signature', digits }, async (tx) => {
    await lockSignatures(tx, personId)
    const rows = await findSignatures(tx, actor, personId)
    requireFiling(rows, signatureId)
    const auditId = newId()
    const filedAt = await insertFiling(
      ctx,
      tx,
      actor,
      { personId, signatureId, auditId },
      { id: auditId, act: 'file-signature', personId, object: { kind: 'signature', id: signatureId } },
    )
    const after = rows.map((row) => (row.id === signatureId ? { ...row, filedAt } : row))
    return shownSignatures(after).find(({ id }) => id === signatureId) as SignatureView
  })
}

function requireFiling(rows: readonly SignatureRow[], signatureId: string): void {
  const uploads = rows.map(({ id, number, filedAt }) => ({
    id,
    number,
    filedAt: filedAt?.toISOString() ?? null,
  }))
  const upload = uploads.find(({ id }) => id === signatureId)
  if (!upload) throw notFound()
  const decision = decideFiling(upload, uploads)
  if (!decision.granted) throw conflict(decision.refusal)
}
