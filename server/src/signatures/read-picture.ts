import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { unsealBytes } from '../platform/sealing.ts'
import { findPicture } from './repository.ts'
import { signaturePlace } from './signature-place.ts'

/** The form's scan or the cut-out, to its person alone (R10.2). */
export async function readPicture(
  ctx: Context,
  actor: Actor,
  { personId, signatureId }: { personId: string; signatureId: string },
  column: 'scan' | 'cut_out',
): Promise<Buffer> {
  const blob = await findPicture(ctx.db, actor, personId, signatureId, column)
  if (!blob) throw notFound()
  return unsealBytes(ctx.keys, signaturePlace(personId, column), await ctx.files.get(blob))
}
