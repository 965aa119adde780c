import type { SectionName } from '@zhuji/domain/sections.ts'

/** The page of a section. */
export const sectionPath = (section: SectionName) => `/me/${section}` as const
