import type { readObjection as declared } from '@zhuji/contract/credit-objections.ts'
import type { Answered } from '@zhuji/contract/route.ts'
import { maskedValue } from '@zhuji/domain/masking-table.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { objectionView } from './objection-view.ts'
import { findObjectionForAnswer } from './repository.ts'

/** One objection with the entry as it stood; the look is in the person's timeline before anything leaves (R12.1). */
export async function readObjection(
  ctx: Context,
  actor: Actor,
  personId: string,
  objectionId: string,
): Promise<Answered<typeof declared>> {
  const row = await withActor(ctx, actor, async (tx) => {
    const found = await findObjectionForAnswer(tx, personId, objectionId)
    if (!found) throw notFound()
    await recordAudit(ctx, tx, actor, {
      act: 'read-objection',
      personId,
      object: { kind: 'record', id: found.recordId, version: found.version },
      details: { objectionId },
      timeline: { reason: 'credit-objection' },
    })
    return found
  })
  return {
    objection: objectionView(ctx.keys, personId, row),
    name: maskedValue('administrator', 'name', 'list', row.name) ?? '',
    payload: { ...row.payload },
    corrected: row.corrected,
  }
}
