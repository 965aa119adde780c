import { checkFullNameLines } from '@zhuji/domain/full-name-lines.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { holdImport, insertNames } from './repository.ts'

/** Takes a portion of an import's names, cleaned and each once; the same portion again adds nothing. */
export function addNames(
  ctx: Context,
  actor: Actor,
  importId: string,
  names: readonly string[],
): Promise<{ added: number }> {
  return withActor(ctx, actor, async (tx) => {
    const held = await holdImport(tx, importId)
    if (!held) throw notFound()
    if (held.status !== 'open') throw conflict({ code: 'import-not-open' })
    return { added: await insertNames(tx, importId, checkFullNameLines(names).names) }
  })
}
