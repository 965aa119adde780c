import { missingPages } from './original-verification.ts'
import type { RecordPayload } from './record-declaration.ts'
import { kindsOfSection, type RecordKind } from './record-kinds.ts'
import type { PageShows } from './scan-pages.ts'
import { type SectionName, sectionNames } from './sections.ts'
import type { SignatureState } from './signature-states.ts'

/** The sections that a person fills; the others are read from the card or supplied by feeds. */
export const filledSections = [
  'education',
  'title',
  'skill',
  'post',
  'experience',
  'performance',
  'signature',
] as const satisfies readonly SectionName[]
export type FilledSection = (typeof filledSections)[number]

/**
 * How far a section is: `supplied` needs nothing of the person; `missing` has nothing yet; `begun` lacks something;
 * `none` was declared not to exist; `filled` is whole.
 */
export const sectionStates = ['supplied', 'missing', 'begun', 'none', 'filled'] as const
export type SectionState = (typeof sectionStates)[number]

/** What completeness asks of a record. */
export interface CountedRecord {
  kind: RecordKind
  payload: RecordPayload
  scans: readonly { shows: PageShows }[]
  /** A window refused this version and it was not mended yet (R7.5). */
  refusal: object | null
}

export interface CountedProfile {
  records: readonly CountedRecord[]
  signature: SignatureState
  /** Sections of which the person declared to have nothing. */
  none: readonly FilledSection[]
}

/** What a record's scan lacks: the certificate, or what its values ask for (R4.3, R4.7). */
export const missingScans = ({
  kind,
  payload,
  scans,
}: Omit<CountedRecord, 'refusal'>): readonly PageShows[] =>
  missingPages({ kind, payload, pages: scans.map(({ shows }) => shows) })

const isWhole = (record: CountedRecord) => record.refusal === null && missingScans(record).length === 0

function stateOf(section: SectionName, profile: CountedProfile): SectionState {
  if (!isFilledSection(section)) return 'supplied'
  if (section === 'signature')
    return { none: 'missing', 'to-confirm': 'begun', filed: 'filled' }[profile.signature] as SectionState
  const kinds = kindsOfSection(section)
  const own = profile.records.filter(({ kind }) => kinds.includes(kind))
  if (own.length > 0) return own.every(isWhole) ? 'filled' : 'begun'
  return profile.none.includes(section) ? 'none' : 'missing'
}

export const isFilledSection = (section: SectionName): section is FilledSection =>
  (filledSections as readonly SectionName[]).includes(section)

const share: Record<SectionState, number> = { supplied: 1, missing: 0, begun: 0.5, none: 1, filled: 1 }

/**
 * How complete a profile is (R4.11): the state of each section, and a whole percentage over the card and the sections
 * that the person fills, each counting alike, one begun counting half. A declaration to have nothing counts as done
 * until a record is added.
 */
export function profileCompleteness(profile: CountedProfile): {
  percent: number
  sections: Readonly<Record<SectionName, SectionState>>
} {
  const states = sectionNames.map((section) => [section, stateOf(section, profile)] as const)
  const counted = states.filter(([section]) => section === 'basic' || isFilledSection(section))
  const done = counted.reduce((sum, [, state]) => sum + share[state], 0)
  return {
    percent: Math.floor((done / counted.length) * 100),
    sections: Object.fromEntries(states) as Record<SectionName, SectionState>,
  }
}
