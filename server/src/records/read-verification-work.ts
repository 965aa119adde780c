import type { VerificationWork } from '@zhuji/contract/verification.ts'
import { maskedValue } from '@zhuji/domain/masking-table.ts'
import { decideCancellation } from '@zhuji/domain/original-verification.ts'
import { openCard } from '../card-reads/sealed-card.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { shownRecord } from './record-row.ts'
import { findWork } from './verification-repository.ts'

/** The certificates of a person at the window; the look is in their timeline before anything leaves (R7.4, R12.1). */
export async function readVerificationWork(
  ctx: Context,
  clerk: Actor,
  personId: string,
): Promise<VerificationWork> {
  const work = await withActor(ctx, clerk, async (tx) => {
    const found = await findWork(tx, personId, clerk.officeId)
    if (!found) throw notFound()
    await recordAudit(ctx, tx, clerk, {
      act: 'read-verification-work',
      personId,
      timeline: { reason: 'original-verification' },
    })
    return found
  })
  const { number } = openCard(ctx.keys, personId, work.card)
  return {
    person: {
      personId,
      name: maskedValue('clerk', 'name', 'verification', work.name) ?? '',
      number: maskedValue('clerk', 'number', 'verification', number) ?? '',
      flags: work.flags,
    },
    records: work.records.map(({ record, lastRefusal, sameDepartment }) => ({
      ...shownRecord(ctx, personId, record),
      lastRefusal,
      mayCancel: decideCancellation(record, { version: record.version, sameDepartment, verifiedBy: '' })
        .granted,
    })),
  }
}
