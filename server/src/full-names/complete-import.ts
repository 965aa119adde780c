import type { FullNameImport } from '@zhuji/contract/full-names.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { countNames, findImport, lockImport, markComplete, offerNames } from './repository.ts'

/** Offers an import's names once all have arrived; again it changes nothing and gives the same report. */
export function completeImport(
  ctx: Context,
  actor: Actor,
  importId: string,
  expected: number,
): Promise<{ import: FullNameImport }> {
  return withActor(ctx, actor, async (tx) => {
    const locked = await lockImport(tx, importId)
    if (!locked) throw notFound()
    if (locked.status === 'withdrawn') throw conflict({ code: 'import-withdrawn' })
    if (locked.status === 'open') {
      // A statement of its own: it sees what was sent while this waited for the lock.
      const received = await countNames(tx, importId)
      if (received !== expected) throw conflict({ code: 'import-incomplete', received, expected })
      await offerNames(tx, importId, locked.list)
      await markComplete(tx, importId, received)
      await recordAudit(ctx, tx, actor, {
        act: 'complete-full-names',
        object: { kind: 'full-name-import', id: importId },
        details: { list: locked.list, names: received },
      })
    }
    return { import: (await findImport(tx, importId)) as FullNameImport }
  })
}
