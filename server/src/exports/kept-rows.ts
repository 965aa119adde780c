import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import type { RecordKind } from '@zhuji/domain/record-kinds.ts'

type Row = Readonly<Record<string, unknown>>

interface KeptCard extends Row {
  card: string
  portrait: string | null
  portraitFormat: 'wlt' | 'jpeg' | 'none'
}

export interface KeptRecord {
  id: string
  kind: RecordKind
  level: 'A' | 'B' | 'C' | 'D'
  version: number
  origin: string
  status: 'current' | 'deleted'
  recheck: string
  /** The third-party system that supplied it; null for any other. */
  source: string | null
  createdAt: string
  updatedAt: string
}

export interface KeptVersion {
  recordId: string
  version: number
  change: string
  role: string
  at: string
  payload: RecordPayload
  sealed: string | null
}

export interface KeptPage {
  recordId: string
  version: number
  page: number
  shows: string
  blob: string
}

export interface KeptVerification {
  id: string
  recordId: string
  version: number
  outcome: 'passed' | 'refused'
  confirmed: string[]
  reasons: string[]
  note: string | null
  presentedBy: string
  office: string
  at: string
}

interface KeptCancellation {
  verificationId: string
  reason: string
  office: string
  at: string
}

interface OfRecord extends Row {
  recordId: string
}

/** Everything of a person as the tables keep it; what is sealed still is, in base64. */
export interface KeptRows {
  person: (KeptCard & { name: string; collectedAt: string; cardVersion: number })[]
  documents: (Row & { kind: string; number: string })[]
  cardVersions: (KeptCard & { version: number; since: string })[]
  cardReads: Row[]
  printedForms: (Row & { facts: string })[]
  mobiles: (Row & { mobile: string; boundAt: string })[]
  lostMobiles: Row[]
  mobileChanges: Row[]
  sessions: Row[]
  browsers: Row[]
  codes: Row[]
  textMessages: (Row & { mobile: string })[]
  messages: Row[]
  records: KeptRecord[]
  versions: KeptVersion[]
  pages: KeptPage[]
  scans: (Row & { blob: string })[]
  verifications: KeptVerification[]
  cancellations: KeptCancellation[]
  approvals: OfRecord[]
  uses: (OfRecord & { application: string; open: boolean })[]
  objections: (OfRecord & { text: string; answer: string | null; status: string; at: string })[]
  employments: (Row & {
    enterprise: string
    creditCode: string
    duty: string
    supports: string | null
    from: string
    endedAt: string | null
  })[]
  employmentUses: Row[]
  socialSecurity: (Row & { month: string; unit: string; paid: boolean })[]
  socialSecurityFormer: Row[]
  signatureForms: Row[]
  signatures: (Row & {
    number: number
    scanBlob: string
    cutOutBlob: string
    uploadedAt: string
    filedAt: string | null
  })[]
  acknowledgements: (Row & { version: number; at: string })[]
  consents: (Row & { use: string; given: boolean; at: string })[]
  recordReminders: Row[]
  cardReminders: Row[]
  absences: Row[]
  fullNames: Row[]
  ownActs: (Row & { at: string; act: string })[]
}
