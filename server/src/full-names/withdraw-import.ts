import type { FullNameImport } from '@zhuji/contract/full-names.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { countNames, findImport, lockImport, markWithdrawn, takeBackNames } from './repository.ts'

/** Takes an imported list back: what nothing else vouches for is offered no longer. The list itself stays on record. */
export function withdrawImport(
  ctx: Context,
  actor: Actor,
  importId: string,
  reason: string,
): Promise<{ import: FullNameImport }> {
  return withActor(ctx, actor, async (tx) => {
    const locked = await lockImport(tx, importId)
    if (!locked) throw notFound()
    if (locked.status === 'withdrawn') throw conflict({ code: 'import-withdrawn' })
    if (locked.status === 'complete') await takeBackNames(tx, importId, locked.list)
    const names = await countNames(tx, importId)
    await markWithdrawn(tx, importId, { names, staffId: actor.id, reason })
    await recordAudit(ctx, tx, actor, {
      act: 'withdraw-full-names',
      object: { kind: 'full-name-import', id: importId },
      details: { list: locked.list, names },
      committed: { reason },
    })
    return { import: (await findImport(tx, importId)) as FullNameImport }
  })
}
