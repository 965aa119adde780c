import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { objectionView } from './objection-view.ts'
import { findObjectionsOf } from './repository.ts'

/** The person's own objections with their answers, newest first. */
export async function readOwnObjections(
  ctx: Context,
  actor: Actor,
  personId: string,
): Promise<CreditObjection[]> {
  const rows = await findObjectionsOf(ctx.db, actor, personId)
  return rows.map((row) => objectionView(ctx.keys, personId, row))
}
