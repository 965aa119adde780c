import { addYears, compareDates } from './dates.ts'
import type { RecordPayload } from './record-declaration.ts'
import type { RecordKind } from './record-kinds.ts'
import type { Words } from './words.ts'

/** What looks unlikely in one field and yet may be as printed: told, never refused. */
export interface RecordHint {
  field: string
  hint: 'issued-before-end' | 'employed-before-16' | 'registration-number-shape' | 'degree-number-shape'
}

export const recordHintWords = {
  'issued-before-end': {
    zh: '发证日期早于结束时间，请核对；与证书一致的，可以保存。',
    en: 'Issued before the end of the studies: check it; if the certificate says so, save it.',
  },
  'employed-before-16': {
    zh: '开始时间早于年满16周岁，请核对是否填错。',
    en: 'This begins before the age of 16: check that it is right.',
  },
  'registration-number-shape': {
    zh: '2002年以后的电子注册号一般为18位数字，请核对；与证书一致的，可以保存。',
    en: 'Since 2002 this number usually has 18 digits: check it; if it is as printed, save it.',
  },
  'degree-number-shape': {
    zh: '学位证书编号一般为16位数字，或以Z、T开头，请核对；与证书一致的，可以保存。',
    en: 'This number usually has 16 digits, perhaps after Z or T: check it; if it is as printed, save it.',
  },
} as const satisfies Record<RecordHint['hint'], Words>

const textIn = (payload: RecordPayload, field: string): string => {
  const value = payload[field]
  return typeof value === 'string' ? value : ''
}

function educationHints(payload: RecordPayload): RecordHint[] {
  const hints: RecordHint[] = []
  const [to, issued] = [textIn(payload, 'to'), textIn(payload, 'issued')]
  if (to && issued && compareDates(issued, to) < 0) hints.push({ field: 'issued', hint: 'issued-before-end' })
  const number = textIn(payload, 'registrationNumber')
  if (number && !/^\d{18}$/.test(number))
    hints.push({ field: 'registrationNumber', hint: 'registration-number-shape' })
  return hints
}

function experienceHints(payload: RecordPayload, birthDate: string | null): RecordHint[] {
  const from = textIn(payload, 'from')
  const isTooYoung = from && birthDate && compareDates(from, addYears(birthDate, 16)) < 0
  return isTooYoung ? [{ field: 'from', hint: 'employed-before-16' }] : []
}

/**
 * What looks unlikely, field by field, though it may be saved: numbers of unusual shape, a certificate issued before
 * the studies ended, an employment before the age of 16. Takes the kind, its payload and the person's birth date
 * (YYYY-MM-DD, null where unknown).
 */
export function recordHints(
  kind: RecordKind,
  payload: RecordPayload,
  birthDate: string | null,
): readonly RecordHint[] {
  if (kind === 'education') return educationHints(payload)
  if (kind === 'experience') return experienceHints(payload, birthDate)
  const number = kind === 'degree' ? textIn(payload, 'number') : ''
  return number && !/^[ZT]?\d{16}$/.test(number) ? [{ field: 'number', hint: 'degree-number-shape' }] : []
}
