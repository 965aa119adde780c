import type { RecordKind } from './record-kinds.ts'

/** So many days before something ends its holder is told, once for each. */
export const reminderDays = [90, 30, 7] as const
export type ReminderDays = (typeof reminderDays)[number]

/** Whose end a holder can prevent by renewing; a credit record's last day is nothing to be reminded of. */
export const remindedKinds = ['post', 'registration'] as const satisfies readonly RecordKind[]

const dayLength = 86_400_000

/** Days from one date to another, both YYYY-MM-DD; negative when the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/**
 * Which reminder is due? Takes the last day of validity, today (both YYYY-MM-DD) and the reminders already given of
 * this end. Gives the nearest threshold that is reached, or null: too early, already over, or already told by this
 * threshold or a nearer one, so that nobody who was missed for a while hears of all thresholds at once.
 */
export function dueReminder(validTo: string, today: string, told: readonly number[]): ReminderDays | null {
  const left = daysBetween(today, validTo)
  if (left < 0) return null
  const reached = reminderDays.findLast((days) => left <= days)
  if (reached === undefined || told.some((days) => days <= reached)) return null
  return reached
}
