const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number) =>
  month === 2 && isLeapYear(year) ? 29 : (daysOfMonths[month - 1] ?? 0)

/**
 * Is the text a real calendar date written YYYY-MM-DD, years 0001–9999? ASCII digits only, no blanks.
 * Every other function of this file expects such dates and promises nothing for other texts.
 */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year > 0 && day > 0 && day <= daysInMonth(year, month)
}

/**
 * YYYYMMDD, as chips and certificate numbers carry it, to YYYY-MM-DD; null when it is no real date
 * (blank, `00000000`, 30 February).
 */
export function isoDateOfDigits(digits: string): string | null {
  if (!/^\d{8}$/.test(digits)) return null
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  return isIsoDate(date) ? date : null
}

/** YYYY-MM-DD to YYYYMMDD. */
export const digitsOfIsoDate = (date: string): string => date.replaceAll('-', '')

/**
 * The same day so many years later (earlier when negative); 29 February becomes 28 February where the year has
 * none, as a period counted in years ends by the Civil Code, art. 202. The result stays within years 0001–9999
 * or is no date at all.
 */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const month = Number(date.slice(5, 7))
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${date.slice(5, 7)}-${String(day).padStart(2, '0')}`
}

/**
 * Full years (周岁) on a day: a birthday counts from its first hour, one of 29 February on 1 March in common
 * years. Negative when the day lies before the birth.
 */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** -1, 0 or 1 for an earlier, equal or later date; fit for `sort`. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** 2016-03-05 to 2016年03月05日. */
export const formatDateZh = (date: string): string => `${formatMonthZh(date)}${date.slice(8, 10)}日`

/** 2016-03-05 or 2016-03 to 2016年03月. */
export const formatMonthZh = (date: string): string => `${date.slice(0, 4)}年${date.slice(5, 7)}月`
