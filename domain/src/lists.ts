import { creditKinds } from './reference/credit-kinds.ts'
import { degrees } from './reference/degrees.ts'
import { educationLevels } from './reference/education-levels.ts'
import { experienceFields } from './reference/experience-fields.ts'
import { professionalTitles } from './reference/professional-titles.ts'
import { projectRoles } from './reference/project-roles.ts'
import { projectScales } from './reference/project-scales.ts'
import { projectTypes } from './reference/project-types.ts'
import { provinces } from './reference/provinces.ts'
import { registrationStatuses } from './reference/registration-statuses.ts'
import { registrationTypes } from './reference/registration-types.ts'
import { sitePosts } from './reference/site-posts.ts'
import { skillLevels } from './reference/skill-levels.ts'
import { specialtySources } from './reference/specialty-sources.ts'
import { trades } from './reference/trades.ts'

/** One entry of a code list: what evaluation knows of a code. */
export interface ListEntry {
  code: string
  name: string
  /** For «at least» comparisons; 0 counts for nothing. */
  rank: number
}

export const lists = {
  'education-levels': educationLevels,
  degrees,
  'professional-titles': professionalTitles,
  'specialty-sources': specialtySources,
  'skill-levels': skillLevels,
  trades,
  'site-posts': sitePosts,
  'registration-types': registrationTypes,
  'registration-statuses': registrationStatuses,
  'experience-fields': experienceFields,
  'project-roles': projectRoles,
  'project-types': projectTypes,
  'project-scales': projectScales,
  provinces,
  'credit-kinds': creditKinds,
} as const satisfies Record<string, readonly ListEntry[]>
export type ListName = keyof typeof lists

/** The entry of a list by its code, or undefined. */
export function listEntry(list: ListName, code: string | null): ListEntry | undefined {
  return (lists[list] as readonly ListEntry[]).find((entry) => entry.code === code)
}
