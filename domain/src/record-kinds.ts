import { credit } from './kinds/credit.ts'
import { degree } from './kinds/degree.ts'
import { education } from './kinds/education.ts'
import { experience } from './kinds/experience.ts'
import { performance } from './kinds/performance.ts'
import { post } from './kinds/post.ts'
import { registration } from './kinds/registration.ts'
import { skill } from './kinds/skill.ts'
import { title } from './kinds/title.ts'
import type { RecordKindDeclaration, Writer } from './record-declaration.ts'
import type { SectionName } from './sections.ts'

/**
 * Every kind of record, declared once: validation, form, window screen, typed columns, export and tests follow from
 * it (R4.1, R4.13, R7.4).
 */
export const recordKinds = {
  education,
  degree,
  title,
  registration,
  skill,
  post,
  experience,
  performance,
  credit,
} as const satisfies Record<string, RecordKindDeclaration>
export type RecordKind = keyof typeof recordKinds
export const recordKindNames = Object.keys(recordKinds) as [RecordKind, ...RecordKind[]]

/** The declaration of a kind, by its general type. */
export function kindOf(kind: RecordKind): RecordKindDeclaration {
  return recordKinds[kind]
}

/** The kinds that this writer may enter, in the order of the sections. */
export const kindsOfWriter = (writer: Writer): readonly RecordKind[] =>
  recordKindNames.filter((kind) => kindOf(kind).writers.includes(writer))

/** The kinds of a section; none for those that hold no records. */
export const kindsOfSection = (section: SectionName): readonly RecordKind[] =>
  recordKindNames.filter((kind) => kindOf(kind).section === section)
