import type { FeedLine, FeedReport } from '@zhuji/contract/feeds.ts'
import { type FeedSource, isRecordSource, type RecordSource } from '@zhuji/domain/feed-lines.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { conflict } from '../platform/refused-error.ts'
import { applyEnterprises } from './apply-enterprises.ts'
import { applyMonths } from './apply-months.ts'
import { applyRecords } from './apply-records.ts'
import type { Applied, Batch } from './batch.ts'
import { claimBatch, findReport, insertReport, renewProfiles } from './repository.ts'
import { sortByForm } from './sort-lines.ts'

export interface FedBatch {
  source: FeedSource
  batchNumber: string
  /** As they came: each is judged by itself. */
  lines: readonly unknown[]
}

/**
 * What a third-party system supplies, at A (R11.1, R11.4): good lines are taken, each bad one is told by number and
 * reason. The same batch again has no effect and the same report. The number of statements does not grow with the lines.
 */
export async function applyFeedLines(ctx: Context, actor: Actor, fed: FedBatch): Promise<FeedReport> {
  const digest = ctx.keys.mac('feed-batch', JSON.stringify(fed.lines))
  const batch = { batchId: newId(), auditId: newId() }
  const sorted = sortByForm(fed.source, fed.lines)
  return withActor(ctx, actor, async (tx) => {
    if (!(await claimBatch(tx, { ...batch, ...fed }))) return appliedBefore(tx, fed, digest)
    const applied = await applyGood(ctx, tx, actor, batch, fed.source, sorted.good)
    await renewProfiles(tx, applied.changed)
    const report = {
      batchId: batch.batchId,
      lines: fed.lines.length,
      taken: applied.taken,
      rejected: [...sorted.bad, ...applied.rejected].sort((a, b) => a.number - b.number),
    }
    await recordAudit(ctx, tx, actor, {
      id: batch.auditId,
      act: 'apply-feed-lines',
      object: { kind: 'feed-batch', id: batch.batchId },
      details: {
        source: fed.source,
        lines: report.lines,
        taken: report.taken,
        people: applied.changed.length,
      },
      committed: { digest: digest.toString('hex') },
    })
    await insertReport(tx, batch, report, { digest, newestMonth: applied.newestMonth ?? null })
    return report
  })
}

/** The same report as the first time; another content under the number is refused. */
async function appliedBefore(tx: Tx, { source, batchNumber }: FedBatch, digest: Buffer): Promise<FeedReport> {
  const { digest: known, ...report } = await findReport(tx, source, batchNumber)
  if (!known.equals(digest)) throw conflict({ code: 'batch-number-taken' })
  return report
}

function applyGood(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  batch: Batch,
  source: FeedSource,
  lines: readonly FeedLine<FeedSource>[],
): Promise<Applied> {
  if (isRecordSource(source))
    return applyRecords(ctx, tx, actor, batch, source, lines as FeedLine<RecordSource>[])
  return source === 'social-security'
    ? applyMonths(ctx, tx, batch, lines as FeedLine<'social-security'>[])
    : applyEnterprises(ctx, tx, batch, lines as FeedLine<'enterprises'>[])
}
