import type { AccessView } from '@zhuji/contract/accesses.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { type AccessKey, findAccesses } from './repository.ts'

const pageLength = 100

/** A page of the person's own timeline (R12.1). Reading it oneself leaves no line in it. */
export async function readTimeline(
  ctx: Context,
  actor: Actor,
  personId: string,
  before: string | undefined,
): Promise<{ accesses: AccessView[]; next: string | null }> {
  const rows = await findAccesses(ctx.db, actor, {
    personId,
    today: ctx.today(),
    before: before === undefined ? null : keyOf(before),
    most: pageLength + 1,
  })
  const accesses = rows.slice(0, pageLength)
  const last = accesses.at(-1)
  return { accesses, next: rows.length > pageLength && last ? `${last.at}_${last.id}` : null }
}

function keyOf(before: string): AccessKey {
  const [at = '', id = ''] = before.split('_')
  return { at, id }
}
