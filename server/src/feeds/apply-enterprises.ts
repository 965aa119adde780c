import type { FeedLine } from '@zhuji/contract/feeds.ts'
import { compareDates } from '@zhuji/domain/dates.ts'
import { creditCodeFaults } from '@zhuji/domain/unified-credit-code.ts'
import { applyLinks } from '../enterprises/apply-links.ts'
import { findEnterprises, keepEnterprises } from '../enterprises/repository.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { type Applied, type Batch, nothingApplied, together } from './batch.ts'
import { ofCollected } from './people.ts'
import { rejected, sorted } from './sort-lines.ts'

type Line = FeedLine<'enterprises'>
type EmploymentLine = Extract<Line, { type: 'employment' }>

/** 企业库 and 资质申报记录: enterprises first, so that a batch may bring one together with its people (G131). */
export async function applyEnterprises(
  ctx: Context,
  tx: Tx,
  batch: Batch,
  lines: readonly Line[],
): Promise<Applied> {
  const { good, bad } = sorted(lines, (line) =>
    creditCodeFaults(line.creditCode).length > 0
      ? rejected(line, 'credit-code-not-valid', ['creditCode'])
      : null,
  )
  // The last word on an enterprise that occurs twice.
  const enterprises = new Map(
    good.flatMap((line) => (line.type === 'enterprise' ? [[line.creditCode, line] as const] : [])),
  )
  if (enterprises.size > 0)
    await keepEnterprises(
      tx,
      batch.batchId,
      [...enterprises.values()].map(({ creditCode, name, kind, district }) => ({
        id: newId(),
        creditCode,
        name,
        kind,
        district,
      })),
    )
  const employments = good.filter((line): line is EmploymentLine => line.type === 'employment')
  const applied = await applyEmployments(ctx, tx, batch, employments)
  return together({ taken: good.length - employments.length, rejected: bad, changed: [] }, applied)
}

async function applyEmployments(
  ctx: Context,
  tx: Tx,
  batch: Batch,
  lines: readonly EmploymentLine[],
): Promise<Applied> {
  if (lines.length === 0) return nothingApplied
  const known = await findEnterprises(tx, [...new Set(lines.map(({ creditCode }) => creditCode))])
  const valid = sorted(lines, (line) => {
    if (!known.has(line.creditCode)) return rejected(line, 'enterprise-unknown', ['creditCode'])
    if (line.until !== null && compareDates(line.from, line.until) > 0)
      return rejected(line, 'dates-out-of-order', ['until'])
    return null
  })
  const { good, bad } = await ofCollected(ctx, tx, valid.good)
  const today = ctx.today()
  const changed = await applyLinks(
    tx,
    batch.batchId,
    good.map(({ personId, sourceKey, creditCode, duty, supports, from, until }) => ({
      personId,
      sourceKey,
      enterpriseId: known.get(creditCode) as string,
      duty,
      supports,
      from,
      ended: until !== null && until < today,
    })),
  )
  return { taken: good.length, rejected: [...valid.bad, ...bad], changed }
}
