import type { FeedLine } from '@zhuji/contract/feeds.ts'
import { creditCodeFaults } from '@zhuji/domain/unified-credit-code.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import type { Applied, Batch } from './batch.ts'
import { ofAnybody } from './people.ts'
import { keepMonths } from './repository.ts'
import { rejected, sorted } from './sort-lines.ts'

/** Months of social security, of whomever: who was never collected has them when the card is read (R11.2). */
export async function applyMonths(
  ctx: Context,
  tx: Tx,
  batch: Batch,
  lines: readonly FeedLine<'social-security'>[],
): Promise<Applied> {
  const thisMonth = ctx.today().slice(0, 7)
  const valid = sorted(lines, (line) => {
    if (line.month > thisMonth) return rejected(line, 'month-after-today', ['month'])
    if (line.unitCode !== null && creditCodeFaults(line.unitCode).length > 0)
      return rejected(line, 'credit-code-not-valid', ['unitCode'])
    return null
  })
  const { good, bad } = await ofAnybody(ctx, tx, valid.good)
  const months = good.map(({ personId, sourceKey, month, unit, unitCode, paid }) => ({
    personId,
    sourceKey,
    month,
    unit,
    unitCode,
    paid,
  }))
  const changed = await keepMonths(tx, batch, months)
  const newestMonth = good.map(({ month }) => month).reduce((a, b) => (a > b ? a : b), '')
  return { taken: good.length, rejected: [...valid.bad, ...bad], changed, newestMonth: newestMonth || null }
}
