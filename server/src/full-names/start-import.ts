import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { findImport, insertImport, type NewImport } from './repository.ts'

/** Begins an import of full names, whose id the page chose: again with the same words it changes nothing. */
export function startImport(ctx: Context, actor: Actor, begun: NewImport): Promise<{ id: string }> {
  return withActor(ctx, actor, async (tx) => {
    const isNew = await insertImport(tx, begun, actor.id)
    if (isNew)
      await recordAudit(ctx, tx, actor, {
        act: 'import-full-names',
        object: { kind: 'full-name-import', id: begun.id },
        details: { list: begun.list },
        committed: { source: begun.source, edition: begun.edition },
      })
    else {
      const there = await findImport(tx, begun.id)
      const isSame = (['list', 'source', 'edition'] as const).every((part) => there?.[part] === begun[part])
      if (!isSame) throw conflict({ code: 'import-id-taken' })
    }
    return { id: begun.id }
  })
}
