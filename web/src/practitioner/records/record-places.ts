import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { SectionName } from '@zhuji/domain/sections.ts'

/** The pages of the sections that hold records (G139). */
export const recordPaths = {
  education: '/me/education',
  title: '/me/title',
  registration: '/me/registration',
  skill: '/me/skill',
  post: '/me/post',
  experience: '/me/experience',
  performance: '/me/performance',
  credit: '/me/credit',
} as const satisfies Partial<Record<SectionName, string>>
export type RecordSection = keyof typeof recordPaths

const isRecordSection = (section: SectionName): section is RecordSection => section in recordPaths

/** The page on which records of a kind are listed and opened. */
export function recordPathOf(kind: RecordKind): (typeof recordPaths)[RecordSection] {
  const { section } = kindOf(kind)
  if (!isRecordSection(section)) throw new Error(`${section} has no page of records`)
  return recordPaths[section]
}
