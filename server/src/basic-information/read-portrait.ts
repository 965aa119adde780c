import { portraitPlace } from '../card-reads/sealed-card.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { unsealBytes } from '../platform/sealing.ts'
import { findPicture } from './repository.ts'

/** The picture that the reader's software handed over; what only the chip's own form holds cannot be shown (R2.10). */
export async function readPortrait(ctx: Context, actor: Actor, personId: string): Promise<Buffer> {
  const sealed = await findPicture(ctx.db, actor, personId)
  if (!sealed) throw notFound()
  return unsealBytes(ctx.keys, portraitPlace('person', personId), sealed)
}
