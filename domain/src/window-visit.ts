import type { DataLevel } from './data-level.ts'
import { type CountedRecord, missingScans } from './profile-completeness.ts'
import { kindOf } from './record-kinds.ts'

/** More certificates than this in one visit need an appointment (R7.2, guide G106). */
export const mostWithoutAppointment = 20

export interface VisitRecord extends CountedRecord {
  level: DataLevel
}

/**
 * What to take to a window (R4.11, R7.2, guide G105): the records at D whose original can be verified as they stand,
 * those that are not ready for it yet, and whether so many need an appointment.
 */
export function windowVisit<R extends VisitRecord>(
  records: readonly R[],
): { ready: readonly R[]; notReady: readonly R[]; needsAppointment: boolean } {
  const open = records.filter(({ kind, level }) => level === 'D' && kindOf(kind).evidence === 'original')
  const isReady = (record: R) => record.refusal === null && missingScans(record).length === 0
  const ready = open.filter(isReady)
  return {
    ready,
    notReady: open.filter((record) => !isReady(record)),
    needsAppointment: ready.length > mostWithoutAppointment,
  }
}
