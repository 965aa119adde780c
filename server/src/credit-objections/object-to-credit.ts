import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { conflict, notFound } from '../platform/refused-error.ts'
import { sealText } from '../platform/sealing.ts'
import { objectionPlace, objectionView } from './objection-view.ts'
import { findObjectedRecord, findObjection, insertObjection, type ObjectionRow } from './repository.ts'

export interface Objection {
  id: string
  recordId: string
  version: number
  text: string
}

/** The person objects to a credit record (R12.4): one open objection to a record; sent twice it is one (R6.10). */
export function objectToCredit(
  ctx: Context,
  actor: Actor,
  personId: string,
  objection: Objection,
): Promise<CreditObjection> {
  const { id, recordId, version, text } = objection
  return withActor(ctx, actor, async (tx) => {
    const record = await findObjectedRecord(tx, personId, recordId)
    if (!record) throw notFound()
    if (record.kind !== 'credit') throw conflict({ code: 'objection-record-kind' })
    const before = await findObjection(tx, personId, id)
    if (before) return savedBefore(ctx, personId, objection, before)
    if (record.version !== version)
      throw conflict({ code: 'record-changed', version: record.version } as { code: string })

    const sealed = sealText(ctx.keys, objectionPlace('text', personId), text)
    const inserted = await insertObjection(tx, { personId, id, recordId, version, text: sealed })
    const saved = await findObjection(tx, personId, id)
    if (!inserted) return alreadyThere(ctx, personId, objection, saved)
    await recordObjection(ctx, tx, actor, personId, objection)
    return objectionView(ctx.keys, personId, saved as ObjectionRow)
  })
}

/** Meanwhile the same was sent a second time, or another objection to the record came first. */
function alreadyThere(
  ctx: Context,
  personId: string,
  objection: Objection,
  saved: ObjectionRow | undefined,
): CreditObjection {
  if (!saved) throw conflict({ code: 'objection-open' })
  return savedBefore(ctx, personId, objection, saved)
}

/** A repetition hears what was saved; another content under the id is refused. */
function savedBefore(
  ctx: Context,
  personId: string,
  { recordId, text }: Objection,
  saved: ObjectionRow,
): CreditObjection {
  const view = objectionView(ctx.keys, personId, saved)
  if (view.recordId !== recordId || view.text !== text) throw conflict({ code: 'objection-id-taken' })
  return view
}

async function recordObjection(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  personId: string,
  { id, recordId, version, text }: Objection,
): Promise<void> {
  await recordAudit(ctx, tx, actor, {
    act: 'object-to-credit',
    personId,
    object: { kind: 'record', id: recordId, version },
    details: { objectionId: id },
    committed: { text },
  })
}
