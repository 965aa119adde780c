import type { FeedLine } from '@zhuji/contract/feeds.ts'
import { kindOfSource, type RecordSource } from '@zhuji/domain/feed-lines.ts'
import { recordProblems } from '@zhuji/domain/record-checks.ts'
import { typedValues } from '@zhuji/domain/record-content.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Applied, Batch } from './batch.ts'
import { ofCollected } from './people.ts'
import { type FedRecord, keepFedRecords } from './repository.ts'
import { rejected, sorted } from './sort-lines.ts'

/** Registrations, filed contracts and credit entries as records at A (R11.1, R11.4). */
export async function applyRecords(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  batch: Batch,
  source: RecordSource,
  lines: readonly FeedLine<RecordSource>[],
): Promise<Applied> {
  const kind = kindOfSource[source]
  const declared = kindOf(kind)
  const today = ctx.today()
  const valid = sorted(lines, (line) => {
    const problems = recordProblems(declared, line.payload, today)
    return problems.length === 0
      ? null
      : rejected(
          line,
          'record-not-valid',
          problems.map(({ field }) => field),
        )
  })
  const { good, bad } = await ofCollected(ctx, tx, valid.good)
  const records = good.map(({ personId, sourceKey, payload }): FedRecord => {
    const values = typedValues(declared, payload)
    return {
      person_id: personId,
      id: newId(),
      kind,
      source_key: sourceKey,
      payload,
      code: values.code,
      rank: values.rank,
      specialty: values.specialty,
      employer_code: values.employerCode,
      from_date: values.from,
      to_date: values.to,
      valid_to: values.validTo,
    }
  })
  const changed = await keepFedRecords(tx, batch, actor.role, records)
  return { taken: good.length, rejected: [...valid.bad, ...bad], changed }
}
