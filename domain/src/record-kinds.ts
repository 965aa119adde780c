import type { DataLevel, Evidence } from './data-level.ts'
import { degrees } from './reference/degrees.ts'
import { educationLevels } from './reference/education-levels.ts'
import type { Words } from './words.ts'

/** One entry of a code list: what evaluation knows of a code. */
export interface ListEntry {
  code: string
  name: string
  /** For «at least» comparisons; 0 counts for nothing. */
  rank: number
}

export const lists = { 'education-levels': educationLevels, degrees } as const satisfies Record<
  string,
  readonly ListEntry[]
>
export type ListName = keyof typeof lists

interface FieldBase {
  label: Words
  required: boolean
  /** What a person may want to know while filling. */
  hint?: Words
  /** Sealed at rest, apart from the plain payload. */
  sealed?: true
}

/** `text` is kept as printed; `list` keeps the printed words and the list's code (R4.13); dates are YYYY-MM-DD. */
export type Field = FieldBase &
  (
    | { type: 'text'; maxLength: number; fullName?: true }
    | { type: 'list'; list: ListName; maxLength: number }
    | { type: 'date'; notAfterToday?: true }
    | { type: 'flag' }
  )

/** Which declared field fills which typed column, so that evaluation needs no digging in the payload. */
export interface TypedColumns {
  code?: string
  specialty?: string
  employerCode?: string
  from?: string
  to?: string
  validTo?: string
}

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
  /** `original`: verified at a window; `declaration`: nothing to verify, freezes from D (R6.2). */
  evidence: Evidence
  writers: readonly ('practitioner' | 'enterprise' | 'feed')[]
  firstLevel: DataLevel
  columns: TypedColumns
  /** Pairs of date fields in their natural order: the first not after the second. */
  ordered: readonly (readonly [string, string])[]
  /** A ticked flag and the field that it asks for (R4.7). */
  asked: readonly (readonly [flag: string, field: string])[]
}

/** The ten sections of a profile, in the guide's order (G139). */
export const sectionNames = [
  'basic',
  'education',
  'title',
  'registration',
  'skill',
  'post',
  'experience',
  'performance',
  'credit',
  'signature',
] as const
export type SectionName = (typeof sectionNames)[number]

const scanProof: Field = {
  type: 'flag',
  required: false,
  label: { zh: '以书面证明代替（证书遗失）', en: 'Written proof instead (certificate lost)' },
  hint: {
    zh: '证书遗失的，由学历证明单位出具书面证明，扫描上传该证明，窗口核对该证明原件。',
    en: 'When the certificate is lost, the certifying unit issues a written proof: scan and bring that proof.',
  },
}

// What every certificate of a school says alike.
const school = {
  type: 'text',
  required: true,
  maxLength: 100,
  fullName: true,
  label: { zh: '学校名称', en: 'School' },
  hint: { zh: '按证书载明的全称填写，不可简称。', en: 'The full name as printed, not abbreviated.' },
} as const satisfies Field

const issued = {
  type: 'date',
  required: true,
  notAfterToday: true,
  label: { zh: '发证日期', en: 'Issue date' },
  hint: { zh: '证书落款时间', en: 'The date at the foot of the certificate' },
} as const satisfies Field

const number = {
  type: 'text',
  required: true,
  maxLength: 60,
  label: { zh: '证书编号', en: 'Certificate number' },
} as const satisfies Field

const education = {
  section: 'education',
  title: { zh: '学历证书', en: 'Education certificate' },
  add: { zh: '新增学历证书', en: 'Add education certificate' },
  fields: {
    school,
    duration: {
      type: 'text',
      required: false,
      maxLength: 20,
      label: { zh: '学制', en: 'Duration' },
      hint: { zh: '如：4年制', en: 'For example 4年制' },
    },
    level: {
      type: 'list',
      required: true,
      list: 'education-levels',
      maxLength: 40,
      label: { zh: '学历', en: 'Level' },
    },
    president: {
      type: 'text',
      required: false,
      maxLength: 100,
      label: { zh: '校(院)长', en: 'President' },
    },
    specialty: {
      type: 'text',
      required: true,
      maxLength: 100,
      fullName: true,
      label: { zh: '所学专业', en: 'Specialty' },
      hint: { zh: '与证书一致，一字不错。', en: 'Exactly as on the certificate.' },
    },
    issued,
    from: { type: 'date', required: true, notAfterToday: true, label: { zh: '开始时间', en: 'From' } },
    to: { type: 'date', required: true, notAfterToday: true, label: { zh: '结束时间', en: 'To' } },
    number,
    registrationNumber: {
      type: 'text',
      required: false,
      maxLength: 60,
      label: { zh: '电子注册号', en: 'Electronic registration number' },
      hint: { zh: '2002年以前的证书没有，可不填。', en: 'Certificates before 2002 have none: leave empty.' },
    },
    lost: scanProof,
    proofUnit: {
      type: 'text',
      required: false,
      maxLength: 100,
      fullName: true,
      label: { zh: '学历证明单位', en: 'Certifying unit' },
      hint: { zh: '以书面证明代替时必填。', en: 'Required with a written proof.' },
    },
  },
  compared: ['school', 'specialty', 'level', 'issued'],
  listed: ['school', 'specialty', 'level', 'duration'],
  scan: 'required',
  evidence: 'original',
  writers: ['practitioner'],
  firstLevel: 'D',
  columns: { code: 'level', specialty: 'specialty', from: 'from', to: 'to' },
  ordered: [
    ['from', 'to'],
    ['from', 'issued'],
  ],
  asked: [['lost', 'proofUnit']],
} as const satisfies RecordKindDeclaration

const degree = {
  section: 'education',
  title: { zh: '学位证书', en: 'Degree certificate' },
  add: { zh: '新增学位证书', en: 'Add degree certificate' },
  fields: {
    school,
    specialty: {
      type: 'text',
      required: true,
      maxLength: 100,
      fullName: true,
      label: { zh: '所学专业', en: 'Specialty' },
    },
    degree: {
      type: 'list',
      required: true,
      list: 'degrees',
      maxLength: 40,
      label: { zh: '学位名称', en: 'Degree' },
    },
    chair: {
      type: 'text',
      required: false,
      maxLength: 100,
      label: { zh: '学位评定委员会主席', en: 'Chair of the degree committee' },
    },
    issued,
    number,
  },
  compared: ['school', 'degree', 'specialty', 'issued'],
  listed: ['school', 'specialty', 'degree', 'chair', 'issued', 'number'],
  scan: 'required',
  evidence: 'original',
  writers: ['practitioner'],
  firstLevel: 'D',
  columns: { code: 'degree', specialty: 'specialty', to: 'issued' },
  ordered: [],
  asked: [],
} as const satisfies RecordKindDeclaration

/**
 * Every kind of record, declared once: validation, form, window screen, typed columns, export and tests follow from
 * it (R4.1, R4.13, R7.4).
 */
export const recordKinds = { education, degree } as const satisfies Record<string, RecordKindDeclaration>
export type RecordKind = keyof typeof recordKinds
export const recordKindNames = Object.keys(recordKinds) as [RecordKind, ...RecordKind[]]

/** The declaration of a kind, by its general type. */
export function kindOf(kind: RecordKind): RecordKindDeclaration {
  return recordKinds[kind]
}

/** A listed value as kept: the words as printed and the list's code, null when no entry fits (R4.13). */
export interface ListValue {
  text: string
  code: string | null
}
export type FieldValue = string | ListValue | boolean | null
export type RecordPayload = Readonly<Record<string, FieldValue>>

/** The entry of a list by its code, or undefined. */
export function listEntry(list: ListName, code: string | null): ListEntry | undefined {
  return (lists[list] as readonly ListEntry[]).find((entry) => entry.code === code)
}
