import { askedPages } from './asked-pages.ts'
import { type DataLevel, levelAfter } from './data-level.ts'
import { type Decision, grant, refuse } from './decision.ts'
import type { RecordPayload } from './record-declaration.ts'
import { kindOf, type RecordKind } from './record-kinds.ts'
import type { PageShows } from './scan-pages.ts'
import type { Words } from './words.ts'

/** Why an original is not confirmed (R7.5, G100–G104), in the guide's order: the number keys 1–5 pick them. */
export const refusalReasons = [
  'scan-unclear',
  'scan-not-of-original',
  'data-differ',
  'data-incomplete',
  'scan-differs',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export const refusalReasonWords = {
  'scan-unclear': { zh: '扫描件模糊不清', en: 'The scan is unclear' },
  'scan-not-of-original': {
    zh: '扫描的对象不是证书原件',
    en: 'What was scanned is not the original certificate',
  },
  'data-differ': {
    zh: '个人录入的证书信息与证书原件不一致',
    en: 'The data entered differ from the original certificate',
  },
  'data-incomplete': { zh: '个人录入的证书信息残缺不全', en: 'The data entered are incomplete' },
  'scan-differs': { zh: '扫描件与证书原件不一致', en: 'The scan differs from the original certificate' },
} as const satisfies Record<RefusalReason, Words>

export interface StandingRecord {
  kind: RecordKind
  level: DataLevel
  version: number
}

/** What the decision needs to know of the record, as it stands under its lock. */
export interface VerifiedRecord extends StandingRecord {
  payload: RecordPayload
  /** What the pages of this version's scan show, in their order. */
  pages: readonly PageShows[]
}

/** What the clerk did at the screen. */
export interface Check {
  version: number
  confirmed: readonly string[]
  /** Pages of that version which were displayed to this clerk. */
  displayed: number
}

export type VerificationRefusal =
  | { code: 'record-changed'; version: number }
  | { code: 'level-fixed'; level: DataLevel }
  | { code: 'scan-missing' }
  | { code: 'scan-page-missing'; shows: PageShows }
  | { code: 'scan-not-displayed'; pages: number; displayed: number }
  | { code: 'fields-unconfirmed'; fields: readonly string[] }

/** The compared fields of R7.4 that are not yet confirmed, in the order of the declaration. */
export function unconfirmedFields(kind: RecordKind, confirmed: readonly string[]): readonly string[] {
  return kindOf(kind).compared.filter((field) => !confirmed.includes(field))
}

/**
 * What the scan has to show and does not: the certificate, or the proof of a lost one in its place (R4.7), and the
 * review form that a title's specialty comes from (R4.3). Nothing is missing where the kind has no scan.
 */
export function missingPages({
  kind,
  payload,
  pages,
}: Omit<VerifiedRecord, 'level' | 'version'>): readonly PageShows[] {
  if (kindOf(kind).scan === 'none') return []
  const asked = askedPages({ kind, payload })
  const needed: readonly PageShows[] = asked.includes('proof') ? asked : ['certificate', ...asked]
  return needed.filter((shows) => !pages.includes(shows))
}

function lookedAtThis(record: StandingRecord, version: number): Decision<true, VerificationRefusal> {
  // The clerk vouches for what was on the screen, not for what came after (R7.7).
  if (record.version !== version) return refuse({ code: 'record-changed', version: record.version })
  if (levelAfter(record.level, 'verify', kindOf(record.kind).evidence) === null)
    return refuse({ code: 'level-fixed', level: record.level })
  return grant(true)
}

/**
 * May the clerk confirm this record against its paper original (R7.4, R7.7)? Every compared field confirmed one by
 * one, every page of the scan displayed, the version still the one that was seen. Grants the level after it.
 */
export function decideVerification(record: VerifiedRecord, check: Check): Decision<'C', VerificationRefusal> {
  const seen = lookedAtThis(record, check.version)
  if (!seen.granted) return seen
  const pages = record.pages.length
  if (pages === 0) return refuse({ code: 'scan-missing' })
  const [shows] = missingPages(record)
  if (shows) return refuse({ code: 'scan-page-missing', shows })
  if (check.displayed < pages)
    return refuse({ code: 'scan-not-displayed', pages, displayed: check.displayed })
  const fields = unconfirmedFields(record.kind, check.confirmed)
  return fields.length > 0 ? refuse({ code: 'fields-unconfirmed', fields }) : grant('C')
}

/**
 * May the clerk refuse it (R7.5)? At least one reason of the list, the version still the one that was seen; the
 * record stays at D to be mended.
 */
export function decideVerificationRefusal(
  record: StandingRecord,
  refusal: { version: number; reasons: readonly RefusalReason[] },
): Decision<readonly RefusalReason[], VerificationRefusal | { code: 'reason-missing' }> {
  const seen = lookedAtThis(record, refusal.version)
  if (!seen.granted) return seen
  const reasons = refusalReasons.filter((reason) => refusal.reasons.includes(reason))
  return reasons.length === 0 ? refuse({ code: 'reason-missing' }) : grant(reasons)
}

export type CancellationRefusal =
  | { code: 'record-changed'; version: number }
  | { code: 'not-verified'; level: DataLevel }
  | { code: 'other-department'; departmentName: string }
  | { code: 'in-use'; application: string }

/**
 * May this department cancel the verification (取消原件核对, R6.4)? Only the one that verified (or its successor), and
 * not while an application in progress uses the record. Grants the level after it.
 */
export function decideCancellation(
  record: { level: DataLevel; version: number; kind: RecordKind; openUse: string | null },
  request: { version: number; sameDepartment: boolean; verifiedBy: string },
): Decision<'D', CancellationRefusal> {
  if (levelAfter(record.level, 'cancel-verification', kindOf(record.kind).evidence) === null)
    return refuse({ code: 'not-verified', level: record.level })
  if (record.version !== request.version) return refuse({ code: 'record-changed', version: record.version })
  if (!request.sameDepartment) return refuse({ code: 'other-department', departmentName: request.verifiedBy })
  if (record.openUse !== null) return refuse({ code: 'in-use', application: record.openUse })
  return grant('D')
}
