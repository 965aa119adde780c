import { dueReminder, type ReminderDays, reminderDays } from '@zhuji/domain/expiry.ts'
import { openCard } from '../card-reads/sealed-card.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import {
  type EndingRecord,
  findEndingRecords,
  findHeldCards,
  type HeldCard,
  keepCardReminders,
  keepRecordReminders,
} from './reminder-repository.ts'
import { type Reminder, tellReminded } from './tell-reminded.ts'

/** People looked at in one transaction. */
const batch = 500

/**
 * Tells of every record and identity card that ends soon, once for each threshold: what was told is marked in the
 * transaction that tells it, so that a second run, or one at the same time, tells nothing twice.
 */
export async function remindExpiry(ctx: Context, _job: unknown, limit = batch): Promise<void> {
  let record: EndingRecord | null = null
  do record = await remindOfRecords(ctx, record, limit)
  while (record)
  let card: HeldCard | null = null
  do card = await remindOfCards(ctx, card, limit)
  while (card)
}

function remindOfRecords(
  ctx: Context,
  after: EndingRecord | null,
  limit: number,
): Promise<EndingRecord | null> {
  const actor = systemActor()
  return withActor(ctx, actor, async (tx) => {
    const today = ctx.today()
    const found = await findEndingRecords(tx, { today, days: reminderDays[0], after, limit })
    const due = found.flatMap((record) => {
      const days = dueReminder(record.validTo, today, record.told)
      return days === null ? [] : [{ ...record, days }]
    })
    const unheard = await keepRecordReminders(tx, due)
    const reminders = due
      .filter(({ recordId }) => unheard.has(recordId))
      .map(
        ({ personId, recordId, kind, days }): Reminder => ({
          personId,
          template: 'record-ending',
          facts: { kind, days },
          recordId,
        }),
      )
    await tellReminded(ctx, tx, actor, reminders)
    return nextAfter(found, limit)
  })
}

// When a card ends is sealed, and stays so: each is opened here, and forgotten at once.
function remindOfCards(ctx: Context, after: HeldCard | null, limit: number): Promise<HeldCard | null> {
  const actor = systemActor()
  return withActor(ctx, actor, async (tx) => {
    const found = await findHeldCards(tx, after?.personId ?? null, limit)
    const due = found.flatMap((held) => {
      const days = dueOf(ctx, held)
      return days === null ? [] : [{ personId: held.personId, version: held.version, days }]
    })
    const unheard = await keepCardReminders(tx, due)
    const reminders = due
      .filter(({ personId }) => unheard.has(personId))
      .map(
        ({ personId, days }): Reminder => ({
          personId,
          template: 'card-ending',
          facts: { days },
          recordId: null,
        }),
      )
    await tellReminded(ctx, tx, actor, reminders)
    return nextAfter(found, limit)
  })
}

function dueOf(ctx: Context, { personId, card, told }: HeldCard): ReminderDays | null {
  const { validUntil } = openCard(ctx.keys, personId, card)
  if (validUntil === null || validUntil === 'long-term') return null
  return dueReminder(validUntil, ctx.today(), told)
}

const nextAfter = <T>(found: readonly T[], limit: number): T | null =>
  found.length < limit ? null : (found.at(-1) ?? null)
