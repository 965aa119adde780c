import type { AccessView } from '@zhuji/contract/accesses.ts'
import { accessActs, accessReasons, accessRoles, feedSourceWords } from '@zhuji/domain/accesses.ts'
import { formatDateZh } from '@zhuji/domain/dates.ts'
import type { Language, Words } from '@zhuji/domain/words.ts'

const same = (text: string): Words => ({ zh: text, en: text })
const wordsIn = (table: Readonly<Record<string, Words>>, code: string): Words => table[code] ?? same(code)

export const reasonOf = ({ reason }: AccessView): Words => wordsIn(accessReasons, reason)
export const actOf = (act: string): Words => wordsIn(accessActs, act)
export const isChange = (act: string): boolean => accessActs[act]?.does === 'change'

/** Role and office, or the system that supplied the data. */
export function whoOf({ role, office, source }: AccessView): Words {
  const place = source === null ? same(office ?? '') : wordsIn(feedSourceWords, source)
  const who = source === null ? wordsIn(accessRoles, role) : { zh: '第三方系统', en: 'Another system' }
  const both = (one: string, other: string) => [one, other].filter((part) => part !== '').join(' · ')
  return { zh: both(who.zh, place.zh), en: both(who.en, place.en) }
}

export const dayText = (day: string, language: Language): string =>
  language === 'zh'
    ? formatDateZh(day)
    : new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** The time of day in Shanghai. */
export const timeText = (at: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
