import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { findOpenObjections } from './repository.ts'

const pageSize = 50

/** What waits for an answer, oldest first: references only, so that the list itself tells nothing of anybody. */
export async function listOpenObjections(
  ctx: Context,
  actor: Actor,
  after: string | null,
): Promise<{ objections: { personId: string; id: string; at: string }[]; more: boolean }> {
  const rows = await findOpenObjections(ctx.db, actor, after, pageSize)
  const objections = rows.slice(0, pageSize).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  return { objections, more: rows.length > pageSize }
}
