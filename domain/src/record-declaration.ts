import type { DataLevel, Evidence } from './data-level.ts'
import type { ListName } from './lists.ts'
import type { PageShows } from './scan-pages.ts'
import type { SectionName } from './sections.ts'
import type { Words } from './words.ts'

/** The lists that offer full names (R4.6). */
export const fullNameLists = ['schools', 'specialties', 'units', 'issuers', 'committees'] as const
export type FullNameList = (typeof fullNameLists)[number]

/** Forms that a text may have to keep to. */
export type TextFormat = 'telephone' | 'credit-code'

interface FieldBase {
  label: Words
  required: boolean
  /** A feed may leave it out: only a person is asked for it. */
  onlyFromPerson?: true
  /** What a person may want to know while filling. */
  hint?: Words
  /** What an empty value says on a screen, in place of a dash. */
  emptyWords?: Words
  /** Sealed at rest, apart from the plain payload. */
  sealed?: true
}

/**
 * `text` is kept as printed; `list` keeps the printed words and the list's code (R4.13), of a closed list nothing but
 * its own entries; dates are YYYY-MM-DD.
 */
export type Field = FieldBase &
  (
    | { type: 'text'; maxLength: number; fullName?: FullNameList; format?: TextFormat; long?: true }
    | { type: 'list'; list: ListName; maxLength: number; closed?: true }
    | { type: 'date'; notAfterToday?: true }
    | { type: 'flag' }
  )

/** What another field's value asks of a field: `is` is a flag's value or the codes of a list. */
export interface Condition {
  when: string
  is: boolean | readonly string[]
  field: string
  must: 'be-filled' | 'be-empty'
}

/** What a value asks of the scan: a page that shows it (R4.3, R4.7). */
export interface AskedPage {
  when: string
  is: boolean | readonly string[]
  shows: PageShows
}

/** Which declared field fills which typed column, so that evaluation needs no digging in the payload. */
export interface TypedColumns {
  code?: string
  specialty?: string
  employerCode?: string
  from?: string
  to?: string
  validTo?: string
}

export const writers = ['practitioner', 'enterprise', 'feed'] as const
export type Writer = (typeof writers)[number]

export interface RecordKindDeclaration {
  section: SectionName
  title: Words
  /** The button that adds one, in the guide's words. */
  add: Words
  fields: Readonly<Record<string, Field>>
  /** What the clerk confirms one by one against the original (R7.4). */
  compared: readonly string[]
  /** Columns of the list, in the guide's order. */
  listed: readonly string[]
  scan: 'required' | 'none'
  /** `original`: verified at a window; `declaration`: nothing to verify, freezes from D (R6.2); `supplied`: fed only. */
  evidence: Evidence
  writers: readonly Writer[]
  /** The level of what is entered first; what a feed supplies is A whatever the kind. */
  firstLevel: DataLevel
  columns: TypedColumns
  /** Pairs of date fields in their natural order: the first not after the second. */
  ordered: readonly (readonly [string, string])[]
  conditions: readonly Condition[]
  askedPages: readonly AskedPage[]
  /** What the record may later decide, said on its form (R4.10). */
  decides: Words
}

/** A listed value as kept: the words as printed and the list's code, null when no entry fits (R4.13). */
export interface ListValue {
  text: string
  code: string | null
}
export type FieldValue = string | ListValue | boolean | null
export type RecordPayload = Readonly<Record<string, FieldValue>>
