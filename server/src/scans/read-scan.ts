import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { unsealBytes } from '../platform/sealing.ts'
import { findBlob, insertDisplay, type PageKey } from './repository.ts'
import { scanPlace } from './scan-place.ts'

/** One page of any version, to its person or a clerk (R5.6); to a clerk it counts as displayed (R7.4). */
export async function readScan(ctx: Context, actor: Actor, key: PageKey): Promise<Buffer> {
  const blob = await findBlob(ctx.db, actor, key)
  if (!blob) throw notFound()
  const bytes = unsealBytes(ctx.keys, scanPlace(key.personId), await ctx.files.get(blob))
  // Nothing leaves, and nothing counts as displayed, unless both are certain.
  if (actor.role !== 'practitioner') await recordLook(ctx, actor, key)
  return bytes
}

function recordLook(ctx: Context, actor: Actor, key: PageKey): Promise<void> {
  return withActor(ctx, actor, async (tx) => {
    await recordAudit(ctx, tx, actor, {
      act: 'read-scan',
      personId: key.personId,
      object: { kind: 'record', id: key.recordId, version: key.version },
      details: { page: key.page },
      timeline: { reason: 'original-verification' },
    })
    if (actor.id) await insertDisplay(tx, key, actor.id)
  })
}
