/** What is known of a month of social security (R8.4). */
export const monthStates = ['paid', 'not-yet-reported', 'not-paid'] as const
export type MonthState = (typeof monthStates)[number]

const monthOf = (date: string): string => date.slice(0, 7)

const monthBefore = (month: string): string => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 1
    ? `${String(year - 1).padStart(4, '0')}-12`
    : `${month.slice(0, 4)}-${String(number - 1).padStart(2, '0')}`
}

/**
 * The month of a day (YYYY-MM-DD) and those before it, newest first, as YYYY-MM: submitted on 5 May they are May,
 * April, March (R8.4).
 */
export function monthsUpTo(today: string, count = 3): readonly string[] {
  const months = [monthOf(today)]
  while (months.length < count) months.push(monthBefore(months.at(-1) as string))
  return months
}

/**
 * The state of a month: paid where a unit paid it; otherwise not yet reported while it lies after the last month
 * that the feed has brought of anybody, null when it brought none; otherwise not paid (R8.4).
 */
export function monthState(month: string, paid: boolean, lastFed: string | null): MonthState {
  if (paid) return 'paid'
  return lastFed === null || month > lastFed ? 'not-yet-reported' : 'not-paid'
}
