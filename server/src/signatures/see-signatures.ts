import type { SignatureView } from '@zhuji/contract/signatures.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { findSignatures, shownSignatures } from './repository.ts'

/** All that the person ever uploaded, newest first: the filed one, the one that waits, the former ones (R10.3). */
export const seeSignatures = async (ctx: Context, actor: Actor, personId: string): Promise<SignatureView[]> =>
  shownSignatures(await findSignatures(ctx.db, actor, personId))
