import { type RefusalReason, refusalReasons, unconfirmedFields } from '@zhuji/domain/original-verification.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'

/** What lies on the clerk's desk: one certificate in one version, and what was done with it so far. */
export interface Desk {
  recordId: string
  kind: RecordKind
  version: number
  pages: number
  /** Pages of this version that were on the screen. */
  displayed: readonly number[]
  confirmed: readonly string[]
  reasons: readonly RefusalReason[]
  note: string
  /** The compared field that Enter confirms next; null once all are. */
  field: string | null
}

/** Puts a certificate on the desk untouched: nothing that was done to another one, or to its former version, counts (R7.7). */
export function layOut(record: {
  id: string
  kind: RecordKind
  version: number
  scans: readonly unknown[]
}): Desk {
  return {
    recordId: record.id,
    kind: record.kind,
    version: record.version,
    pages: record.scans.length,
    displayed: [],
    confirmed: [],
    reasons: [],
    note: '',
    field: kindOf(record.kind).compared[0] ?? null,
  }
}

export type DeskAct =
  | { act: 'show-page'; page: number; version: number }
  | { act: 'confirm' }
  | { act: 'toggle'; field: string }
  | { act: 'go'; field: string }
  | { act: 'step'; by: 1 | -1 }
  | { act: 'reason'; reason: RefusalReason }
  | { act: 'note'; note: string }

const toggled = <T>(all: readonly T[], one: T): readonly T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

function toggleField(desk: Desk, field: string): Desk {
  const confirmed = toggled(desk.confirmed, field)
  const isConfirmed = confirmed.includes(field)
  const left = unconfirmedFields(desk.kind, confirmed)
  const { compared } = kindOf(desk.kind)
  const later = compared.slice(compared.indexOf(field)).find((one) => left.includes(one))
  return { ...desk, confirmed, field: isConfirmed ? (later ?? left[0] ?? null) : field }
}

function step(desk: Desk, by: 1 | -1): Desk {
  const { compared } = kindOf(desk.kind)
  const at = desk.field === null ? compared.length : compared.indexOf(desk.field)
  return { ...desk, field: compared[Math.min(Math.max(at + by, 0), compared.length - 1)] ?? null }
}

/** What each key and click does to the desk. */
export function deskAfter(desk: Desk, done: DeskAct): Desk {
  switch (done.act) {
    case 'show-page':
      if (done.version !== desk.version || desk.displayed.includes(done.page)) return desk
      return { ...desk, displayed: [...desk.displayed, done.page] }
    case 'confirm':
      // Enter only ever confirms; a confirmation is taken back by a click or Backspace, on purpose.
      if (desk.field === null || desk.confirmed.includes(desk.field)) return step(desk, 1)
      return toggleField(desk, desk.field)
    case 'toggle':
      return toggleField(desk, done.field)
    case 'go':
      return { ...desk, field: done.field }
    case 'step':
      return step(desk, done.by)
    case 'reason':
      return { ...desk, reasons: toggled(desk.reasons, done.reason) }
    case 'note':
      return { ...desk, note: done.note }
  }
}

export type Outcome =
  | { outcome: 'refuse'; reasons: readonly RefusalReason[] }
  | { outcome: 'verify' }
  | { outcome: 'missing'; fields: readonly string[]; pages: number; noScan: boolean }

/**
 * What Ctrl+Enter comes to: refused when a reason is chosen, verified when every field is confirmed and every page
 * was on the screen, otherwise what is missing, by the domain's own rule (R7.4, R7.5).
 */
export function outcomeOf(desk: Desk): Outcome {
  if (desk.reasons.length > 0)
    return { outcome: 'refuse', reasons: refusalReasons.filter((reason) => desk.reasons.includes(reason)) }
  const fields = unconfirmedFields(desk.kind, desk.confirmed)
  const pages = desk.pages - desk.displayed.length
  if (fields.length === 0 && pages === 0 && desk.pages > 0) return { outcome: 'verify' }
  return { outcome: 'missing', fields, pages, noScan: desk.pages === 0 }
}

/** Whether a window still has to decide on this version: at D and not refused as it stands. */
export const isOpen = ({ level, refusal }: { level: string; refusal: unknown }): boolean =>
  level === 'D' && refusal === null

/** The certificate that comes after this one was decided: the next open one in the list, else the first, else none. */
export function nextOpen<R extends { id: string; level: string; refusal: unknown }>(
  records: readonly R[],
  decided: string,
): R | null {
  const at = records.findIndex(({ id }) => id === decided)
  return [...records.slice(at + 1), ...records.slice(0, Math.max(at, 0))].find(isOpen) ?? null
}
